#include "tests/sandbox/controlroutes.h"

#include "tests/sandbox/samples.h"

namespace sandbox {

namespace {

Reply done(bool good)
{
    return good ? jsonReply(Json::object()) : jsonReply({{"error", "no such thing"}}, 404);
}

Json personJson(const Person &person)
{
    return {{"id", person.id},       {"key", person.key},         {"name", person.name},
            {"token", person.token}, {"revoked", person.revoked}, {"permissions", person.permissions}};
}

Json stateOf(World &world)
{
    Practice &practice = world.practice();
    Json counts = Json::object();
    for (const char *kind : {"branch", "reason", "member", "invitation", "client", "activity"})
        counts[kind] = practice.store().count(kind);
    return {{"counts", counts},
            {"pending", practice.pending()},
            {"version", practice.version()},
            {"epoch", practice.epoch()}};
}

} // namespace

void ControlRoutes::addPeople()
{
    add("GET", "/people", [this](const std::string &, const Json &) {
        return m_site.withWorld([](World &world) {
            Json people = Json::array();
            for (const Person &person : world.practice().people())
                people.push_back(personJson(person));
            return jsonReply(people);
        });
    });
    add("PUT", "/permissions/", [this](const std::string &name, const Json &body) {
        const auto permissions = body.get<std::map<std::string, Permissions>>();
        return m_site.withWorld([&](World &world) {
            const bool known = world.practice().person(name) != nullptr;
            world.practice().setPermissions(name, permissions);
            return done(known);
        });
    });
    add("POST", "/revoke/", [this](const std::string &name, const Json &) {
        return m_site.withWorld([&](World &world) {
            const bool known = world.practice().person(name) != nullptr;
            world.practice().revoke(name);
            return done(known);
        });
    });
    add("POST", "/reinstate/", [this](const std::string &name, const Json &) {
        return m_site.withWorld([&](World &world) {
            const Person *known = world.practice().person(name);
            if (known == nullptr)
                return done(false);
            Person changed = *known;
            changed.revoked = false;
            world.practice().putPerson(changed);
            return done(true);
        });
    });
}

void ControlRoutes::addService()
{
    add("POST", "/branches/", [this](const std::string &branch, const Json &body) {
        return m_site.withWorld(
            [&](World &world) { return done(world.setBranchState(branch, body.value("state", "closed"))); });
    });
    add("POST", "/samples", [this](const std::string &, const Json &body) {
        const SampleOrder order{body.value("invitations", std::int64_t(0)), body.value("clients", std::int64_t(0)),
                                body.value("seed", std::uint64_t(1))};
        return m_site.withWorld([&](World &world) {
            addSamples(world, order);
            return done(true);
        });
    });
    add("POST", "/minimum-client", [this](const std::string &, const Json &body) {
        m_site.setMinimumClient(stringAt(body, "version"));
        return done(true);
    });
    add("GET", "/state", [this](const std::string &, const Json &) {
        return m_site.withWorld([](World &world) { return jsonReply(stateOf(world)); });
    });
}

void ControlRoutes::addStates()
{
    add("POST", "/snapshot", [this](const std::string &, const Json &) {
        return m_site.withWorld([](World &world) {
            world.takeSnapshot();
            return done(true);
        });
    });
    add("POST", "/restore", [this](const std::string &, const Json &) {
        return m_site.withWorld([](World &world) { return done(world.restore()); });
    });
    add("POST", "/expire-states", [this](const std::string &, const Json &) {
        return m_site.withWorld([](World &world) {
            world.practice().expireStates();
            return done(true);
        });
    });
    add("POST", "/running/", [this](const std::string &operation, const Json &body) {
        return m_site.withWorld([&](World &world) {
            world.operations().setRunning(operation, body.at("on").get<bool>());
            return done(true);
        });
    });
}

} // namespace sandbox
