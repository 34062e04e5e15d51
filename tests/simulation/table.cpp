#include "tests/simulation/table.h"

#include "tests/simulation/life.h"

#include <QDateTime>

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
                                                          {"branch_unavailable", "branch_unavailable"},
                                                          {"client_disconnected", "client_disconnected"}};
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

sandbox::Json bodyOf(const DeskChange &row)
{
    return sandbox::Json::parse(row.body.toStdString(), nullptr, false);
}

std::optional<End> clientEndByCache(const DeskChange &row, const Remembered &client)
{
    // What was asked before may have been done before the client left: then only the service can say.
    if (row.maybeApplied)
        return std::nullopt;
    if (client.isBuried)
        return conflict("removed");
    const bool isGone = client.isThere && client.status == "disconnected";
    return isGone && row.type != QLatin1StringView("disconnect_client") ? std::optional(conflict("client_disconnected"))
                                                                         : std::nullopt;
}

} // namespace

Subject subjectOf(const DeskChange &row)
{
    if (!row.invitation.isEmpty())
        return {"invitation", row.invitation.toStdString()};
    const sandbox::Json body = bodyOf(row);
    if (body.is_object() && body.contains("clientId"))
        return {"client", sandbox::stringAt(body, "clientId")};
    return {"branch", body.is_object() ? sandbox::stringAt(body, "branchId") : std::string()};
}

bool mustNotBeLate(const DeskChange &row)
{
    return row.type == QLatin1StringView("disconnect_client") || row.type == QLatin1StringView("regenerate_link");
}

qint64 decidedAt(const DeskChange &row)
{
    const sandbox::Json body = bodyOf(row);
    const QString at = body.is_object() ? QString::fromStdString(sandbox::stringAt(body, "decidedAt")) : QString();
    return QDateTime::fromString(at, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

bool isCardWorthy(const DeskChange &row)
{
    return !row.invitation.isEmpty() || row.type == QLatin1StringView("disconnect_client");
}

QString endName(const std::optional<End> &end)
{
    return end ? QLatin1StringView(stateName(end->state)) + u' ' + end->kind : QStringLiteral("none");
}

std::optional<End> endByCache(const DeskChange &row, const Remembered &remembered)
{
    if (row.invitation.isEmpty())
        return clientEndByCache(row, remembered);
    const Remembered &invitation = remembered;
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

std::optional<End> endByAnswer(const DeskChange &row, const Reply &reply)
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
    if (sandbox::stringAt(body, "operationId") != row.id.toStdString())
        return std::nullopt;
    const bool byColleague = sandbox::stringAt(body, "result") == "same_decision" && isCardWorthy(row);
    return byColleague ? sameDecision : End{OperationState::Acked, {}};
}

} // namespace simulation
