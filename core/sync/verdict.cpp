#include "core/sync/verdict.h"

#include "core/api/codec.h"

namespace {

/// The operation's invitation, where it has one and an answer brought it.
const Invitation *invitationIn(const std::vector<Change> &changes, const Operation &operation)
{
    const InvitationId *const id = decidedInvitation(operation.decision);
    for (const Change &change : changes) {
        const auto *invitation = std::get_if<Invitation>(&change);
        if (id && invitation && invitation->id == *id)
            return invitation;
    }
    return nullptr;
}

/// Words that the client was not told, or a decision that somebody else is answerable for. That a colleague assigned the same
/// person or ticked off the same step is what was wanted, and no news.
bool isWorthACard(const Decision &decision)
{
    return decidedInvitation(decision) || std::holds_alternative<DisconnectClient>(decision);
}

void nameDecider(OperationEnd &end, const Invitation *invitation)
{
    if (!invitation)
        return;
    end.byName = invitation->decidedByName;
    end.byAt = invitation->decidedAt;
    end.status = invitation->status;
}

Verdict giveBack(const Response &response, Trouble trouble)
{
    Verdict verdict;
    verdict.trouble = trouble;
    verdict.retryAfter = response.retryAfter;
    return verdict;
}

Verdict judgeSuccess(const Operation &operation, const Response &response)
{
    const Result<Outcome> outcome = readOutcome(response.body);
    if (!outcome || outcome->operationId != operation.id.text())
        return giveBack(response, Trouble::Blocked);
    Verdict verdict;
    verdict.what = Verdict::What::Ack;
    verdict.changes = outcome->changes;
    verdict.replayed = outcome->replayed;
    if (outcome->sameDecision && isWorthACard(operation.decision)) {
        verdict.end.kind = EndKind::SameDecision;
        nameDecider(verdict.end, invitationIn(outcome->changes, operation));
    }
    return verdict;
}

EndKind conflictKind(const QString &code)
{
    if (code == QLatin1StringView("already_decided"))
        return EndKind::DecidedOtherwise;
    if (code == QLatin1StringView("invitation_withdrawn"))
        return EndKind::Withdrawn;
    if (code == QLatin1StringView("invitation_expired"))
        return EndKind::Expired;
    if (code == QLatin1StringView("invitation_superseded"))
        return EndKind::Superseded;
    if (code == QLatin1StringView("already_connected"))
        return EndKind::AlreadyConnected;
    if (code == QLatin1StringView("branch_unavailable"))
        return EndKind::BranchUnavailable;
    if (code == QLatin1StringView("client_disconnected"))
        return EndKind::ClientDisconnected;
    return EndKind::OtherConflict;
}

Verdict ended(Verdict::What what, EndKind kind, const Operation &operation, const Problem &problem)
{
    Verdict verdict;
    verdict.what = what;
    verdict.changes = problem.current;
    verdict.end.kind = kind;
    verdict.end.code = problem.code;
    verdict.end.detail = problem.detail;
    verdict.end.field = problem.field;
    verdict.end.permission = problem.permission;
    nameDecider(verdict.end, invitationIn(problem.current, operation));
    return verdict;
}

Verdict judgeRefusal(const Operation &operation, const Response &response, const Problem &problem)
{
    using What = Verdict::What;
    switch (response.status) {
    case 400:
    case 413:
    case 415:
        return ended(What::Fail, EndKind::OurFault, operation, problem);
    case 403:
        return ended(What::Fail,
                     problem.code == QLatin1StringView("permission_denied") ? EndKind::PermissionDenied : EndKind::Refused,
                     operation, problem);
    case 404:
        return ended(What::Fail, EndKind::NotFound, operation, problem);
    case 409:
        return ended(What::Conflict, conflictKind(problem.code), operation, problem);
    case 412:
        return ended(What::Conflict, EndKind::Changed, operation, problem);
    case 422:
        return ended(What::Fail,
                     problem.code == QLatin1StringView("operation_reused") ? EndKind::OurFault : EndKind::Refused, operation,
                     problem);
    default:
        return ended(What::Fail, EndKind::Refused, operation, problem);
    }
}

/// Answers that say "not now" by their status alone: their body need not be readable.
std::optional<Verdict> judgeNotNow(const Response &response)
{
    const int status = response.status;
    if (status == 401) {
        Verdict verdict = giveBack(response, Trouble::None);
        verdict.what = Verdict::What::SignOut;
        verdict.provesNothingDone = !response.sentTwice;
        return verdict;
    }
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
        Verdict verdict = giveBack(response, Trouble::Service);
        verdict.provesNothingDone = (status == 425 || status == 429) && !response.sentTwice;
        return verdict;
    }
    return std::nullopt;
}

Verdict judgeProblem(const Operation &operation, const Response &response)
{
    if (const std::optional<Verdict> notNow = judgeNotNow(response))
        return *notNow;
    const Result<Problem> problem = readProblem(response.body);
    if (!problem)
        return giveBack(response, Trouble::Blocked);
    if (response.status == 403 && problem->code == QLatin1StringView("client_too_old")) {
        Verdict verdict = giveBack(response, Trouble::None);
        verdict.what = Verdict::What::TooOld;
        verdict.provesNothingDone = !response.sentTwice;
        return verdict;
    }
    if (response.status == 409 && problem->code == QLatin1StringView("operation_in_progress"))
        return giveBack(response, Trouble::None);
    return judgeRefusal(operation, response, *problem);
}

} // namespace

Trouble troubleOf(const Response &response)
{
    if (response.failure == Response::Failure::Untrusted)
        return Trouble::Untrusted;
    if (response.failure == Response::Failure::NoAnswer)
        return Trouble::NoAnswer;
    if (!response.fromService || response.status < 200 || (response.status >= 300 && response.status < 400))
        return Trouble::Blocked;
    if (response.status == 408 || response.status == 425 || response.status == 429 || response.status >= 500)
        return Trouble::Service;
    return Trouble::None;
}

Verdict judge(const Operation &operation, const Response &response)
{
    const Trouble trouble = troubleOf(response);
    if (trouble != Trouble::None && trouble != Trouble::Service)
        return giveBack(response, trouble);
    if (response.status < 300) {
        if (response.contentType != "application/json")
            return giveBack(response, Trouble::Blocked);
        return judgeSuccess(operation, response);
    }
    if (trouble == Trouble::None && response.status != 401 && response.contentType != "application/problem+json")
        return giveBack(response, Trouble::Blocked);
    return judgeProblem(operation, response);
}
