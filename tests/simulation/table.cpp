#include "tests/simulation/table.h"

#include "tests/simulation/life.h"

#include <map>

namespace simulation {

namespace {

End conflict(const std::string &kind)
{
    return {OperationState::Conflict, QString::fromStdString(kind)};
}

End failed(const char *kind)
{
    return {OperationState::Failed, QLatin1StringView(kind)};
}

const End sameDecision{OperationState::Acked, QStringLiteral("same_decision")};

std::string conflictKind(const std::string &code)
{
    static const std::map<std::string, std::string> kinds{{"already_decided", "decided_otherwise"},
                                                          {"invitation_withdrawn", "withdrawn"},
                                                          {"invitation_expired", "expired"},
                                                          {"invitation_superseded", "superseded"},
                                                          {"already_connected", "already_connected"},
                                                          {"branch_unavailable", "branch_unavailable"}};
    const auto found = kinds.find(code);
    return found == kinds.end() ? "other_conflict" : found->second;
}

std::optional<End> endByRefusal(int status, const std::string &code)
{
    if (status == 409)
        return code == "operation_in_progress" ? std::nullopt : std::optional(conflict(conflictKind(code)));
    if (status == 412)
        return conflict("changed");
    if (status == 403 && code == "client_too_old")
        return std::nullopt;
    if (status == 403 && code == "permission_denied")
        return failed("permission_denied");
    if (status == 404)
        return failed("not_found");
    const bool oursToBlame = status == 400 || status == 413 || status == 415 || (status == 422 && code == "operation_reused");
    return failed(oursToBlame ? "our_fault" : "refused");
}

} // namespace

QString endName(const std::optional<End> &end)
{
    return end ? QLatin1StringView(stateName(end->state)) + u' ' + end->kind : QStringLiteral("none");
}

std::optional<End> endByCache(const DeskChange &row, const Remembered &invitation)
{
    // What was removed may have been decided by this before: then only the service can say.
    if (invitation.isBuried)
        return row.maybeApplied ? std::nullopt : std::optional(conflict("removed"));
    if (!invitation.isThere)
        return std::nullopt;
    if (invitation.status == "pending")
        return invitation.revision == row.revision.toStdString() ? std::nullopt : std::optional(conflict("changed"));
    if (invitation.operation == row.id.toStdString())
        return End{OperationState::Acked, {}};
    if (invitation.status == "accepted" || invitation.status == "rejected") {
        const bool same = (invitation.status == "accepted") == (row.type == QLatin1StringView("accept_invitation"));
        return same ? sameDecision : conflict("decided_otherwise");
    }
    if (invitation.status == "withdrawn" || invitation.status == "expired" || invitation.status == "superseded")
        return conflict(invitation.status);
    return std::nullopt;
}

std::optional<End> endByAnswer(const QString &operation, const Reply &reply)
{
    const int status = reply.status;
    const bool isPassing = status == 401 || status == 408 || status == 425 || status == 429 || status >= 500;
    if (!reply.atlasApi || status < 200 || (status >= 300 && status < 400) || isPassing)
        return std::nullopt;
    const bool isGood = status < 300;
    if (!reply.contentType.starts_with(isGood ? "application/json" : "application/problem+json"))
        return std::nullopt;
    const sandbox::Json body = sandbox::Json::parse(reply.body, nullptr, false);
    if (!body.is_object())
        return std::nullopt;
    if (!isGood)
        return endByRefusal(status, sandbox::stringAt(body, "code"));
    if (sandbox::stringAt(body, "operationId") != operation.toStdString())
        return std::nullopt;
    const bool byColleague = sandbox::stringAt(body, "result") == "same_decision";
    return byColleague ? sameDecision : End{OperationState::Acked, {}};
}

} // namespace simulation
