#include "tests/sandbox/operations.h"

#include "tests/sandbox/operationshape.h"

#include <map>

namespace sandbox {

namespace {

struct Ending
{
    const char *code;
    const char *title;
};

/// Why an invitation that is not pending can't be decided any more.
Ending endingOf(const std::string &status)
{
    static const std::map<std::string, Ending> endings{
        {"withdrawn", {"invitation_withdrawn", "The client took the invitation back"}},
        {"expired", {"invitation_expired", "The invitation's time is over"}},
        {"superseded", {"invitation_superseded", "A newer invitation took this one's place"}},
    };
    const auto found = endings.find(status);
    return found == endings.end() ? Ending{"already_decided", "A colleague has already decided"} : found->second;
}

} // namespace

Answer Operations::onInvitation(const Task &task)
{
    const bool accepting = task.body["type"] == "accept_invitation";
    const auto row = m_practice.find("invitation", stringAt(task.body, "invitationId"));
    if (!row)
        return notFound("invitation");
    for (const auto needed : {permission::createClients, permission::viewClients}) {
        if (!task.person.may(needed, row->branch))
            return denied(needed);
    }
    if (const auto fault = memberFault(task.body))
        return *fault;
    if (const auto fault = accepting ? std::nullopt : reasonFault(task, "rejection"))
        return *fault;
    if (row->status == (accepting ? "accepted" : "rejected"))
        return sameDecision(task, *row);
    if (row->status != "pending")
        return conflict(task, endingOf(row->status).code, endingOf(row->status).title, *row);
    const Json invitation = Json::parse(row->body);
    return accepting ? accept(task, *row, invitation) : reject(task, *row, invitation);
}

Answer Operations::accept(const Task &task, const Row &row, Json invitation)
{
    const auto branch = m_practice.find("branch", row.branch);
    if (branch && branch->status != "active")
        return conflict(task, "branch_unavailable", "The branch is closed", *branch);
    const auto connected = m_practice.store().connectedClient(
        connectionKey(row.branch, stringAt(invitation, "ownerEmail"), stringAt(invitation, "companyName")));
    if (connected)
        return conflict(task, "already_connected", "This company is a client already", *connected);
    if (stringAt(invitation, "revision") != stringAt(task.body, "revision"))
        return conflict(task, "revision_mismatch", "The invitation changed since it was read", row);

    const Row client = connect(task, row, invitation);
    invitation = decided(task, invitation, "accepted");
    invitation["clientId"] = client.id;
    const Row changed = m_practice.put(row.kind, row.id, invitation);
    const Json about{{"invitationId", row.id}, {"clientId", client.id}, {"detail", invitation["companyName"]}};
    const Row first = m_practice.recordActivity(row.branch, task.person.name, "invitation_accepted", about);
    const Row second = m_practice.recordActivity(row.branch, task.person.name, "client_connected", about);
    m_practice.tell(notice(Notice::Kind::Accepted, task, invitation));
    return applied(task, "invitation_accepted", {changed, client, first, second});
}

Answer Operations::reject(const Task &task, const Row &row, Json invitation)
{
    if (stringAt(invitation, "revision") != stringAt(task.body, "revision"))
        return conflict(task, "revision_mismatch", "The invitation changed since it was read", row);
    invitation = decided(task, invitation, "rejected");
    invitation["reasonId"] = task.body["reasonId"];
    if (task.body.contains("reasonText"))
        invitation["reasonText"] = task.body["reasonText"];
    if (!stringAt(task.body, "message").empty())
        invitation["replyMessage"] = task.body["message"];
    const Row changed = m_practice.put(row.kind, row.id, invitation);
    const Row activity = m_practice.recordActivity(row.branch, task.person.name, "invitation_rejected",
                                                   {{"invitationId", row.id}, {"detail", invitation["companyName"]}});
    m_practice.tell(notice(Notice::Kind::Rejected, task, invitation));
    return applied(task, "invitation_rejected", {changed, activity});
}

Json Operations::decided(const Task &task, Json invitation, const char *status) const
{
    invitation["status"] = status;
    invitation["decidedAt"] = rfc3339(m_practice.now());
    invitation["decidedBy"] = task.person.id;
    invitation["decidedByName"] = task.person.name;
    invitation["operationId"] = task.id;
    return invitation;
}

Row Operations::connect(const Task &task, const Row &row, const Json &invitation)
{
    const std::string id = m_practice.newId("cli_");
    return m_practice.put("client", id,
                          {{"branchId", row.branch},
                           {"companyName", stringAt(invitation, "companyName")},
                           {"ownerName", stringAt(invitation, "ownerName")},
                           {"ownerEmail", stringAt(invitation, "ownerEmail")},
                           {"billing", "client_pays"},
                           {"state", "active"},
                           {"connectedAt", rfc3339(m_practice.now())},
                           {"accountUrl", std::string(addressMark) + "/account/" + id},
                           {"invitationId", row.id},
                           {"accountants", Json::array({Json{{"memberId", task.person.id}, {"role", "primary"}}})},
                           {"firstSteps", Json::array()},
                           {"notes", Json::array()}});
}

} // namespace sandbox
