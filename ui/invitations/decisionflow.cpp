#include "ui/invitations/decisionflow.h"

#include "ui/invitations/acceptdialog.h"
#include "ui/invitations/rejectdialog.h"
#include "ui/invitations/replyflow.h"

#include <algorithm>
#include <utility>

namespace {

bool isEmpty(const Draft &draft)
{
    return draft.reasonId.isEmpty() && draft.reasonText.isEmpty() && draft.message.isEmpty();
}

} // namespace

DecisionFlow::DecisionFlow(Session &session, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_window(window)
    , m_replies(new ReplyFlow(session, this))
{
    m_person.changes(session.overview().account);
    connect(&session, &Session::changed, this, &DecisionFlow::follow);
    connect(&session, &Session::signInStateChanged, this, &DecisionFlow::followSignIn);
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
    const auto take = [this, details, leaves = m_leaves](const Result<std::optional<Draft>> &draft) {
        m_opening = false;
        if (leaves != m_leaves)
            return;
        RejectDialog *dialog = makeRejectDialog(details);
        if (draft && *draft)
            dialog->setWords(**draft, true);
        open(dialog, {});
        m_draftUnread = !draft;
        if (m_draftUnread)
            dialog->sayDraftUnread();
        // It may have changed while the draft was looked for.
        refresh();
    };
    m_session.loadDraft(details.invitation.id, this, take);
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
    connect(dialog, &RejectDialog::draftChanged, this, &DecisionFlow::saveDraft);
    connect(dialog, &RejectDialog::draftDiscarded, this,
            [this, id = details.invitation.id] { m_session.dropDraft(id); });
    return dialog;
}

void DecisionFlow::saveDraft(const Draft &draft)
{
    if (m_draftUnread)
        return;
    if (isEmpty(draft))
        m_session.dropDraft(draft.invitationId);
    else
        m_session.saveDraft(draft);
}

void DecisionFlow::readDraft(RejectDialog &dialog)
{
    const auto take = [this, open = &dialog](const Result<std::optional<Draft>> &draft) {
        // Where both are there, the one on the screen and the kept one, neither takes the other's place.
        if (!m_draftUnread || !draft || (*draft && !isEmpty(open->words())))
            return;
        m_draftUnread = false;
        if (*draft)
            return open->setWords(**draft, true);
        open->sayDraftRead();
        saveDraft(open->words());
    };
    m_session.loadDraft(dialog.reviewed().invitation.id, &dialog, take);
}

void DecisionFlow::open(DecisionDialog *dialog, const std::optional<OperationId> &replaces)
{
    m_dialog = dialog;
    m_draftUnread = false;
    connect(dialog, &DecisionDialog::confirmed, this,
            [this, replaces](const Decision &decision) { decide(decision, replaces); });
    dialog->open();
}

void DecisionFlow::decide(const Decision &decision, const std::optional<OperationId> &replaces)
{
    const InvitationId id = *decidedInvitation(decision); // A DecisionDialog decides on nothing else
    m_dialog->setKeeping(true);
    emit keeping(id);
    m_session.decide(decision, replaces, this, [this, id, leaves = m_leaves](const Result<Operation> &operation) {
        // Another person's by now are the dialog that may be open, and the draft that may be kept.
        const bool isHere = leaves == m_leaves;
        if (!operation) {
            if (m_dialog && isHere)
                m_dialog->showError(operation.error());
            emit notKept(id);
            return;
        }
        if (isHere && !m_draftUnread)
            m_session.dropDraft(id);
        if (m_dialog && isHere) {
            m_dialog->setKeeping(false);
            m_dialog->accept();
            m_dialog = nullptr;
        }
        emit kept(id);
    });
}

void DecisionFlow::follow(const ChangeSet &changes)
{
    if (m_person.changes(m_session.overview().account))
        leave();
    if (!m_dialog)
        return;
    auto *rejecting = qobject_cast<RejectDialog *>(m_dialog.data());
    if (rejecting && changes.overview)
        rejecting->takeReasons(changes.overview->reasons);
    if (rejecting && m_draftUnread)
        readDraft(*rejecting);
    const InvitationId &id = m_dialog->reviewed().invitation.id;
    if (std::find(changes.invitations.begin(), changes.invitations.end(), id) != changes.invitations.end())
        refresh();
}

void DecisionFlow::followSignIn()
{
    if (m_person.changes(m_session.overview().account))
        leave();
    // Another person may be here with the next overview: until then what was typed last is known to be this one's.
    if (auto *rejecting = qobject_cast<RejectDialog *>(m_dialog.data()))
        rejecting->flushDraft();
    if (m_session.signInState() == SignInState::SignedOut)
        leave();
}

/// Whatever it waits for: what it says and what was written in it is another person's. That one's draft is kept.
void DecisionFlow::leave()
{
    ++m_leaves;
    if (const QPointer<DecisionDialog> dialog = std::exchange(m_dialog, nullptr))
        dialog->done(QDialog::Rejected);
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
