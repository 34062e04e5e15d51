#include "ui/shell/servicebars.h"

#include "ui/common/announce.h"
#include "ui/common/noticebar.h"
#include "ui/common/sentences.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace {

/// Whether it stays true until something is done about it.
bool lasts(StoreTrouble::Kind kind)
{
    switch (kind) {
    case StoreTrouble::Kind::CacheSetAside:
    case StoreTrouble::Kind::DeskSetAside:
    case StoreTrouble::Kind::DeskMissing:
        return false;
    case StoreTrouble::Kind::CantOpen:
    case StoreTrouble::Kind::CantWrite:
    case StoreTrouble::Kind::Full:
    case StoreTrouble::Kind::Gone:
        return true;
    }
    return true;
}

} // namespace

ServiceBars::ServiceBars(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_connection(new NoticeBar(QStringLiteral("connectionBar"), this))
    , m_troubleRows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("serviceBars"));
    m_connection->hide();
    m_troubleRows->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_troubleRows);
    column->addWidget(m_connection);
    connect(&m_session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (changes.overview)
            take(*changes.overview);
    });
    take(m_session.overview());
}

void ServiceBars::take(const Overview &overview)
{
    showTrouble(overview.trouble);
    showConnection(overview.status);
    showAny();
}

void ServiceBars::showAny()
{
    bool any = !m_connection->isHidden();
    for (int i = 0; i < m_troubleRows->count(); ++i)
        any = any || !m_troubleRows->itemAt(i)->widget()->isHidden();
    setVisible(any);
}

void ServiceBars::showConnection(const SyncStatus &status)
{
    const QString text = Sentences::connectionTrouble(status, m_session.signInError());
    if (m_shownConnection == status.connection && text == m_connection->text())
        return;
    m_shownConnection = status.connection;
    m_connection->setVisible(!text.isEmpty());
    m_connection->clearButtons();
    if (text.isEmpty())
        return;
    m_connection->say(status.connection == Connection::Untrusted ? NoticeBar::Tone::Danger : NoticeBar::Tone::Warning,
                      QStringLiteral("attention"), text);
    if (status.connection == Connection::SignedOut) {
        connect(m_connection->addButton(QStringLiteral("signInAgain"), tr("Sign in again…")), &QPushButton::clicked,
                this, &ServiceBars::signInAsked);
    } else if (status.connection != Connection::TooOld) {
        connect(m_connection->addButton(QStringLiteral("tryConnection"), tr("Try again")), &QPushButton::clicked,
                &m_session, &Session::refresh);
    }
    announce(*m_connection, text);
}

void ServiceBars::showTrouble(const std::vector<StoreTrouble> &trouble)
{
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    while (const auto item = std::unique_ptr<QLayoutItem>(m_troubleRows->takeAt(0))) {
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (const StoreTrouble &one : m_trouble)
        addTrouble(one);
}

void ServiceBars::addTrouble(const StoreTrouble &trouble)
{
    auto *bar = new NoticeBar(QStringLiteral("troubleBar"), this);
    const bool stays = lasts(trouble.kind);
    bar->say(stays ? NoticeBar::Tone::Danger : NoticeBar::Tone::Warning, QStringLiteral("attention"),
             Sentences::trouble(trouble));
    if (!stays) {
        connect(bar->addButton(QStringLiteral("dismissTrouble"), tr("Dismiss"), ButtonWeight::Quiet),
                &QPushButton::clicked, bar, [this, bar] {
                    bar->hide();
                    showAny();
                });
    }
    m_troubleRows->addWidget(bar);
    bar->show(); // Said for itself, so that it counts before the window is there
    announce(*bar, bar->text());
}
