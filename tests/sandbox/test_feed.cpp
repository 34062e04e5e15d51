#include "tests/sandbox/testworld.h"
#include "tests/support/catch.h"

#include <filesystem>
#include <set>

using namespace sandbox;

TEST_CASE("A whole reading brings every object once", "[feed]")
{
    TestWorld world;
    addSamples(*world, {120, 30, 7});
    const auto reading = world.read("amara", {}, 7);
    std::set<std::pair<std::string, std::string>> names;
    for (const Json &change : reading.changes)
        names.emplace(stringAt(change, "kind"), stringAt(change, "id"));
    std::int64_t count = 0;
    for (const char *kind : {"branch", "reason", "member", "invitation", "client", "activity"})
        count += world->practice().store().count(kind);
    CHECK(std::int64_t(names.size()) == count);
    CHECK(reading.changes.size() == names.size());
}

TEST_CASE("A page holds no more than was asked for", "[feed]")
{
    TestWorld world;
    const Json page = bodyOf(world->changes(world.person("amara"), std::nullopt, "3"));
    CHECK(page["changes"].size() == 3);
    CHECK(page["hasMore"] == true);
}

TEST_CASE("After a state comes only what changed since", "[feed]")
{
    TestWorld world;
    world.invitation();
    const auto before = world.read("viktor");
    const std::string id = world.invitation();
    const auto after = world.read("viktor", before.state);
    CHECK(after.changes.size() == 2); // and its activity
    CHECK(brings(after.changes, "invitation", id));
}

TEST_CASE("A change during a reading comes at its end", "[feed]")
{
    TestWorld world;
    const std::string id = world.invitation();
    Json page = bodyOf(world->changes(world.person("amara"), std::nullopt, "1"));
    world->clients().withdraw(id);
    const auto rest = world.read("amara", stringAt(page, "newState"), 2);
    CHECK(changeOf(rest.changes, "invitation", id)["invitation"]["status"] == "withdrawn");
}

TEST_CASE("What is removed comes as removed, but not in a new whole reading", "[feed]")
{
    TestWorld world;
    const std::string id = world.invitation();
    const auto before = world.read("amara");
    const auto row = world->practice().find("invitation", id);
    world->practice().commit([&] { world->practice().remove(*row); });
    CHECK(changeOf(world.read("amara", before.state).changes, "invitation", id)["removed"] == true);
    CHECK_FALSE(brings(world.read("amara").changes, "invitation", id));
}

TEST_CASE("What was removed during a whole reading comes as removed in it", "[feed]")
{
    TestWorld world;
    const std::string id = world.invitation();
    const Json page = bodyOf(world->changes(world.person("amara"), std::nullopt, "1"));
    const auto row = world->practice().find("invitation", id);
    world->practice().commit([&] { world->practice().remove(*row); });
    const auto rest = world.read("amara", stringAt(page, "newState"));
    CHECK(changeOf(rest.changes, "invitation", id)["removed"] == true);
}

TEST_CASE("Who may not view a branch gets nothing of it", "[feed]")
{
    TestWorld world;
    const std::string london = world.invitation();
    const std::string berlin = world.invitation({{"branchId", "berlin"}});
    const auto reading = world.read("lena");
    CHECK(brings(reading.changes, "invitation", berlin));
    CHECK_FALSE(brings(reading.changes, "invitation", london));
    CHECK_FALSE(brings(reading.changes, "branch", "london"));
    CHECK(reading.pending == Json::parse(R"({"berlin":1})"));
}

TEST_CASE("What moves to a branch one may not view comes as removed", "[feed]")
{
    TestWorld world;
    const std::string id = world.invitation({{"branchId", "berlin"}});
    const auto before = world.read("lena");
    world->practice().commit([&] {
        Json body = world.object("invitation", id);
        body["branchId"] = "paris";
        world->practice().put("invitation", id, body);
    });
    CHECK(changeOf(world.read("lena", before.state).changes, "invitation", id)["removed"] == true);
}

TEST_CASE("Notes and activity need their own permissions", "[feed]")
{
    TestWorld world;
    const std::string client = world.client();
    CHECK(changeOf(world.read("viktor").changes, "client", client)["client"].contains("notes"));
    const auto mei = world.read("mei");
    CHECK_FALSE(changeOf(mei.changes, "client", client)["client"].contains("notes"));
    for (const Json &change : mei.changes)
        CHECK(change["kind"] != "activity");
}

TEST_CASE("A branch says what this person may do there", "[feed]")
{
    TestWorld world;
    const Json branch = changeOf(world.read("tomasz").changes, "branch", "london")["branch"];
    const auto permissions = branch["permissions"].get<Permissions>();
    CHECK(permissions.contains("delete_clients"));
    CHECK_FALSE(permissions.contains("create_clients"));
}

TEST_CASE("Pending counts what is pending, per branch, with 0 for none", "[feed]")
{
    TestWorld world;
    world.invitation();
    world.operate("amara", world.accept(world.invitation()));
    const Json pending = world.read("amara").pending;
    CHECK(pending["london"] == 1);
    CHECK(pending["paris"] == 0);
}

TEST_CASE("A page may be empty while there is more", "[feed]")
{
    TestWorld world;
    for (int i = 0; i < 30; ++i)
        world.invitation();
    world.invitation({{"branchId", "berlin"}});
    const auto reading = world.read("lena", {}, 1);
    CHECK(reading.pages > int(reading.changes.size()));
}

TEST_CASE("A change of what one sees ends the states", "[feed]")
{
    TestWorld world;
    const auto before = world.read("lena");
    world->practice().setPermissions("lena", {{"paris", allPermissions()}});
    const Answer answer = world->changes(world.person("lena"), before.state, std::nullopt);
    CHECK(answer.status == 410);
    CHECK(codeOf(answer) == "state_expired");
    CHECK(brings(world.read("lena").changes, "branch", "paris"));
}

TEST_CASE("A change of what one may do brings the branch again", "[feed]")
{
    TestWorld world;
    const auto before = world.read("lena");
    Permissions fewer = allPermissions();
    fewer.erase("create_clients");
    world->practice().setPermissions("lena", {{"berlin", fewer}});
    const auto after = world.read("lena", before.state);
    CHECK(after.changes.size() == 1);
    CHECK(brings(after.changes, "branch", "berlin"));
}

TEST_CASE("States expire when the service says so", "[feed]")
{
    TestWorld world;
    const auto before = world.read("amara");
    world->practice().expireStates();
    CHECK(world->changes(world.person("amara"), before.state, std::nullopt).status == 410);
    CHECK(world->changes(world.person("amara"), world.read("amara").state, std::nullopt).status == 200);
}

TEST_CASE("A state that can't be read is 400, and so is another person's", "[feed]")
{
    TestWorld world;
    const std::string state = world.read("priya").state;
    CHECK(world->changes(world.person("amara"), state, std::nullopt).status == 400);
    CHECK(world->changes(world.person("priya"), state + "0", std::nullopt).status == 400);
    CHECK(world->changes(world.person("priya"), std::string(600, 'x'), std::nullopt).status == 400);
}

TEST_CASE("A limit out of bounds is 400", "[feed]")
{
    TestWorld world;
    for (const char *limit : {"0", "2001", "-1", "ten", ""})
        CHECK(world->changes(world.person("amara"), std::nullopt, limit).status == 400);
    CHECK(world->changes(world.person("amara"), std::nullopt, "2000").status == 200);
}

TEST_CASE("A restore takes names and effects back together and ends the states", "[restore]")
{
    TestWorld world;
    const std::string id = world.invitation();
    const std::string name = world.newName();
    const Json body = world.accept(id);
    world->takeSnapshot();
    world.operate("amara", name, body);
    const std::string state = world.read("amara").state;
    REQUIRE(world->restore());
    CHECK(world->changes(world.person("amara"), state, std::nullopt).status == 410);
    CHECK(world.object("invitation", id)["status"] == "pending");
    CHECK(world.operate("amara", name, body).status == 201);
}

TEST_CASE("No revision comes again after a restore", "[restore]")
{
    TestWorld world;
    const Application application{"Kestrel Ltd", "K", "k@kestrel.example", {}, {}, {}};
    const std::string id = world.invitation();
    world->takeSnapshot();
    world->clients().edit(id, application);
    const Json before = world.object("invitation", id)["revision"];
    world->restore();
    world->clients().edit(id, application);
    CHECK(world.object("invitation", id)["revision"] != before);
}

TEST_CASE("An edit changes the revision, another change does not", "[feed]")
{
    TestWorld world;
    const std::string id = world.invitation();
    const Json first = world.object("invitation", id)["revision"];
    world->clients().edit(id, {"Kestrel Ltd", "K", "k@kestrel.example", {}, {}, {}});
    const Json second = world.object("invitation", id)["revision"];
    world->clients().withdraw(id);
    CHECK(first != second);
    CHECK(world.object("invitation", id)["revision"] == second);
}

TEST_CASE("A world remembers everything over a restart", "[store]")
{
    const auto file = std::filesystem::temp_directory_path() / "atlas-sandbox-restart.db";
    std::filesystem::remove(file);
    std::string state;
    std::string name;
    Json body;
    Person amara;
    {
        TestWorld world(file.string());
        amara = world.person("amara");
        body = world.accept(world.invitation());
        name = world.newName();
        world.operate("amara", name, body);
        state = world.read("amara").state;
    }
    TestWorld again(file.string());
    CHECK(again.person("amara") == amara);
    CHECK(again.read("amara", state).changes.empty());
    CHECK(bodyOf(again.operate("amara", name, body))["replayed"] == true);
    std::filesystem::remove(file);
}

TEST_CASE("The same seed makes the same samples", "[samples]")
{
    TestWorld first;
    TestWorld second;
    addSamples(*first, {50, 20, 9});
    addSamples(*second, {50, 20, 9});
    CHECK(first.read("amara").changes == second.read("amara").changes);
}

TEST_CASE("Among many samples a few are overdue and some due soon", "[samples]")
{
    TestWorld world;
    addSamples(*world, {2000, 0, 3});
    int overdue = 0;
    int soon = 0;
    int fresh = 0;
    for (const Row &row : world->practice().store().all("invitation")) {
        const Millis age = world.now - parseRfc3339(stringAt(Json::parse(row.body), "sentAt")).value_or(0);
        if (row.status == "pending")
            ++(age > 48 * hourMs ? overdue : age > 36 * hourMs ? soon : fresh);
    }
    CHECK(overdue > 40);
    CHECK(soon > overdue);
    CHECK(fresh > 4 * soon);
}

TEST_CASE("A commit tells once what it did", "[practice]")
{
    TestWorld world;
    const std::string id = world.invitation();
    world.commits.clear();
    world.operate("amara", world.reject(id));
    REQUIRE(world.commits.size() == 1);
    CHECK(world.commits[0].effects.size() == 1);
    REQUIRE(world.commits[0].notices.size() == 1);
    CHECK(world.commits[0].notices[0].reasonLabel == "Capacity full");
}
