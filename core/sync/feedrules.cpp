#include "core/sync/feedrules.h"

namespace {

Ending conflict(EndKind kind, const Invitation &invitation)
{
    Ending ending;
    ending.end.kind = kind;
    ending.end.byName = invitation.decidedByName;
    ending.end.byAt = invitation.decidedAt;
    ending.end.status = invitation.status;
    return ending;
}

Ending decided(const Operation &operation, const Invitation &invitation)
{
    const bool accepted = invitation.status == InvitationStatus::Accepted;
    const bool same = accepted == std::holds_alternative<AcceptInvitation>(operation.decision);
    if (!same)
        return conflict(EndKind::DecidedOtherwise, invitation);
    Ending ending = conflict(EndKind::SameDecision, invitation);
    ending.to = OperationState::Acked;
    return ending;
}

} // namespace

std::optional<Ending> judgeClientByCache(const Operation &operation, const std::optional<Client> &client, bool removed)
{
    // An attempt may have done it before the client left or went out of sight: only the service can say.
    if (operation.maybeApplied)
        return std::nullopt;
    Ending ending;
    ending.end.kind = EndKind::Removed;
    if (removed)
        return ending;
    const bool isGone = client && client->state == ClientState::Disconnected;
    if (!isGone || std::holds_alternative<DisconnectClient>(operation.decision))
        return std::nullopt;
    ending.end.kind = EndKind::ClientDisconnected;
    ending.end.byAt = client->disconnectedAt;
    return ending;
}

std::optional<Ending> judgeByCache(const Operation &operation, const std::optional<Invitation> &invitation, bool removed)
{
    if (removed) {
        // An attempt may have decided it before it went out of sight: only the service can say.
        if (operation.maybeApplied)
            return std::nullopt;
        Ending ending;
        ending.end.kind = EndKind::Removed;
        return ending;
    }
    if (!invitation)
        return std::nullopt;
    const bool isPending = invitation->status == InvitationStatus::Pending; // Then nothing decided it, whatever it names
    if (!isPending && invitation->operationId == operation.id.text()) {
        Ending ending;
        ending.to = OperationState::Acked;
        ending.surprising = operation.state == OperationState::Held;
        return ending;
    }
    switch (invitation->status.known) {
    case InvitationStatus::Pending:
        if (invitation->revision != decidedRevision(operation.decision))
            return conflict(EndKind::Changed, *invitation);
        return std::nullopt;
    case InvitationStatus::Accepted:
    case InvitationStatus::Rejected:
        return decided(operation, *invitation);
    case InvitationStatus::Withdrawn:
        return conflict(EndKind::Withdrawn, *invitation);
    case InvitationStatus::Expired:
        return conflict(EndKind::Expired, *invitation);
    case InvitationStatus::Superseded:
        return conflict(EndKind::Superseded, *invitation);
    case InvitationStatus::Unknown:
        return std::nullopt;
    }
    return std::nullopt;
}
