#include "ui/invitations/decisionflow.h"

#include "ui/invitations/acceptdialog.h"
#include "ui/invitations/rejectdialog.h"
#include "ui/invitations/replyflow.h"

#include <algorithm>

namespace {

bool hasWords(const Draft &draft)
{
    return !draft.reasonText.isEmpty() || !draft.message.isEmpty();
}

} // namespace

DecisionFlow::DecisionFlow(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_replies(new ReplyFlow(session, this))
{
    connect(&session, &Session::changed, this, &DecisionFlow::follow);
}

bool DecisionFlow::showOpen()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
    }
    return m_dialog || m_opening;
}

void DecisionFlow::accept(const InvitationDetails &details, const std::optional<OperationId> &replaces)
{
    if (!showOpen())
        open(new AcceptDialog(details, m_window), replaces);
}

void DecisionFlow::reject(const InvitationDetails &details)
{
    if (showOpen())
        return;
    m_opening = true;
    m_session.loadDraft(details.invitation.id, this, [this, details](const Result<std::optional<Draft>> &draft) {
        m_opening = false;
        RejectDialog *dialog = makeRejectDialog(details);
        if (draft && *draft)
            dialog->setWords(**draft, true);
        open(dialog, {});
        // It may have changed while the draft was looked for.
        refresh();
    });
}

void DecisionFlow::rejectAgain(const InvitationDetails &details, const Operation &operation)
{
    const auto *rejection = std::get_if<RejectInvitation>(&operation.decision);
    if (!rejection || showOpen())
        return;
    RejectDialog *dialog = makeRejectDialog(details);
    dialog->setWords({details.invitation.id, details.invitation.revision, rejection->reasonId.text(),
                      rejection->reasonText, rejection->message},
                     false);
    open(dialog, operation.id);
    // Decided by somebody else meanwhile: the dialog says so, and its fields still have the words.
    refresh();
}

RejectDialog *DecisionFlow::makeRejectDialog(const InvitationDetails &details)
{
    const Overview &overview = m_session.overview();
    RejectionTerms terms;
    terms.reasons = overview.reasons;
    if (overview.account) {
        terms.messageLimit = overview.account->replyMessageLimit;
        terms.practiceName = overview.account->practiceName;
        terms.accountant = overview.account->userName;
    }
    auto *dialog = new RejectDialog(details, terms, m_window);
    m_replies->serve(*dialog);
    connect(dialog, &RejectDialog::draftChanged, this, [this](const Draft &draft) {
        if (hasWords(draft) || !draft.reasonId.isEmpty())
            m_session.saveDraft(draft);
        else
            m_session.dropDraft(draft.invitationId);
    });
    connect(dialog, &RejectDialog::draftDiscarded, this,
            [this, id = details.invitation.id] { m_session.dropDraft(id); });
    return dialog;
}

void DecisionFlow::open(DecisionDialog *dialog, const std::optional<OperationId> &replaces)
{
    m_dialog = dialog;
    connect(dialog, &DecisionDialog::confirmed, this,
            [this, replaces](const Decision &decision) { decide(decision, replaces); });
    dialog->open();
}

void DecisionFlow::decide(const Decision &decision, const std::optional<OperationId> &replaces)
{
    const InvitationId id = *decidedInvitation(decision); // A DecisionDialog decides on nothing else
    m_dialog->setKeeping(true);
    emit keeping(id);
    m_session.decide(decision, replaces, this, [this, id](const Result<Operation> &operation) {
        if (!operation) {
            if (m_dialog)
                m_dialog->showError(operation.error());
            emit notKept(id);
            return;
        }
        m_session.dropDraft(id);
        if (m_dialog) {
            m_dialog->setKeeping(false);
            m_dialog->accept();
            m_dialog = nullptr;
        }
        emit kept(id);
    });
}

void DecisionFlow::follow(const ChangeSet &changes)
{
    if (!m_dialog)
        return;
    auto *rejecting = qobject_cast<RejectDialog *>(m_dialog.data());
    if (rejecting && changes.overview)
        rejecting->takeReasons(changes.overview->reasons);
    const InvitationId &id = m_dialog->reviewed().invitation.id;
    if (std::find(changes.invitations.begin(), changes.invitations.end(), id) != changes.invitations.end())
        refresh();
}

void DecisionFlow::refresh()
{
    m_session.loadDetails(m_dialog->reviewed().invitation.id, m_dialog, [this](const Result<InvitationDetails> &now) {
        if (!m_dialog)
            return;
        if (now)
            m_dialog->setCurrent(*now, m_session.now());
        else if (now.error().kind == ErrorKind::NotFound)
            m_dialog->setGone();
    });
}
