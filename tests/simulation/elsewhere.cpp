#include "tests/simulation/elsewhere.h"

namespace simulation {

namespace {

const std::vector<std::string> &branches()
{
    static const std::vector<std::string> some{"london", "london", "paris", "berlin", "bristol"};
    return some;
}

} // namespace

sandbox::Application Elsewhere::application(Chance &chance)
{
    const std::string number = std::to_string(++m_companies);
    sandbox::Application application;
    application.companyName = "Company " + number + " " + Service::canary();
    application.ownerName = "Owner " + Service::canary();
    application.ownerEmail = "owner" + number + "@" + Service::canary() + ".example";
    if (chance.oneIn(2))
        application.message = "Please take us. " + Service::canary();
    return application;
}

void Elsewhere::invite(Chance &chance)
{
    const sandbox::Application told = application(chance);
    sandbox::Json members{{"branchId", chance.oneOf(branches())},
                          {"companyName", told.companyName},
                          {"ownerName", told.ownerName},
                          {"ownerEmail", told.ownerEmail}};
    if (!told.message.empty())
        members["message"] = told.message;
    if (chance.oneIn(10)) // Who is a client already can't be accepted again
        members.update({{"companyName", "Twice " + Service::canary()}, {"ownerEmail", "twice@example.org"}});
    if (chance.oneIn(8))
        members["expiresAt"] = sandbox::rfc3339(m_service.now() + chance.below(600) * sandbox::secondMs);
    m_service.world().clients().create(members);
}

std::string Elsewhere::anyInvitation(Chance &chance, bool pending)
{
    std::vector<std::string> ids;
    for (const sandbox::Row &row : m_service.world().practice().store().all("invitation")) {
        if (!row.removed && (!pending || row.status == "pending"))
            ids.push_back(row.id);
    }
    return ids.empty() ? std::string() : chance.oneOf(ids);
}

void Elsewhere::act(Act act, Chance &chance)
{
    if (act == Act::Invite)
        return invite(chance);
    const bool onPending = act >= Act::Edit && act <= Act::ColleagueDecides;
    const bool onAny = act >= Act::Remove && act <= Act::Mend;
    if (!onPending && !onAny)
        return onService(act, chance);
    const std::string id = anyInvitation(chance, onPending);
    if (!id.empty() && onPending)
        onInvitation(act, id, chance);
    else if (!id.empty())
        changeObject(act, id, chance);
}

void Elsewhere::onInvitation(Act act, const std::string &id, Chance &chance)
{
    sandbox::ClientSide &clients = m_service.world().clients();
    if (act == Act::Edit) {
        fired("an edit");
        clients.edit(id, application(chance));
    } else if (act == Act::Withdraw) {
        fired("a withdrawal");
        clients.withdraw(id);
    } else if (act == Act::Expire) {
        fired("an invitation expires");
        clients.expire(id);
    } else if (act == Act::Supersede) {
        fired("an invitation superseded");
        clients.supersede(id, "inv_other");
    } else {
        colleagueDecides(id, chance);
    }
}

void Elsewhere::colleagueDecides(const std::string &id, Chance &chance)
{
    if (Chance(Chance(chance).next(), 'l').oneIn(4))
        return clientLeaves(chance);
    const sandbox::Person colleague = *m_service.world().practice().person("tomasz");
    sandbox::Person able = colleague;
    able.permissions = {{"*", sandbox::allPermissions()}};
    sandbox::Json decision{{"type", "accept_invitation"}};
    if (chance.oneIn(2))
        decision = {{"type", "reject_invitation"}, {"reasonId", "mismatch"}};
    fired("a colleague decides");
    (void)m_service.world().decideAs(able, id, decision);
}

void Elsewhere::clientLeaves(Chance &chance)
{
    std::vector<std::string> ids;
    for (const sandbox::Row &row : m_service.world().practice().store().all("client")) {
        if (!row.removed && row.status == "active")
            ids.push_back(row.id);
    }
    if (ids.empty())
        return;
    fired("a client leaves");
    (void)m_service.world().clients().disconnect(chance.oneOf(ids));
}

void Elsewhere::changeObject(Act act, const std::string &id, Chance &chance)
{
    sandbox::Practice &practice = m_service.world().practice();
    const auto row = practice.find("invitation", id);
    sandbox::Json body = sandbox::Json::parse(row->body);
    const bool isSpoiled = m_service.spoiled.contains(id);
    practice.commit([&] {
        if (act == Act::Remove) {
            fired("an invitation removed");
            practice.remove(*row);
            m_service.spoiled.erase(id);
        } else if (act == Act::MoveBranch && !isSpoiled) {
            body["branchId"] = chance.oneOf(branches());
            body["revision"] = practice.newRevision();
            practice.put(row->kind, id, body);
        } else if (act == Act::Spoil && !isSpoiled && !m_service.hasForgotten()) {
            fired("an object that can't be read");
            body["spoiled"] = body["sentAt"];
            body["sentAt"] = 5;
            practice.put(row->kind, id, body);
            m_service.spoiled.insert(id);
        } else if (act == Act::Mend && isSpoiled) {
            body["sentAt"] = body["spoiled"];
            practice.put(row->kind, id, body);
            m_service.spoiled.erase(id);
        }
    });
}

void Elsewhere::permit(const std::string &person, Chance &chance)
{
    static const std::vector<std::map<std::string, sandbox::Permissions>> sets{
        {{"*", sandbox::allPermissions()}},
        {{"*", {"view_clients"}}},
        {{"*", sandbox::allPermissions()}, {"paris", {}}},
        {{"london", sandbox::allPermissions()}, {"paris", {"view_clients", "view_audit_logs"}}},
    };
    fired("permissions changed");
    m_service.world().practice().setPermissions(person, chance.oneOf(sets));
}

void Elsewhere::onService(Act act, Chance &chance)
{
    sandbox::World &world = m_service.world();
    if (act == Act::BranchState) {
        fired("a branch opened or closed");
        world.setBranchState(chance.oneOf(branches()), chance.oneIn(2) ? "closed" : "active");
    } else if (act == Act::Permissions) {
        permit("amara", chance);
    } else if (act == Act::ExpireStates) {
        fired("states expired");
        world.practice().expireStates();
    } else if (act == Act::Snapshot) {
        m_service.takeSnapshot();
    } else if (act == Act::Restore) {
        if (m_service.restore())
            fired("the service restored");
    } else if (act == Act::Revoke) {
        fired("a session revoked");
        world.practice().revoke(chance.oneIn(2) ? "amara" : "priya");
    } else if (act == Act::NewerClient) {
        m_service.wantsNewerClient = !m_service.wantsNewerClient;
        fired("the service wants a newer client");
    } else if (act == Act::EventsOffered) {
        m_service.offersEvents = !m_service.offersEvents;
    } else if (act == Act::Disconnect) {
        const std::vector<sandbox::Row> rows = world.practice().store().all("client");
        if (!rows.empty())
            world.clients().disconnect(chance.oneOf(rows).id);
    }
}

void Elsewhere::calmDown()
{
    m_service.wantsNewerClient = false;
    sandbox::Practice &practice = m_service.world().practice();
    for (sandbox::Person person : std::vector(practice.people())) {
        person.revoked = false;
        practice.putPerson(person);
    }
}

} // namespace simulation
