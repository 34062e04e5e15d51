#include "tests/support/fakesession.h"

#include "core/domain/responseclock.h"

#include <QTimer>

#include <algorithm>
#include <utility>

template <class T>
void FakeSession::answerOnce(std::optional<Error> &scripted, QObject *context, const Answer<T> &answer,
                             std::function<Result<T>()> make)
{
    const std::optional<Error> error = std::exchange(scripted, std::nullopt);
    later(context, [error, answer, make] {
        if (error)
            answer(Result<T>(tl::unexpected<Error>(*error)));
        else
            answer(make());
    });
}

Invitation *FakeSession::find(const InvitationId &id)
{
    const auto at = std::find_if(world.invitations.begin(), world.invitations.end(),
                                 [&](const Invitation &invitation) { return invitation.id == id; });
    return at == world.invitations.end() ? nullptr : &*at;
}

OutboxEntry *FakeSession::liveOperation(const InvitationId &id)
{
    const auto at = std::find_if(shown.waiting.begin(), shown.waiting.end(), [&](const OutboxEntry &entry) {
        return isAbout(entry.operation.decision, id);
    });
    return at == shown.waiting.end() ? nullptr : &*at;
}

qsizetype FakeSession::placeOf(ListKind kind, const QString &key)
{
    const std::vector<Row> &rows = view(kind).rows;
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return rowKey(row) == key; });
    return at == rows.end() ? -1 : at - rows.begin();
}

void FakeSession::findInvitation(const InvitationId &id, QObject *context, Answer<qsizetype> answer)
{
    answerOnce<qsizetype>(nextLoadError, context, answer, [this, id]() -> Result<qsizetype> {
        return placeOf(ListKind::Invitations, id.text());
    });
}

void FakeSession::findInHistory(const InvitationId &id, QObject *context, Answer<qsizetype> answer)
{
    answerOnce<qsizetype>(nextLoadError, context, answer,
                          [this, id]() -> Result<qsizetype> { return placeOf(ListKind::History, id.text()); });
}

void FakeSession::findClient(const ClientId &id, QObject *context, Answer<qsizetype> answer)
{
    answerOnce<qsizetype>(nextLoadError, context, answer,
                          [this, id]() -> Result<qsizetype> { return placeOf(ListKind::Clients, id.text()); });
}

void FakeSession::loadClient(const ClientId &id, QObject *context, Answer<ClientDetails> answer)
{
    answerOnce<ClientDetails>(nextLoadError, context, answer, [this, id]() -> Result<ClientDetails> {
        const auto known = clientDetails.find(id);
        if (known == clientDetails.end())
            return failure(ErrorKind::NotFound);
        ClientDetails details = known->second;
        for (const OutboxEntry &entry : shown.waiting) {
            const ClientId *const decided = decidedClient(entry.operation.decision);
            if (decided && *decided == id)
                details.waiting.push_back(entry.operation);
        }
        return details;
    });
}

void FakeSession::loadLink(const BranchId &branch, QObject *context, Answer<ClientPaysLink> answer)
{
    linksAsked.push_back(branch);
    answerOnce<ClientPaysLink>(nextLoadError, context, answer, [this]() -> Result<ClientPaysLink> {
        return link ? Result<ClientPaysLink>(*link) : Result<ClientPaysLink>(failure(ErrorKind::Network));
    });
}

void FakeSession::loadDetails(const InvitationId &id, QObject *context, Answer<InvitationDetails> answer)
{
    answerOnce<InvitationDetails>(nextLoadError, context, answer, [this, id]() -> Result<InvitationDetails> {
        const Invitation *invitation = find(id);
        if (!invitation)
            return failure(ErrorKind::NotFound);
        InvitationDetails details{
            .invitation = *invitation, .branch = {}, .dueAt = {}, .operation = {}, .reasonLabel = {}};
        for (const Branch &branch : shown.branches) {
            if (branch.id == invitation->branchId)
                details.branch = branch;
        }
        details.dueAt = dueAt(invitation->sentAt, shown.account ? shown.account->respondWithinHours : 48);
        for (const Reason &reason : shown.reasons) {
            if (invitation->reasonId == reason.id)
                details.reasonLabel = reason.label;
        }
        if (const auto note = world.notes.find(id); note != world.notes.end())
            details.note = note->second;
        for (const Operation &operation : ended) {
            if (isAbout(operation.decision, id))
                details.operation = operation;
        }
        if (const OutboxEntry *live = liveOperation(id))
            details.operation = live->operation;
        const auto known = dealings.find(id);
        if (!dealingsUnread)
            details.dealings = known == dealings.end() ? Dealings() : known->second;
        return details;
    });
}

void FakeSession::publishAbout(const Decision &decision)
{
    const InvitationId *const id = decidedInvitation(decision);
    publish(id ? std::vector{*id} : std::vector<InvitationId>());
}

/// The operation as the engine would make it, where it can be decided.
Result<Operation> FakeSession::made(const Decision &decision)
{
    if (const InvitationId *const id = decidedInvitation(decision)) {
        const Invitation *const invitation = find(*id);
        if (!invitation)
            return failure(ErrorKind::NotFound);
        if (liveOperation(*id))
            return failure(ErrorKind::Conflict);
        return samples::operation(++m_operations, decision, *invitation);
    }
    Reviewed reviewed{BranchId::parse(QStringLiteral("b1")).value(), {}, {}, {}, {}, {}, {}};
    if (const ClientId *const id = decidedClient(decision)) {
        const auto known = clientDetails.find(*id);
        if (known == clientDetails.end())
            return failure(ErrorKind::NotFound);
        const Client &client = known->second.client;
        reviewed = {client.branchId,   known->second.branch ? known->second.branch->name : QString(),
                    client.companyName, client.ownerName, client.ownerEmail, {}, {}};
    } else if (const BranchId *const branch = decidedBranch(decision)) {
        reviewed.branchId = *branch;
    }
    return samples::operation(++m_operations, decision, reviewed);
}

Result<Operation> FakeSession::keep(const Decision &decision, const std::optional<OperationId> &replaces)
{
    Result<Operation> kept = made(decision);
    if (!kept)
        return kept;
    Operation &operation = *kept;
    operation.replaces = replaces;
    operation.decidedAt = clock;
    shown.waiting.push_back(
        {.operation = operation, .undoable = true, .holdLeft = operation.hold, .current = {}, .client = {}});
    publishAbout(decision);
    return operation;
}

void FakeSession::decide(const Decision &decision, const std::optional<OperationId> &replaces, QObject *context,
                         Answer<Operation> answer)
{
    decisions.push_back(decision);
    replaced.push_back(replaces);
    answerOnce<Operation>(nextError, context, answer, [this, decision, replaces] { return keep(decision, replaces); });
}

void FakeSession::undo(const OperationId &id, QObject *context, Answer<void> answer)
{
    undone.push_back(id);
    answerOnce<void>(nextError, context, answer, [this, id]() -> Result<void> {
        const auto at = std::find_if(shown.waiting.begin(), shown.waiting.end(),
                                     [&](const OutboxEntry &entry) { return entry.operation.id == id; });
        if (at == shown.waiting.end() || !at->undoable)
            return failure(ErrorKind::Conflict);
        const Decision decision = at->operation.decision;
        shown.waiting.erase(at);
        publishAbout(decision);
        return {};
    });
}

void FakeSession::tryAgain(const OperationId &id, QObject *context, Answer<Operation> answer)
{
    triedAgain.push_back(id);
    answerOnce<Operation>(nextError, context, answer, [this, id]() -> Result<Operation> {
        for (const OutboxEntry &entry : shown.attention) {
            if (entry.operation.id == id)
                return keep(Decision(entry.operation.decision), id);
        }
        return failure(ErrorKind::NotFound);
    });
}

void FakeSession::sendAgain(const OperationId &id, QObject *context, Answer<void> answer)
{
    sentAgain.push_back(id);
    answerOnce<void>(nextError, context, answer, []() -> Result<void> { return {}; });
}

void FakeSession::dismiss(const OperationId &id, QObject *context, Answer<void> answer)
{
    dismissed.push_back(id);
    answerOnce<void>(nextError, context, answer, [this, id]() -> Result<void> {
        std::erase_if(shown.attention, [&](const OutboxEntry &entry) { return entry.operation.id == id; });
        publish();
        return {};
    });
}

void FakeSession::saveDraft(const Draft &draft)
{
    savedDrafts.push_back(draft);
    drafts.insert_or_assign(draft.invitationId, draft);
}

void FakeSession::dropDraft(const InvitationId &id)
{
    droppedDrafts.push_back(id);
    drafts.erase(id);
}

void FakeSession::loadDraft(const InvitationId &id, QObject *context, Answer<std::optional<Draft>> answer)
{
    answerOnce<std::optional<Draft>>(nextLoadError, context, answer, [this, id]() -> Result<std::optional<Draft>> {
        const auto at = drafts.find(id);
        return at == drafts.end() ? std::optional<Draft>() : std::optional<Draft>(at->second);
    });
}

void FakeSession::loadReplyTemplates(QObject *context, Answer<std::vector<ReplyTemplate>> answer)
{
    answerOnce<std::vector<ReplyTemplate>>(nextLoadError, context, answer,
                                           [this]() -> Result<std::vector<ReplyTemplate>> { return replies; });
}

void FakeSession::saveReplyTemplate(const ReplyTemplate &reply, QObject *context, Answer<ReplyTemplate> answer)
{
    std::optional<Error> error = savingError;
    answerOnce<ReplyTemplate>(error, context, answer, [this, reply]() -> Result<ReplyTemplate> {
        ReplyTemplate kept = reply;
        if (!kept.id)
            kept.id = ReplyTemplateId::parse(QStringLiteral("reply-%1").arg(++m_operations));
        std::erase_if(replies, [&](const ReplyTemplate &each) { return each.id == kept.id; });
        replies.push_back(kept);
        return kept;
    });
}

void FakeSession::deleteReplyTemplate(const ReplyTemplateId &id, QObject *context, Answer<void> answer)
{
    std::optional<Error> error = savingError;
    answerOnce<void>(error, context, answer, [this, id]() -> Result<void> {
        std::erase_if(replies, [&](const ReplyTemplate &each) { return each.id == id; });
        return {};
    });
}

void FakeSession::saveNote(const InvitationId &id, const QString &text, QObject *context, Answer<void> answer)
{
    savedNotes.emplace_back(id, text);
    std::optional<Error> error = savingError;
    answerOnce<void>(error, context, answer, [this, id, text]() -> Result<void> {
        if (text.trimmed().isEmpty())
            world.notes.erase(id);
        else
            world.notes.insert_or_assign(id, text);
        publish({id});
        return {};
    });
}

void FakeSession::signIn(const SignIn &given)
{
    signIns.push_back(given);
    standing = SignInState::Checking;
    QTimer::singleShot(0, this, [this] { emit signInStateChanged(); });
}

void FakeSession::signOut(bool deleteDesk, QObject *context, Answer<void> answer)
{
    signOuts.push_back(deleteDesk);
    answerOnce<void>(nextError, context, answer, [this]() -> Result<void> {
        standing = SignInState::SignedOut;
        emit signInStateChanged();
        return {};
    });
}

void FakeSession::prepareToQuit(QuitAnswer answer)
{
    quits.push_back(answer);
    QTimer::singleShot(0, this, [this] { emit readyToQuit(shown.waiting.empty()); });
}
