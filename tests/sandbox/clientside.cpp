#include "tests/sandbox/clientside.h"

namespace sandbox {

namespace {

void setOrErase(Json &object, const char *member, const std::string &value)
{
    if (value.empty())
        object.erase(member);
    else
        object[member] = value;
}

void take(Json &invitation, const Application &application)
{
    invitation["companyName"] = application.companyName;
    invitation["ownerName"] = application.ownerName;
    invitation["ownerEmail"] = application.ownerEmail;
    setOrErase(invitation, "message", application.message);
    setOrErase(invitation, "country", application.country);
    setOrErase(invitation, "registrationNumber", application.registrationNumber);
}

} // namespace

std::optional<Row> ClientSide::signUp(const std::string &linkToken, const Application &application)
{
    const auto branch = m_practice.branchOfLink(linkToken);
    if (!branch || branch->status != "active")
        return std::nullopt;
    return arrive(*branch, "client_pays_link", application);
}

std::optional<Row> ClientSide::invite(const std::string &branchEmail, const Application &application)
{
    const auto branch = m_practice.branchOfAddress(branchEmail);
    if (!branch)
        return std::nullopt;
    return arrive(*branch, "external_access", application);
}

Row ClientSide::arrive(const Row &branch, const char *origin, const Application &application)
{
    Json invitation{{"branchId", branch.id}, {"origin", origin}};
    take(invitation, application);
    return create(invitation);
}

Row ClientSide::create(Json members, const std::vector<std::string> &omit)
{
    Row row;
    m_practice.commit([&] {
        const std::string id = members.contains("id") ? stringAt(members, "id") : m_practice.newId("inv_");
        members.erase("id");
        const std::string branch = m_practice.branchIds().empty() ? std::string() : *m_practice.branchIds().begin();
        Json invitation{{"revision", m_practice.newRevision()}, {"branchId", branch},
                        {"origin", "external_access"},          {"status", "pending"},
                        {"companyName", "Sample Company Ltd"},  {"ownerName", "Sam Sample"},
                        {"ownerEmail", "sam@sample.example"},   {"sentAt", rfc3339(m_practice.now())}};
        invitation.merge_patch(members); // null takes a member out
        for (const std::string &member : omit)
            invitation.erase(member);
        row = m_practice.put("invitation", id, invitation);
        m_practice.recordActivity(row.branch, stringAt(invitation, "ownerName"), "invitation_received",
                                  {{"invitationId", id}, {"detail", stringAt(invitation, "companyName")}});
        m_practice.tell(Effect{0, {}, {}, "invitation_received", "invitation", id});
    });
    return row;
}

std::optional<Row> ClientSide::edit(const std::string &invitation, const Application &application)
{
    const auto row = m_practice.find("invitation", invitation);
    if (!row || row->status != "pending")
        return std::nullopt;
    Row changed;
    m_practice.commit([&] {
        Json body = Json::parse(row->body);
        take(body, application);
        body["revision"] = m_practice.newRevision();
        changed = m_practice.put(row->kind, row->id, body);
        m_practice.tell(Effect{0, {}, {}, "invitation_edited", row->kind, row->id});
    });
    return changed;
}

std::optional<Row> ClientSide::withdraw(const std::string &invitation)
{
    return end(invitation, "withdrawn", "invitation_withdrawn", Json::object());
}

std::optional<Row> ClientSide::expire(const std::string &invitation)
{
    return end(invitation, "expired", "invitation_expired", Json::object());
}

std::optional<Row> ClientSide::supersede(const std::string &invitation, const std::string &by)
{
    return end(invitation, "superseded", "invitation_superseded", {{"supersededBy", by}});
}

std::optional<Row> ClientSide::end(const std::string &invitation, const char *status, const char *action,
                                   const Json &more)
{
    const auto row = m_practice.find("invitation", invitation);
    if (!row || row->status != "pending")
        return std::nullopt;
    Row changed;
    m_practice.commit([&] {
        Json body = Json::parse(row->body);
        body["status"] = status;
        body.update(more);
        changed = m_practice.put(row->kind, row->id, body);
        m_practice.recordActivity(row->branch, stringAt(body, "ownerName"), action,
                                  {{"invitationId", row->id}, {"detail", stringAt(body, "companyName")}});
        m_practice.tell(Effect{0, {}, {}, action, row->kind, row->id});
    });
    return changed;
}

std::optional<Row> ClientSide::disconnect(const std::string &client)
{
    const auto row = m_practice.find("client", client);
    if (!row || row->status != "active")
        return std::nullopt;
    Row changed;
    m_practice.commit([&] {
        Json body = Json::parse(row->body);
        body["state"] = "disconnected";
        body["disconnectedAt"] = rfc3339(m_practice.now());
        body["disconnectedBy"] = "client";
        body["accountants"] = Json::array();
        changed = m_practice.put(row->kind, row->id, body);
        m_practice.recordActivity(row->branch, stringAt(body, "ownerName"), "client_disconnected",
                                  {{"clientId", row->id}, {"detail", stringAt(body, "companyName")}});
        m_practice.tell(Effect{0, {}, {}, "client_disconnected", row->kind, row->id});
    });
    return changed;
}

} // namespace sandbox
