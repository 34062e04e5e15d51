#include "ui/invitations/rejectdialog.h"

#include "ui/common/announce.h"
#include "ui/common/buttons.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/theme.h"
#include "ui/common/wraplabel.h"
#include "ui/invitations/limitedtext.h"
#include "ui/invitations/messagecard.h"
#include "ui/invitations/reasonlist.h"
#include "ui/invitations/replyfield.h"
#include "ui/invitations/replywords.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace {

// The contract's: components/schemas/RejectInvitation.
constexpr int mostOwnWords = 500;
constexpr int mostMessage = 4'000;

QString tooLong(const QString &byOne, const QString &byMany, qsizetype left)
{
    return left == -1 ? byOne : byMany;
}

} // namespace

RejectDialog::RejectDialog(const InvitationDetails &reviewed, const RejectionTerms &terms, QWidget *parent)
    : DecisionDialog(QStringLiteral("rejectDialog"), tr("Reject Invitation"), tr("Confirm Rejection"), reviewed, parent)
{
    addDraftLine();
    addReasons();
    addReply(std::clamp(terms.messageLimit, 0, mostMessage), terms.accountant);
    addPreview(oneLine(terms.practiceName));
    setReasons(terms.reasons);
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &RejectDialog::flushDraft);
    m_told = words();
    refresh();
    fitToScreen(560);
    if (QWidget *first = m_reasons->firstButton())
        first->setFocus();
}

void RejectDialog::addDraftLine()
{
    m_draftLine = new QWidget(&content());
    m_draftWords = new WrapLabel(QStringLiteral("draftWords"), m_draftLine);
    m_discard = new QPushButton(tr("Discard draft"), m_draftLine);
    m_discard->setObjectName(QStringLiteral("discardDraft"));
    m_discard->setAccessibleName(m_discard->text());
    m_discard->setAutoDefault(true); // Else the Enter key would be the default button: the decision
    setWeight(*m_discard, ButtonWeight::Quiet);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        setWords({reviewed().invitation.id, reviewed().invitation.revision, {}, {}, {}}, false);
        m_told = words();
        emit draftDiscarded();
    });
    auto *layout = new QHBoxLayout(m_draftLine);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_draftWords, 1);
    layout->addWidget(m_discard);
    m_draftLine->hide();
    body().addWidget(m_draftLine);
}

void RejectDialog::addReasons()
{
    auto *caption = new QuietLabel(QStringLiteral("reasonCaption"), &content());
    caption->setText(tr("Reason"));
    m_noReasons = new WrapLabel(QStringLiteral("noReasons"), &content());
    m_noReasons->setText(tr("The reasons have not come from the service yet. They come with the next connection; what "
                            "you write here is kept until then."));
    m_reasons = new ReasonList(&content());

    auto *own = new QWidget(m_reasons);
    auto *ownCaption = new QuietLabel(QStringLiteral("ownWordsCaption"), own);
    ownCaption->setText(tr("Reason in your own words · The client will read this"));
    m_ownWords = new LimitedText(QStringLiteral("ownWords"), tr("Reason in your own words"), mostOwnWords, 2, own);
    ownCaption->setBuddy(m_ownWords);
    m_ownStatus = new QuietLabel(QStringLiteral("ownWordsStatus"), own);
    m_ownStatus->standAtEnd();
    auto *layout = new QVBoxLayout(own);
    layout->setContentsMargins(Measure::margin + Measure::gap, Measure::grid, 0, Measure::grid);
    layout->setSpacing(2);
    layout->addWidget(ownCaption);
    layout->addWidget(m_ownWords);
    layout->addWidget(m_ownStatus);
    m_reasons->setOwnWords(own);

    body().addWidget(caption);
    body().addWidget(m_noReasons);
    body().addWidget(m_reasons);
    connect(m_reasons, &ReasonList::reasonChosen, this, &RejectDialog::noteChange);
    connect(m_reasons, &ReasonList::reasonChosen, this, [this, own] {
        growToFit();
        if (!own->isHidden())
            QTimer::singleShot(0, own, [this, own] { bringIntoView(*own); }); // Once it has got its place
    });
    connect(m_ownWords, &LimitedText::wordsChanged, this, &RejectDialog::noteChange);
}

void RejectDialog::addReply(int limit, const QString &accountant)
{
    m_reply = new ReplyField(
        limit, [this, accountant] { return ReplyWords::values(reviewed(), accountant); }, &content());
    body().addWidget(m_reply);
    connect(m_reply, &ReplyField::wordsChanged, this, &RejectDialog::noteChange);
    connect(m_reply, &ReplyField::sizeChanged, this, [this] { QTimer::singleShot(0, this, [this] { growToFit(); }); });
    connect(m_reply, &ReplyField::saveAsked, this, &RejectDialog::templateAsked);
    connect(m_reply, &ReplyField::manageAsked, this, &RejectDialog::templatesAsked);
}

void RejectDialog::setReplies(const std::optional<std::vector<ReplyTemplate>> &own)
{
    m_reply->setReplies(own);
}

void RejectDialog::addPreview(const QString &practiceName)
{
    auto *caption = new QuietLabel(QStringLiteral("previewCaption"), &content());
    caption->setText(tr("The client will be told"));
    m_preview = new MessageCard(QStringLiteral("preview"), 6, &content());
    m_preview->setAccessibleName(tr("The client will be told"));
    auto *about = new WrapLabel(QStringLiteral("previewAbout"), &content());
    about->setText(practiceName.isEmpty()
                       ? tr("These words exactly. Atlas adds its greeting and the practice's name; the exact text of "
                            "its e-mail is not known here.")
                       : tr("These words exactly. Atlas adds its greeting and the name %1; the exact text of its "
                            "e-mail is not known here.")
                             .arg(practiceName));
    about->setQuiet();
    auto *group = new QVBoxLayout;
    group->setSpacing(Measure::grid);
    group->addWidget(caption);
    group->addWidget(m_preview);
    group->addWidget(about);
    body().addLayout(group);
}

void RejectDialog::takeReasons(const std::vector<Reason> &reasons)
{
    if (m_reasons->isEmpty())
        setReasons(reasons);
}

void RejectDialog::setReasons(const std::vector<Reason> &reasons)
{
    m_reasons->setReasons(reasons);
    m_reply->setReasons(reasons);
    m_noReasons->setVisible(m_reasons->isEmpty());
    m_reasons->setVisible(!m_reasons->isEmpty());
    refresh();
}

void RejectDialog::setWords(const Draft &words, bool areDraft)
{
    m_reasons->choose(words.reasonId);
    m_ownWords->setWords(words.reasonText);
    m_reply->setWords(words.message);
    m_draftWords->setText(draftLine(words));
    m_draftLine->setVisible(areDraft);
    m_discard->show();
    m_told = this->words();
    refresh();
    if (QWidget *chosen = m_reasons->firstButton())
        chosen->setFocus();
}

void RejectDialog::sayDraftUnread()
{
    m_draftWords->setText(tr("What you may have written here before can't be read from this computer's disk now. It is "
                             "left as it is, and until it can be read nothing that you write here is kept as a draft. "
                             "You can still confirm."));
    m_discard->hide(); // Nobody discards what they can't see
    m_draftLine->show();
    growToFit();
    announce(*this, m_draftWords->text());
}

void RejectDialog::sayDraftRead()
{
    m_draftLine->hide();
    m_discard->show();
}

QString RejectDialog::draftLine(const Draft &draft) const
{
    const bool onlyChosen = isBlank(draft.reasonText) && isBlank(draft.message);
    if (draft.revision != reviewed().invitation.revision)
        return onlyChosen ? tr("Your choice is kept as a draft. The client has changed the invitation since.")
                          : tr("Your words are kept as a draft. The client has changed the invitation since.");
    return onlyChosen ? tr("Your choice is kept as a draft.") : tr("Your words are kept as a draft.");
}

Draft RejectDialog::words() const
{
    const Reason *reason = m_reasons->chosen();
    return {reviewed().invitation.id, reviewed().invitation.revision, reason ? reason->id.text() : QString(),
            m_ownWords->words(), m_reply->words()};
}

Decision RejectDialog::decision() const
{
    const Reason *reason = m_reasons->chosen();
    return RejectInvitation{reviewed().invitation.id, reviewed().invitation.revision, reason->id,
                            reason->textRequired ? m_ownWords->words() : QString(), messageToSend()};
}

QString RejectDialog::messageToSend() const
{
    // Blanks alone would reach the client as an empty message; real words stay as they were typed.
    return isBlank(m_reply->words()) ? QString() : m_reply->words();
}

QString RejectDialog::missing() const
{
    const Reason *reason = m_reasons->chosen();
    if (m_reasons->isEmpty())
        return tr("The reasons have not come yet.");
    if (!reason)
        return tr("Choose a reason.");
    if (reason->textRequired && isBlank(m_ownWords->words()))
        return tr("Write the reason in your own words.");
    if (reason->textRequired && m_ownWords->left() < 0)
        return tooLong(tr("The reason is 1 character too long."),
                       tr("The reason is %Ln characters too long.", nullptr, int(-m_ownWords->left())),
                       m_ownWords->left());
    if (m_reply->left() < 0)
        return tooLong(tr("The message is 1 character too long."),
                       tr("The message is %Ln characters too long.", nullptr, int(-m_reply->left())), m_reply->left());
    return {};
}

bool RejectDialog::isFaultMissing() const
{
    const Reason *reason = m_reasons->chosen();
    if (!reason) // That is said first
        return false;
    const bool ownWordsToWrite = reason->textRequired && isBlank(m_ownWords->words());
    return !ownWordsToWrite && ((reason->textRequired && m_ownWords->left() < 0) || m_reply->left() < 0);
}

QString RejectDialog::toldToClient() const
{
    const Reason *reason = m_reasons->chosen();
    QStringList parts;
    if (reason) {
        parts << reason->label;
        if (reason->textRequired && !isBlank(m_ownWords->words()))
            parts << m_ownWords->words();
    }
    if (const QString message = messageToSend(); !message.isEmpty())
        parts << message;
    return parts.join(QStringLiteral("\n\n"));
}

void RejectDialog::noteChange()
{
    refresh();
    m_pause.start();
}

void RejectDialog::refresh()
{
    m_ownWords->sayStatus(*m_ownStatus, tr("The client will read this"));
    const Reason *reason = m_reasons->chosen();
    m_reply->setReason(reason, reason && reason->textRequired ? m_ownWords->words() : QString());
    const QString told = toldToClient();
    m_preview->showText(told.isEmpty() ? tr("(nothing chosen yet)") : told);
    updateConfirm();
}

void RejectDialog::flushDraft()
{
    m_pause.stop();
    const Draft now = words();
    if (m_told == now)
        return;
    m_told = now;
    emit draftChanged(now);
}

void RejectDialog::reject()
{
    flushDraft();
    DecisionDialog::reject();
}
