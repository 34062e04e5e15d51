#include "tests/sandbox/testworld.h"
#include "tests/support/catch.h"

using namespace sandbox;

namespace {

Json assignment(TestWorld &world, const std::string &client, const char *member, const char *role)
{
    Json body = world.onClient("assign_accountant", client);
    body.update({{"memberId", member}, {"role", role}});
    return body;
}

Json disconnection(TestWorld &world, const std::string &client)
{
    Json body = world.onClient("disconnect_client", client);
    body["reasonId"] = "client-request";
    return body;
}

} // namespace

TEST_CASE("A new primary accountant demotes the one before", "[clients]")
{
    TestWorld world;
    const std::string client = world.client();
    CHECK(world.operate("amara", assignment(world, client, "mem_priya", "primary")).status == 201);
    CHECK(world.object("client", client)["accountants"] ==
          Json::parse(R"([{"memberId":"mem_amara","role":"accountant"},{"memberId":"mem_priya","role":"primary"}])"));
}

TEST_CASE("Somebody who has that role already is assigned to no effect", "[clients]")
{
    TestWorld world;
    const std::string client = world.client();
    const Answer answer = world.operate("priya", assignment(world, client, "mem_amara", "primary"));
    CHECK(bodyOf(answer)["result"] == "same_decision");
}

TEST_CASE("Only members of the practice and known roles are assigned", "[clients]")
{
    TestWorld world;
    const std::string client = world.client();
    CHECK(bodyOf(world.operate("amara", assignment(world, client, "mem_nobody", "primary")))["field"] == "memberId");
    CHECK(bodyOf(world.operate("amara", assignment(world, client, "mem_priya", "boss")))["field"] == "role");
}

TEST_CASE("An accountant is removed once", "[clients]")
{
    TestWorld world;
    const std::string client = world.client();
    Json body = world.onClient("remove_accountant", client);
    body["memberId"] = "mem_amara";
    CHECK(bodyOf(world.operate("amara", body))["result"] == "applied");
    CHECK(world.object("client", client)["accountants"].empty());
    CHECK(bodyOf(world.operate("priya", body))["result"] == "same_decision");
}

TEST_CASE("A note says who wrote it and when", "[clients]")
{
    TestWorld world;
    const std::string client = world.client();
    Json body = world.onClient("add_client_note", client);
    body["text"] = "Prefers e-mail";
    CHECK(world.operate("priya", body).status == 201);
    CHECK(world.object("client", client)["notes"] ==
          Json::parse(R"([{"authorName":"Priya Raman","at":"2026-11-23T09:30:00Z","text":"Prefers e-mail"}])"));
}

TEST_CASE("An empty note is refused", "[clients]")
{
    TestWorld world;
    Json body = world.onClient("add_client_note", world.client());
    body["text"] = "";
    CHECK(bodyOf(world.operate("amara", body))["field"] == "text");
}

TEST_CASE("A first step is done and undone", "[clients]")
{
    TestWorld world;
    const std::string client = world.client();
    Json body = world.onClient("set_first_step", client);
    body.update({{"step", "bank_accounts"}, {"done", true}});
    CHECK(bodyOf(world.operate("amara", body))["result"] == "applied");
    CHECK(bodyOf(world.operate("amara", body))["result"] == "same_decision");
    body["done"] = false;
    CHECK(bodyOf(world.operate("amara", body))["result"] == "applied");
    CHECK(world.object("client", client)["firstSteps"].empty());
}

TEST_CASE("Disconnecting takes everyone's access away, once", "[clients]")
{
    TestWorld world;
    const std::string client = world.client();
    CHECK(world.operate("amara", disconnection(world, client)).status == 201);
    const Json body = world.object("client", client);
    CHECK(body["state"] == "disconnected");
    CHECK(body["disconnectedBy"] == "practice");
    CHECK(body["accountants"].empty());
    CHECK(bodyOf(world.operate("priya", disconnection(world, client)))["result"] == "same_decision");
}

TEST_CASE("A disconnected client takes nothing more", "[clients]")
{
    TestWorld world;
    const std::string client = world.client();
    world->clients().disconnect(client);
    Json note = world.onClient("add_client_note", client);
    note["text"] = "Too late";
    const Answer answer = world.operate("amara", note);
    CHECK(codeOf(answer) == "client_disconnected");
    CHECK(bodyOf(answer)["current"]["id"] == client);
    CHECK(codeOf(world.operate("amara", assignment(world, client, "mem_priya", "accountant"))) ==
          "client_disconnected");
}

TEST_CASE("A new link kills the old one at once", "[links]")
{
    TestWorld world;
    const std::string before = stringAt(bodyOf(world->clientPaysLink(world.person("amara"), "london")), "url");
    const Json body{{"type", "regenerate_link"}, {"decidedAt", "2026-11-23T09:30:00Z"}, {"branchId", "london"}};
    CHECK(world.operate("amara", body).status == 201);
    const std::string after = stringAt(bodyOf(world->clientPaysLink(world.person("amara"), "london")), "url");
    CHECK(after != before);
    const Application application{"Kestrel Ltd", "K", "k@kestrel.example", {}, {}, {}};
    CHECK_FALSE(world->clients().signUp(before.substr(before.rfind('/') + 1), application).has_value());
    CHECK(world->clients().signUp(after.substr(after.rfind('/') + 1), application).has_value());
}

TEST_CASE("The link is for who may view the branch, while it is open", "[links]")
{
    TestWorld world;
    CHECK(world->clientPaysLink(world.person("noor"), "london").status == 403);
    CHECK(world->clientPaysLink(world.person("amara"), "nowhere").status == 404);
    CHECK(codeOf(world->clientPaysLink(world.person("amara"), "bristol")) == "branch_unavailable");
}

TEST_CASE("A closed branch makes no link", "[links]")
{
    TestWorld world;
    const Json body{{"type", "regenerate_link"}, {"decidedAt", "2026-11-23T09:30:00Z"}, {"branchId", "bristol"}};
    CHECK(codeOf(world.operate("amara", body)) == "branch_unavailable");
}

TEST_CASE("An address of no branch reaches nobody", "[clients]")
{
    TestWorld world;
    const Application application{"Kestrel Ltd", "K", "k@kestrel.example", {}, {}, {}};
    CHECK_FALSE(world->clients().invite("priya@harbourvale.example", application).has_value());
    CHECK(world->clients().invite(" London@harbourvale.example ", application)->branch == "london");
}
