#include "tests/sandbox/controlroutes.h"

namespace sandbox {

namespace {

constexpr std::int64_t mostListed = 1000;

Json shown(const Row &row)
{
    Json shown{{"kind", row.kind}, {"id", row.id}, {"version", std::to_string(row.version)}, {"removed", row.removed}};
    shown[row.kind] = Json::parse(row.body);
    return shown;
}

Reply rowReply(const std::optional<Row> &row, int status = 200)
{
    return row ? jsonReply(shown(*row), status) : jsonReply({{"error", "no such object, or not in that state"}}, 404);
}

/// `a/b` in two; the second empty where there is no slash.
std::pair<std::string, std::string> halves(const std::string &path)
{
    const auto slash = path.find('/');
    return slash == std::string::npos ? std::pair(path, std::string())
                                      : std::pair(path.substr(0, slash), path.substr(slash + 1));
}

/// Changes members of an invitation, whatever they are; the revision is renewed unless the patch names one or `null`s
/// it.
Row patched(World &world, const Row &row, const Json &patch)
{
    Practice &practice = world.practice();
    Row changed;
    practice.commit([&] {
        Json body = Json::parse(row.body);
        body.merge_patch(patch);
        if (row.kind == "invitation" && !patch.contains("revision"))
            body["revision"] = practice.newRevision();
        changed = practice.put(row.kind, row.id, body);
    });
    return changed;
}

Application applicationFrom(const Json &body)
{
    return {stringAt(body, "companyName"), stringAt(body, "ownerName"), stringAt(body, "ownerEmail"),
            stringAt(body, "message"),     stringAt(body, "country"),   stringAt(body, "registrationNumber")};
}

/// What POST /control/invitations/ID/ACTION does.
Reply acted(World &world, const std::string &id, const std::string &action, const Json &body)
{
    ClientSide &clients = world.clients();
    if (action == "withdraw")
        return rowReply(clients.withdraw(id));
    if (action == "expire")
        return rowReply(clients.expire(id));
    if (action == "supersede")
        return rowReply(clients.supersede(id, stringAt(body, "by")));
    if (action != "decide")
        return jsonReply({{"error", "withdraw, expire, supersede or decide"}}, 404);
    const Person *colleague = world.practice().person(body.value("person", "priya"));
    if (colleague == nullptr)
        return jsonReply({{"error", "no such person"}}, 404);
    Json decision = body;
    decision.erase("person");
    return reply(world.decideAs(Person(*colleague), id, decision));
}

} // namespace

void ControlRoutes::addInvitations()
{
    add("POST", "/invitations", [this](const std::string &, const Json &body) {
        return m_site.withWorld([&](World &world) {
            Json made = Json::array();
            for (Json members : body.is_array() ? body : Json::array({body})) {
                const auto omit = members.value("omit", std::vector<std::string>{});
                members.erase("omit");
                made.push_back(shown(world.clients().create(members, omit)));
            }
            return jsonReply(body.is_array() ? made : made[0], 201);
        });
    });
    add("POST", "/invitations/", [this](const std::string &rest, const Json &body) {
        const auto [id, action] = halves(rest);
        return m_site.withWorld(
            [&, &name = id, &what = action](World &world) { return acted(world, name, what, body); });
    });
    add("POST", "/signup", [this](const std::string &, const Json &body) {
        return m_site.withWorld([&](World &world) {
            return rowReply(world.clients().signUp(stringAt(body, "link"), applicationFrom(body)), 201);
        });
    });
    add("POST", "/invite", [this](const std::string &, const Json &body) {
        return m_site.withWorld([&](World &world) {
            return rowReply(world.clients().invite(stringAt(body, "address"), applicationFrom(body)), 201);
        });
    });
    add("POST", "/clients/", [this](const std::string &rest, const Json &) {
        return m_site.withWorld([&](World &world) { return rowReply(world.clients().disconnect(halves(rest).first)); });
    });
}

void ControlRoutes::addObjects()
{
    add("GET", "/invitations/", [this](const std::string &id, const Json &) {
        return m_site.withWorld([&](World &world) { return rowReply(world.practice().find("invitation", id)); });
    });
    add("GET", "/clients/", [this](const std::string &id, const Json &) {
        return m_site.withWorld([&](World &world) { return rowReply(world.practice().find("client", id)); });
    });
    add("GET", "/objects/", [this](const std::string &rest, const Json &) {
        const auto [kind, id] = halves(rest);
        return m_site.withWorld([&, &k = kind, &i = id](World &world) {
            if (!i.empty())
                return rowReply(world.practice().find(k, i));
            Json list = Json::array();
            for (const Row &row : world.practice().store().latest(k, mostListed))
                list.push_back(shown(row));
            return jsonReply({{"count", world.practice().store().count(k)}, {"latest", list}});
        });
    });
}

void ControlRoutes::addObjectChanges()
{
    add("PUT", "/objects/", [this](const std::string &rest, const Json &body) {
        const auto [kind, id] = halves(rest);
        return m_site.withWorld([&, &k = kind, &i = id](World &world) {
            Row put;
            world.practice().commit([&] { put = world.practice().put(k, i, body); });
            return rowReply(put, 201);
        });
    });
    add("PATCH", "/objects/", [this](const std::string &rest, const Json &body) {
        const auto [kind, id] = halves(rest);
        return m_site.withWorld([&, &k = kind, &i = id](World &world) {
            const auto row = world.practice().find(k, i);
            return row ? rowReply(patched(world, *row, body)) : rowReply(std::nullopt);
        });
    });
    add("DELETE", "/objects/", [this](const std::string &rest, const Json &) {
        const auto [kind, id] = halves(rest);
        return m_site.withWorld([&, &k = kind, &i = id](World &world) {
            const auto row = world.practice().find(k, i);
            if (row)
                world.practice().commit([&] { world.practice().remove(*row); });
            return rowReply(row);
        });
    });
}

} // namespace sandbox
