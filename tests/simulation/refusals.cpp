#include "tests/simulation/refusals.h"

#include "tests/sandbox/times.h"

namespace simulation {

Reply Refusals::problem(int status, const char *code, const sandbox::Json &more)
{
    const sandbox::Answer answer = sandbox::problem(status, code, "Not now", more);
    return {answer.status, answer.contentType, answer.body, std::nullopt, true};
}

Reply Refusals::portal(int status)
{
    return {status, "text/html", "<html><h1>Wi-Fi</h1>Sign in to go on</html>", std::nullopt, false};
}

Refusals::Unavailable Refusals::unavailable(Chance &chance) const
{
    static const std::vector<int> statuses{408, 425, 429, 429, 500, 502, 503, 503, 504};
    const int status = chance.oneOf(statuses);
    Unavailable refusal{problem(status, status == 429 ? "too_many_requests" : "unavailable"), status == 408 || status >= 500};
    if (status == 429 || status == 503) {
        const int seconds = chance.oneIn(4) ? chance.below(7200) : chance.below(60);
        refusal.reply.retryAfter = chance.oneIn(3) ? sandbox::httpDate(m_service.now() + seconds * sandbox::secondMs)
                                                   : std::to_string(seconds);
    }
    if (chance.oneIn(4)) // A proxy of the service's own, with a page instead of a problem
        refusal.reply.body = "<html>busy</html>";
    return refusal;
}

Reply Refusals::malformed(Chance &chance) const
{
    static const std::vector<int> statuses{400, 413, 415};
    return problem(chance.oneOf(statuses), "invalid_request", {{"detail", "no. " + Service::canary()}});
}

std::optional<Reply> Refusals::final(const Question &question, Chance &chance) const
{
    struct Kind
    {
        int status;
        const char *code;
        sandbox::Json more;
    };
    static const std::vector<Kind> kinds{
        {403, "permission_denied", {{"permission", "create_clients"}}},
        {403, "of_tomorrow", sandbox::Json::object()},
        {404, "not_found", sandbox::Json::object()},
        {409, "branch_unavailable", sandbox::Json::object()},
        {409, "already_connected", sandbox::Json::object()},
        {409, "of_tomorrow", {{"detail", "Something else. " + Service::canary()}}},
        {412, "revision_mismatch", sandbox::Json::object()},
        {418, "of_tomorrow", sandbox::Json::object()},
        {422, "message_too_long", {{"field", "message"}}},
        {422, "reason_unknown", {{"field", "reasonId"}}},
        {422, "operation_reused", sandbox::Json::object()},
    };
    const Kind &kind = chance.oneOf(kinds);
    const Reply reply = problem(kind.status, kind.code, kind.more);
    if (!m_service.refuse(question, reply))
        return std::nullopt;
    return reply;
}

} // namespace simulation
