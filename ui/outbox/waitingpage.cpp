#include "ui/outbox/waitingpage.h"

#include "ui/common/noticebar.h"
#include "ui/common/quietlabel.h"
#include "ui/common/sentences.h"
#include "ui/common/statepanel.h"
#include "ui/common/theme.h"
#include "ui/outbox/outboxmodel.h"
#include "ui/outbox/pagehead.h"
#include "ui/outbox/waitingrow.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

WaitingPage::WaitingPage(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new OutboxModel(this))
    , m_summary(new QuietLabel(QStringLiteral("waitingSummary"), this))
    , m_sendNow(new QPushButton(tr("Send now"), this))
    , m_notice(new NoticeBar(QStringLiteral("waitingNotice"), this))
    , m_list(nullptr)
    , m_empty(new StatePanel(QStringLiteral("waitingEmpty"), this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("waitingPage"));
    const EntryList::Clock clock = [this] { return m_session.now(); };
    m_list = new EntryList(
        *m_model,
        [this, clock](QWidget *rowParent) {
            auto *row = new WaitingRow(clock, rowParent);
            connect(row, &WaitingRow::undoAsked, this, &WaitingPage::undo);
            return row;
        },
        clock, this);
    build();
    connect(m_sendNow, &QPushButton::clicked, &m_session, &Session::sendNow);
    connect(&m_session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (changes.overview)
            showOverview(*changes.overview);
    });
    showOverview(m_session.overview());
}

void WaitingPage::build()
{
    m_sendNow->setObjectName(QStringLiteral("sendNow"));
    m_sendNow->setAccessibleName(tr("Send now"));
    m_list->setObjectName(QStringLiteral("waitingList"));
    m_list->setAccessibleName(tr("Waiting to send"));
    m_notice->hide();
    m_empty->say(StatePanel::Drawing::Hand, tr("Nothing waits"),
                 tr("What you decide stands here until the service has it. Until it is sent you can take it back."));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    QHBoxLayout *const head = pageHead(*this, QStringLiteral("waitingTitle"), tr("Waiting to send"));
    head->addWidget(m_summary, 0, Qt::AlignBaseline);
    head->addStretch(1);
    head->addWidget(m_sendNow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    column->addWidget(m_notice); // Below: no row moves for it
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void WaitingPage::showOverview(const Overview &overview)
{
    m_model->setEntries(overview.waiting);
    const int count = int(overview.waiting.size());
    m_stack->setCurrentWidget(count > 0 ? static_cast<QWidget *>(m_list) : m_empty);
    m_summary->setText(count == 1 ? tr("1 decision") : tr("%Ln decisions", nullptr, count));
    m_summary->setVisible(count > 0);
    m_sendNow->setVisible(count > 0);
    const bool canSend = !overview.status.offlineByChoice;
    m_sendNow->setEnabled(canSend);
    m_sendNow->setToolTip(canSend ? tr("Ends every hold and tries to send at once")
                                  : tr("Atlas was started offline: nothing is sent in this run"));
    m_sendNow->setAccessibleDescription(m_sendNow->toolTip());
}

void WaitingPage::undo(const OperationId &id)
{
    m_session.undo(id, this, [this](const Result<void> &answer) {
        m_notice->setVisible(!answer);
        if (!answer)
            m_notice->say(NoticeBar::Tone::Warning, QStringLiteral("info"), Sentences::notUndone(answer.error()));
    });
}
