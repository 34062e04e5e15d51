#include "tests/sandbox/testworld.h"

#include <array>
#include <cstdio>

namespace sandbox {

TestWorld::TestWorld(const std::string &path)
    : m_world(
          path, [this] { return now; }, [this] { return std::to_string(++m_ids); })
{
    if (m_world.practice().people().empty())
        setUpPractice(m_world, [this] { return "token" + std::to_string(++m_ids); });
    m_world.practice().setListener([this](const Commit &commit) { commits.push_back(commit); });
}

Person TestWorld::person(const std::string &key)
{
    return *m_world.practice().person(key);
}

std::string TestWorld::invitation(const Json &members)
{
    Json invitation{{"branchId", "london"}, {"ownerEmail", "owner" + std::to_string(++m_names) + "@company.example"}};
    invitation.update(members);
    return m_world.clients().create(invitation).id;
}

std::string TestWorld::client(const Json &members)
{
    const std::string invited = invitation(members);
    const Json outcome = bodyOf(operate("amara", accept(invited)));
    return stringAt(object("invitation", invited), "clientId");
}

Json TestWorld::object(const std::string &kind, const std::string &id)
{
    const auto row = m_world.practice().find(kind, id);
    return row ? Json::parse(row->body) : Json();
}

Answer TestWorld::operate(const std::string &key, const std::string &id, const Json &body)
{
    return m_world.operate(person(key), id, text(body));
}

std::string TestWorld::newName()
{
    std::array<char, 40> name{};
    std::snprintf(name.data(), name.size(), "0000abcd-0000-4000-a000-%012d", ++m_names);
    return name.data();
}

Json TestWorld::accept(const std::string &invitation)
{
    const std::string revision = stringAt(object("invitation", invitation), "revision");
    return {{"type", "accept_invitation"},
            {"decidedAt", "2026-11-23T09:30:00Z"},
            {"invitationId", invitation},
            {"revision", revision.empty() ? "none" : revision}};
}

Json TestWorld::reject(const std::string &invitation)
{
    Json body = accept(invitation);
    body["type"] = "reject_invitation";
    body["reasonId"] = "capacity-full";
    return body;
}

Json TestWorld::onClient(const char *type, const std::string &client) const
{
    return {{"type", type}, {"decidedAt", "2026-11-23T09:30:00Z"}, {"clientId", client}};
}

TestWorld::Reading TestWorld::read(const std::string &key, const std::string &since, int limit)
{
    Reading reading;
    reading.state = since;
    for (bool more = true; more; ++reading.pages) {
        const auto from = reading.state.empty() ? std::nullopt : std::optional(reading.state);
        const Json page = bodyOf(m_world.changes(person(key), from, std::to_string(limit)));
        for (const Json &change : page.at("changes"))
            reading.changes.push_back(change);
        reading.state = stringAt(page, "newState");
        reading.pending = page.at("pending");
        more = page.at("hasMore").get<bool>();
    }
    return reading;
}

Json bodyOf(const Answer &answer)
{
    return Json::parse(answer.body);
}

std::string codeOf(const Answer &answer)
{
    return stringAt(bodyOf(answer), "code");
}

Json changeOf(const std::vector<Json> &changes, const std::string &kind, const std::string &id)
{
    Json last;
    for (const Json &change : changes) {
        if (stringAt(change, "kind") == kind && stringAt(change, "id") == id)
            last = change;
    }
    return last;
}

bool brings(const std::vector<Json> &changes, const std::string &kind, const std::string &id)
{
    return !changeOf(changes, kind, id).is_null();
}

} // namespace sandbox
