#include "tests/sandbox/operations.h"

#include "tests/sandbox/operationshape.h"
#include "tests/sandbox/textrules.h"

namespace sandbox {

namespace {

Answer malformed(const std::string &detail)
{
    return problem(400, "invalid_request", "The request can't be read", {{"detail", detail}});
}

/// Absent where the text is no JSON. What a lone surrogate was is told apart later, as NUL is.
std::optional<Json> parsed(const std::string &body)
{
    Json value = Json::parse(withoutLoneSurrogates(body), nullptr, false);
    return value.is_discarded() ? std::nullopt : std::optional(std::move(value));
}

} // namespace

Answer Operations::apply(const Person &person, const std::string &id, const std::string &body)
{
    if (body.size() > longestBody)
        return problem(413, "invalid_request", "A request body is at most 64 KiB");
    if (!isUuid(id))
        return malformed("the operation's name is no UUID");
    const auto operation = parsed(body);
    if (!operation)
        return malformed("the body is no JSON");
    if (const auto fault = shapeFault(*operation))
        return malformed(*fault);

    const std::string name = lowerAscii(id);
    if (m_running.contains(name)) {
        Answer answer = problem(409, "operation_in_progress", "This operation is still running");
        answer.retryAfterSeconds = 1;
        return answer;
    }
    if (const auto stored = m_practice.store().operation(name))
        return known(*stored, person, *operation);

    Answer answer;
    m_practice.commit([&] {
        m_practice.expireDue();
        answer = judge({person, id, *operation});
        m_practice.store().remember({name, person.id, text(*operation), answer.status, answer.body});
    });
    return answer;
}

void Operations::setRunning(const std::string &id, bool running)
{
    if (running)
        m_running.insert(lowerAscii(id));
    else
        m_running.erase(lowerAscii(id));
}

Answer Operations::known(const StoredOperation &stored, const Person &person, const Json &body) const
{
    if (stored.person != person.id || Json::parse(stored.request) != body)
        return problem(422, "operation_reused", "This name belongs to another operation");
    if (stored.status >= 300)
        return {stored.status, stored.answer, "application/problem+json", std::nullopt};
    Json outcome = Json::parse(stored.answer);
    outcome["replayed"] = true;
    return ok(outcome);
}

Answer Operations::judge(const Task &task)
{
    const std::string type = stringAt(task.body, "type");
    if (type == "accept_invitation" || type == "reject_invitation")
        return onInvitation(task);
    if (type == "regenerate_link")
        return regenerateLink(task);
    return onClient(task);
}

Answer Operations::regenerateLink(const Task &task)
{
    const auto branch = m_practice.find("branch", stringAt(task.body, "branchId"));
    if (!branch)
        return notFound("branch");
    if (!task.person.may(permission::createClients, branch->id))
        return denied(permission::createClients);
    if (const auto fault = memberFault(task.body))
        return *fault;
    if (branch->status != "active")
        return conflict(task, "branch_unavailable", "The branch is closed", *branch);
    m_practice.renewLink(branch->id);
    const Row activity = m_practice.recordActivity(branch->id, task.person.name, "link_regenerated", Json::object());
    m_practice.tell(Effect{0, task.id, task.person.id, "link_regenerated", "branch", branch->id});
    return outcome(task, "applied", {activity});
}

std::optional<Answer> Operations::reasonFault(const Task &task, const std::string &use) const
{
    const auto reason = m_practice.find("reason", stringAt(task.body, "reasonId"));
    const Json body = reason ? Json::parse(reason->body) : Json::object();
    if (stringAt(body, "use") != use)
        return invalidMember("reason_unknown", "reasonId", "no reason for this");
    const bool given = task.body.contains("reasonText");
    const bool empty = stringAt(task.body, "reasonText").empty();
    if (body.value("textRequired", false) && empty)
        return invalidMember("reason_text_required", "reasonText", "this reason needs words of one's own");
    if (given && empty)
        return invalidMember("invalid_request", "reasonText", "too short or too long");
    if (codePoints(stringAt(task.body, "message")) > std::size_t(longestMessage))
        return invalidMember("message_too_long", "message",
                             "at most " + std::to_string(longestMessage) + " characters");
    return std::nullopt;
}

Answer Operations::conflict(const Task &task, std::string_view code, std::string_view title, const Row &current) const
{
    const Json object = Json::parse(m_practice.change(current, task.person));
    return problem(code == "revision_mismatch" ? 412 : 409, code, title, {{"current", object}});
}

Answer Operations::outcome(const Task &task, const char *result, const std::vector<Row> &rows) const
{
    Json changes = Json::array();
    for (const Row &row : rows) {
        if (m_practice.sees(task.person, row))
            changes.push_back(Json::parse(m_practice.change(row, task.person)));
    }
    const bool applied = std::string_view(result) == "applied";
    return {applied ? 201 : 200,
            text(Json{{"operationId", task.id},
                      {"result", result},
                      {"appliedAt", rfc3339(m_practice.now())},
                      {"changes", changes}}),
            "application/json", std::nullopt};
}

Answer Operations::applied(const Task &task, const char *action, const std::vector<Row> &rows)
{
    const Row &target = rows.front();
    m_practice.tell(Effect{0, task.id, task.person.id, action, target.kind, target.id});
    return outcome(task, "applied", rows);
}

Answer Operations::sameDecision(const Task &task, const Row &row) const
{
    std::vector<Row> rows{row};
    const std::string client = stringAt(Json::parse(row.body), "clientId");
    if (const auto connected = m_practice.find("client", client))
        rows.push_back(*connected);
    return outcome(task, "same_decision", rows);
}

Notice Operations::notice(Notice::Kind kind, const Task &task, const Json &party) const
{
    const std::string branch = stringAt(party, "branchId");
    const auto row = m_practice.find("branch", branch);
    const auto reason = m_practice.find("reason", stringAt(task.body, "reasonId"));
    Notice told;
    told.kind = kind;
    told.toName = stringAt(party, "ownerName");
    told.toEmail = stringAt(party, "ownerEmail");
    told.company = stringAt(party, "companyName");
    told.branchName = m_practice.branchName(branch);
    told.branchEmail = row ? stringAt(Json::parse(row->body), "email") : std::string();
    told.reasonLabel = reason ? stringAt(Json::parse(reason->body), "label") : std::string();
    told.reasonText = stringAt(task.body, "reasonText");
    told.message = stringAt(task.body, "message");
    return told;
}

} // namespace sandbox
