#include "core/sync/outbox.h"

#include <algorithm>

using namespace std::chrono_literals;

// What a decision is about as it is here when it is made: whether it can be decided, and what its row remembers of it.

namespace {

const ReasonId *reasonIn(const Decision &decision)
{
    if (const auto *const rejection = std::get_if<RejectInvitation>(&decision))
        return &rejection->reasonId;
    const auto *const disconnection = std::get_if<DisconnectClient>(&decision);
    return disconnection ? &disconnection->reasonId : nullptr;
}

const MemberId *memberIn(const Decision &decision)
{
    if (const auto *const assigned = std::get_if<AssignAccountant>(&decision))
        return &assigned->memberId;
    const auto *const removed = std::get_if<RemoveAccountant>(&decision);
    return removed ? &removed->memberId : nullptr;
}

Result<QString> reasonLabel(CacheStore &cache, const ReasonId &id)
{
    const Result<std::vector<Reason>> reasons = cache.reasons();
    if (!reasons)
        return failure(reasons.error());
    for (const Reason &reason : *reasons) {
        if (reason.id == id)
            return reason.label;
    }
    return QString();
}

Result<QString> memberName(CacheStore &cache, const MemberId &id)
{
    const Result<std::vector<Member>> members = cache.members();
    if (!members)
        return failure(members.error());
    for (const Member &member : *members) {
        if (member.id == id)
            return member.name;
    }
    return QString();
}

/// A reason's label, or a colleague's name; empty where the decision has neither.
Result<QString> labelOf(CacheStore &cache, const Decision &decision)
{
    if (const ReasonId *const reason = reasonIn(decision))
        return reasonLabel(cache, *reason);
    if (const MemberId *const member = memberIn(decision))
        return memberName(cache, *member);
    return QString();
}

} // namespace

Result<Reviewed> Outbox::review(const Decision &decision)
{
    if (needsConnection(decision) && !m_core.isConnected())
        return failure(ErrorKind::Network, QStringLiteral("this can be decided only with a connection"));
    const InvitationId *const invitation = decidedInvitation(decision);
    const ClientId *const client = decidedClient(decision);
    const BranchId *const branch = decidedBranch(decision);
    Result<Reviewed> reviewed = failure(ErrorKind::Internal, QStringLiteral("a decision about nothing"));
    if (invitation)
        reviewed = reviewInvitation(*invitation, decidedRevision(decision));
    else if (client)
        reviewed = reviewClient(decision, *client);
    else if (branch)
        reviewed = reviewBranch(*branch);
    const Result<QString> label = reviewed ? labelOf(m_core.cache, decision) : Result<QString>(QString());
    if (!label)
        return failure(label.error());
    if (reviewed)
        reviewed->reasonLabel = *label;
    return reviewed;
}

Result<Reviewed> Outbox::reviewInvitation(const InvitationId &id, const QString &revision)
{
    const Result<std::optional<Invitation>> found = m_core.cache.invitation(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorKind::NotFound, QStringLiteral("invitation not in the cache"));
    const Invitation &invitation = **found;
    const bool isPending = invitation.status == InvitationStatus::Pending && !m_uncaught.contains(id) &&
                           !m_doneBefore.contains(id);
    if (!isPending || invitation.revision != revision)
        return failure(ErrorKind::Conflict, QStringLiteral("changed or decided since it was read"));
    const Result<QString> branch = branchName(invitation.branchId);
    if (!branch)
        return failure(branch.error());
    return Reviewed{invitation.branchId,   *branch,
                    invitation.companyName, invitation.ownerName,
                    invitation.ownerEmail,  invitation.message,
                    {}};
}

Result<Reviewed> Outbox::reviewClient(const Decision &decision, const ClientId &id)
{
    const Result<std::optional<Client>> found = m_core.cache.client(id);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorKind::NotFound, QStringLiteral("client not in the cache"));
    const Client &client = **found;
    const bool isLeaving = std::any_of(m_live.begin(), m_live.end(), [&id](const Operation &operation) {
        const auto *const disconnection = std::get_if<DisconnectClient>(&operation.decision);
        return disconnection && disconnection->clientId == id;
    });
    const bool isSaidAlready = std::any_of(m_live.begin(), m_live.end(), [&decision](const Operation &operation) {
        return operation.decision == decision && !std::holds_alternative<AddClientNote>(decision);
    });
    if (client.state == ClientState::Disconnected || isLeaving || isSaidAlready)
        return failure(ErrorKind::Conflict, QStringLiteral("the client has left, or the same is decided already"));
    const Result<QString> branch = branchName(client.branchId);
    if (!branch)
        return failure(branch.error());
    return Reviewed{client.branchId, *branch, client.companyName, client.ownerName, client.ownerEmail, {}, {}};
}

Result<Reviewed> Outbox::reviewBranch(const BranchId &id)
{
    const Result<QString> name = branchName(id);
    if (!name)
        return failure(name.error());
    const bool isSaidAlready = std::any_of(m_live.begin(), m_live.end(), [&id](const Operation &operation) {
        const BranchId *const branch = decidedBranch(operation.decision);
        return branch && *branch == id;
    });
    if (isSaidAlready)
        return failure(ErrorKind::Conflict, QStringLiteral("a new link is on its way already"));
    return Reviewed{id, *name, {}, {}, {}, {}, {}};
}

Result<QString> Outbox::branchName(const BranchId &id)
{
    const Result<std::optional<Branch>> branch = m_core.cache.branch(id);
    if (!branch)
        return failure(branch.error());
    return *branch ? (*branch)->name : QString();
}

// --- What must not come late ----------------------------------------------------------------------------------------

namespace {
constexpr Milliseconds longestWait = 1h;
}

/// By the wall clock, for it goes on while the computer is off. One that was set back makes nothing late.
bool Outbox::isLate(const Operation &operation) const
{
    const bool isUnsent = !operation.maybeApplied && operation.state != OperationState::Inflight;
    return isUnsent && needsConnection(operation.decision) &&
           m_core.ports.clock.wall() - operation.decidedAt >= longestWait;
}

void Outbox::endLate()
{
    std::vector<OperationId> late;
    for (const Operation &operation : m_live) {
        if (isLate(operation))
            late.push_back(operation.id);
    }
    for (const OperationId &id : late) {
        OperationEnd end;
        end.kind = EndKind::NotSentInTime;
        finish(id, OperationState::Failed, end);
    }
    watchForLate();
    if (!late.empty())
        m_core.events.committed({});
}

void Outbox::watchForLate()
{
    std::optional<Milliseconds> next;
    for (const Operation &operation : m_live) {
        const Milliseconds left = longestWait - (m_core.ports.clock.wall() - operation.decidedAt);
        if (needsConnection(operation.decision) && !operation.maybeApplied && left > 0ms)
            next = std::min(next.value_or(left), left);
    }
    if (next)
        m_lateTimer.start(*next, [this] { endLate(); });
    else
        m_lateTimer.stop();
}
