#include "tests/sandbox/operations.h"

#include "tests/sandbox/operationshape.h"

#include <algorithm>
#include <map>
#include <set>

namespace sandbox {

namespace {

std::string_view permissionFor(const std::string &type)
{
    static const std::map<std::string, std::string_view> needed{
        {"disconnect_client", permission::deleteClients}, {"assign_accountant", permission::grantAccess},
        {"remove_accountant", permission::revokeAccess},  {"add_client_note", permission::updateNotes},
        {"set_first_step", permission::createClients},
    };
    return needed.at(type);
}

/// The member the object must have as an array, empty where it was not there.
Json arrayAt(const Json &object, const char *member)
{
    return object.contains(member) && object[member].is_array() ? object[member] : Json::array();
}

Json::iterator accountant(Json &accountants, const std::string &member)
{
    return std::find_if(accountants.begin(), accountants.end(),
                        [&member](const Json &entry) { return stringAt(entry, "memberId") == member; });
}

} // namespace

Answer Operations::onClient(const Task &task)
{
    using Handler = Answer (Operations::*)(const Task &, const Row &, Json);
    static const std::map<std::string, Handler> handlers{
        {"disconnect_client", &Operations::disconnect},       {"assign_accountant", &Operations::assign},
        {"remove_accountant", &Operations::removeAccountant}, {"add_client_note", &Operations::addNote},
        {"set_first_step", &Operations::setFirstStep},
    };
    const std::string type = stringAt(task.body, "type");
    const auto row = m_practice.find("client", stringAt(task.body, "clientId"));
    if (!row)
        return notFound("client");
    for (const auto needed : {permissionFor(type), permission::viewClients}) {
        if (!task.person.may(needed, row->branch))
            return denied(needed);
    }
    if (const auto fault = memberFault(task.body))
        return *fault;
    return (this->*handlers.at(type))(task, *row, Json::parse(row->body));
}

Answer Operations::disconnect(const Task &task, const Row &row, Json client)
{
    if (const auto fault = reasonFault(task, "disconnection"))
        return *fault;
    if (row.status != "active")
        return sameDecision(task, row);
    client["state"] = "disconnected";
    client["disconnectedAt"] = rfc3339(m_practice.now());
    client["disconnectedBy"] = "practice";
    client["accountants"] = Json::array();
    const Row changed = m_practice.put(row.kind, row.id, client);
    const Row activity = m_practice.recordActivity(row.branch, task.person.name, "client_disconnected",
                                                   {{"clientId", row.id}, {"detail", client["companyName"]}});
    m_practice.tell(notice(Notice::Kind::Disconnected, task, client));
    return applied(task, "client_disconnected", {changed, activity});
}

std::optional<Answer> Operations::memberOfPractice(const Task &task) const
{
    if (m_practice.find("member", stringAt(task.body, "memberId")))
        return std::nullopt;
    return invalidMember("invalid_request", "memberId", "no member of the practice");
}

Answer Operations::assign(const Task &task, const Row &row, Json client)
{
    const std::string role = stringAt(task.body, "role");
    const std::string member = stringAt(task.body, "memberId");
    if (const auto fault = memberOfPractice(task))
        return *fault;
    if (role != "primary" && role != "accountant")
        return invalidMember("invalid_request", "role", "primary or accountant");
    if (row.status != "active")
        return conflict(task, "client_disconnected", "The client is no longer connected", row);
    Json accountants = arrayAt(client, "accountants");
    auto found = accountant(accountants, member);
    if (found != accountants.end() && stringAt(*found, "role") == role)
        return sameDecision(task, row);
    if (found != accountants.end())
        accountants.erase(found);
    for (Json &entry : accountants) {
        if (role == "primary")
            entry["role"] = "accountant";
    }
    accountants.push_back({{"memberId", member}, {"role", role}});
    client["accountants"] = accountants;
    const Row changed = m_practice.put(row.kind, row.id, client);
    const Row activity = m_practice.recordActivity(row.branch, task.person.name, "accountant_assigned",
                                                   {{"clientId", row.id}, {"detail", client["companyName"]}});
    return applied(task, "accountant_assigned", {changed, activity});
}

Answer Operations::removeAccountant(const Task &task, const Row &row, Json client)
{
    if (const auto fault = memberOfPractice(task))
        return *fault;
    if (row.status != "active")
        return conflict(task, "client_disconnected", "The client is no longer connected", row);
    Json accountants = arrayAt(client, "accountants");
    const auto found = accountant(accountants, stringAt(task.body, "memberId"));
    if (found == accountants.end())
        return sameDecision(task, row);
    accountants.erase(found);
    client["accountants"] = accountants;
    const Row changed = m_practice.put(row.kind, row.id, client);
    const Row activity = m_practice.recordActivity(row.branch, task.person.name, "accountant_removed",
                                                   {{"clientId", row.id}, {"detail", client["companyName"]}});
    return applied(task, "accountant_removed", {changed, activity});
}

Answer Operations::addNote(const Task &task, const Row &row, Json client)
{
    if (row.status != "active")
        return conflict(task, "client_disconnected", "The client is no longer connected", row);
    Json notes = arrayAt(client, "notes");
    notes.push_back({{"authorName", task.person.name}, {"at", rfc3339(m_practice.now())}, {"text", task.body["text"]}});
    client["notes"] = notes;
    const Row changed = m_practice.put(row.kind, row.id, client);
    const Row activity = m_practice.recordActivity(row.branch, task.person.name, "note_added",
                                                   {{"clientId", row.id}, {"detail", client["companyName"]}});
    return applied(task, "note_added", {changed, activity});
}

Answer Operations::setFirstStep(const Task &task, const Row &row, Json client)
{
    static const std::set<std::string> known{"company_details", "chart_of_accounts", "bank_accounts", "team"};
    const std::string step = stringAt(task.body, "step");
    const bool done = task.body["done"].get<bool>();
    if (!known.contains(step))
        return invalidMember("invalid_request", "step", "none of the first steps");
    if (row.status != "active")
        return conflict(task, "client_disconnected", "The client is no longer connected", row);
    Json steps = arrayAt(client, "firstSteps");
    const auto found = std::find(steps.begin(), steps.end(), Json(step));
    if ((found != steps.end()) == done)
        return sameDecision(task, row);
    if (done)
        steps.push_back(step);
    else
        steps.erase(found);
    client["firstSteps"] = steps;
    const Row changed = m_practice.put(row.kind, row.id, client);
    std::vector<Row> rows{changed};
    if (done)
        rows.push_back(m_practice.recordActivity(row.branch, task.person.name, "first_step_done",
                                                 {{"clientId", row.id}, {"detail", step}}));
    return applied(task, "first_step_done", rows);
}

} // namespace sandbox
