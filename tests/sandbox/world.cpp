#include "tests/sandbox/world.h"

#include <array>
#include <cinttypes>
#include <cstdio>
#include <functional>

namespace sandbox {

namespace {

constexpr auto practiceId = "harbour-vale";
constexpr auto practiceName = "Harbour & Vale";
constexpr int respondWithinHours = 48;

} // namespace

World::World(const std::string &path, Clock clock, IdSource ids)
    : m_store(path)
    , m_practice(m_store, std::move(clock), std::move(ids))
    , m_feed(m_practice)
    , m_operations(m_practice)
    , m_clients(m_practice)
{}

Answer World::session(const Person &person) const
{
    return ok({{"user", {{"id", person.id}, {"name", person.name}, {"email", person.email}}},
               {"practice", {{"id", practiceId}, {"name", practiceName}}},
               {"limits", {{"replyMessage", Operations::longestMessage}, {"respondWithinHours", respondWithinHours}}},
               {"serverTime", rfc3339(m_practice.now())}});
}

Answer World::clientPaysLink(const Person &person, const std::string &branch)
{
    const auto row = m_practice.find("branch", branch);
    if (!row)
        return notFound("branch");
    if (!person.may(permission::viewClients, branch))
        return denied(permission::viewClients);
    if (row->status != "active")
        return problem(409, "branch_unavailable", "The branch is closed",
                       {{"current", Json::parse(m_practice.change(*row, person))}});
    const Json link = m_practice.link(branch);
    const std::string url = m_practice.publicUrl() + "/join/" + stringAt(link, "token");
    const std::string name = m_practice.branchName(branch);
    return ok({{"url", url},
               {"createdAt", stringAt(link, "createdAt")},
               {"emailSubject", "Connect your Fiskl account with " + std::string(practiceName) + ", " + name},
               {"emailBody", "Hello,\n\nPlease sign up for Fiskl through this link. Finishing it sends us your "
                             "invitation, and you go on paying for Fiskl yourself:\n\n" +
                                 url + "\n\nKind regards,\n" + practiceName + ", " + name + "\n"}});
}

Answer World::decideAs(const Person &colleague, const std::string &invitation, const Json &decision)
{
    const auto row = m_practice.find("invitation", invitation);
    Json body = decision;
    body["invitationId"] = invitation;
    body["decidedAt"] = rfc3339(m_practice.now());
    if (!body.contains("revision"))
        body["revision"] = row ? stringAt(Json::parse(row->body), "revision") : "none";
    return operate(colleague, newUuid(), text(body));
}

std::string World::newUuid()
{
    const std::uint64_t first = std::hash<std::string>{}(m_practice.newId("a"));
    const std::uint64_t second = std::hash<std::string>{}(m_practice.newId("b"));
    std::array<char, 40> uuid{};
    std::snprintf(uuid.data(), uuid.size(), "%08x-%04x-4%03x-a%03x-%012" PRIx64, unsigned(first >> 32),
                  unsigned(first >> 16) & 0xFFFF, unsigned(first) & 0xFFF, unsigned(second >> 48) & 0xFFF,
                  second & 0xFFFFFFFFFFFF);
    return uuid.data();
}

void World::takeSnapshot()
{
    m_snapshot = m_store.copy();
}

bool World::restore()
{
    if (!m_snapshot)
        return false;
    m_practice.restore(*m_snapshot);
    return true;
}

bool World::setBranchState(const std::string &branch, const std::string &state)
{
    const auto row = m_practice.find("branch", branch);
    if (!row)
        return false;
    m_practice.commit([&] {
        Json body = Json::parse(row->body);
        body["state"] = state;
        m_practice.put(row->kind, row->id, body);
    });
    return true;
}

} // namespace sandbox
