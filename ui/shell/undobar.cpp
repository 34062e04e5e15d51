#include "ui/shell/undobar.h"

#include "ui/common/announce.h"
#include "ui/common/countdown.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"

#include <QKeySequence>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

UndoBar::UndoBar(Session &session, QWidget *parent)
    : NoticeBar(QStringLiteral("undoBar"), parent)
    , m_session(session)
    , m_undo(addButton(QStringLiteral("undo"), tr("Undo")))
    , m_seconds(new QTimer(this))
    , m_brief(new QTimer(this))
{
    m_undo->setText(
        tr("Undo  %1", "button, its key").arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    m_undo->setAccessibleName(tr("Undo"));
    m_seconds->setInterval(1000);
    m_brief->setSingleShot(true);
    hide();
    connect(m_undo, &QPushButton::clicked, this, &UndoBar::undo);
    connect(m_seconds, &QTimer::timeout, this, &UndoBar::showEntry);
    connect(m_brief, &QTimer::timeout, this, [this] {
        hide();
        showEntry(); // the one before it can be taken back, too
    });
    connect(&m_session, &Session::changed, this, [this](const ChangeSet &changes) {
        if (changes.overview)
            take(*changes.overview);
    });
    take(m_session.overview());
}

void UndoBar::take(const Overview &overview)
{
    const auto newest = std::find_if(overview.waiting.rbegin(), overview.waiting.rend(),
                                     [](const OutboxEntry &entry) { return entry.undoable; });
    if (newest == overview.waiting.rend()) {
        hideEntry();
        return;
    }
    const bool another = !m_entry || !(m_entry->operation.id == newest->operation.id);
    m_entry = *newest;
    m_at = m_session.now();
    if (another)
        m_brief->stop();
    // What is said briefly is not overwritten by what stood there before.
    if (m_brief->isActive())
        return;
    showEntry();
    if (another) {
        announce(*this, text());
        emit canUndoChanged(canUndo());
    }
}

void UndoBar::showEntry()
{
    if (!m_entry || m_brief->isActive())
        return;
    const OutboxEntry shown = countedDown(*m_entry, m_session.now() - m_at);
    say(Tone::Quiet, QStringLiteral("clock"), Sentences::waiting(shown));
    m_undo->setAccessibleDescription(tr("Takes back the decision on %1").arg(Sentences::subject(shown.operation)));
    m_undo->setEnabled(!m_asked);
    m_undo->show();
    show();
    if (isCounting(shown))
        m_seconds->start();
    else
        m_seconds->stop();
}

void UndoBar::hideEntry()
{
    m_seconds->stop();
    const bool could = m_entry.has_value();
    m_entry.reset();
    m_undo->hide();
    if (!m_brief->isActive())
        hide();
    if (could)
        emit canUndoChanged(false);
}

void UndoBar::undo()
{
    if (!canUndo())
        return;
    const OutboxEntry entry = *m_entry;
    m_asked = true;
    m_undo->setEnabled(false);
    m_session.undo(entry.operation.id, this, [this, entry](const Result<void> &answer) {
        m_asked = false;
        const QString company = inSentence(Sentences::subject(entry.operation));
        if (answer)
            sayBriefly(Tone::Good, QStringLiteral("check"),
                       decidedInvitation(entry.operation.decision)
                           ? tr("%1: taken back. It is pending again.").arg(company)
                           : tr("%1: taken back. Nothing was sent.").arg(company));
        else
            sayBriefly(Tone::Warning, QStringLiteral("info"),
                       tr("%1: %2", "company, sentence").arg(company, Sentences::notUndone(answer.error())));
        emit canUndoChanged(canUndo());
    });
}

void UndoBar::sayBriefly(Tone tone, const QString &icon, const QString &text)
{
    constexpr int good = 4'000;
    constexpr int bad = 10'000;
    m_seconds->stop();
    say(tone, icon, text);
    m_undo->hide();
    show();
    announce(*this, text);
    m_brief->start(tone == Tone::Good ? good : bad);
}
