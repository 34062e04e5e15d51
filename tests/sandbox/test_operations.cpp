#include "tests/sandbox/testworld.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <cctype>

using namespace sandbox;

namespace {

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::toupper(c)); });
    return text;
}

} // namespace

TEST_CASE("Accepting makes a client with the decider as primary accountant", "[operations]")
{
    TestWorld world;
    const std::string id = world.invitation({{"companyName", "Kestrel Ltd"}});
    const Answer answer = world.operate("amara", world.accept(id));
    const Json client = world.object("client", stringAt(world.object("invitation", id), "clientId"));
    CHECK(answer.status == 201);
    CHECK(bodyOf(answer)["result"] == "applied");
    CHECK(client["companyName"] == "Kestrel Ltd");
    CHECK(client["accountants"] == Json::parse(R"([{"memberId":"mem_amara","role":"primary"}])"));
}

TEST_CASE("An outcome's changes hold the invitation, the client and the activity", "[operations]")
{
    TestWorld world;
    const Json outcome = bodyOf(world.operate("amara", world.accept(world.invitation())));
    std::vector<std::string> kinds;
    for (const Json &change : outcome["changes"])
        kinds.push_back(change["kind"]);
    CHECK(kinds == std::vector<std::string>{"invitation", "client", "activity", "activity"});
}

TEST_CASE("An outcome holds no activity for who may not see it", "[operations]")
{
    TestWorld world;
    const Json outcome = bodyOf(world.operate("mei", world.accept(world.invitation())));
    CHECK(outcome["changes"].size() == 2);
}

TEST_CASE("A decided invitation names its operation as the client wrote it", "[operations]")
{
    TestWorld world;
    const std::string id = world.invitation();
    const std::string name = upper(world.newName());
    world.operate("amara", name, world.accept(id));
    CHECK(world.object("invitation", id)["operationId"] == name);
}

TEST_CASE("A rejection keeps reason, own words and message", "[operations]")
{
    TestWorld world;
    const std::string id = world.invitation();
    Json body = world.reject(id);
    body.update({{"reasonId", "other-rejection"}, {"reasonText", "We moved"}, {"message", "Sorry"}});
    REQUIRE(world.operate("amara", body).status == 201);
    const Json invitation = world.object("invitation", id);
    CHECK(invitation["status"] == "rejected");
    CHECK(invitation["reasonText"] == "We moved");
    CHECK(invitation["replyMessage"] == "Sorry");
}

TEST_CASE("The same bytes again are answered as before, with replayed", "[operations]")
{
    TestWorld world;
    const std::string name = world.newName();
    const Json body = world.accept(world.invitation());
    Json first = bodyOf(world.operate("amara", name, body));
    const Answer second = world.operate("amara", name, body);
    first["replayed"] = true;
    CHECK(second.status == 200);
    CHECK(bodyOf(second) == first);
}

TEST_CASE("Names compare without case and values without the order of members", "[operations]")
{
    TestWorld world;
    const std::string name = world.newName();
    const std::string id = world.invitation();
    const std::string revision = stringAt(world.object("invitation", id), "revision");
    const std::string head = R"("type":"accept_invitation","decidedAt":"2026-11-23T09:30:00Z")";
    const std::string tail = R"("invitationId":")" + id + R"(","revision":")" + revision + "\"";
    world->operate(world.person("amara"), name, "{" + head + "," + tail + "}");
    const Answer again = world->operate(world.person("amara"), upper(name), "{ " + tail + ", " + head + " }");
    CHECK(bodyOf(again)["replayed"] == true);
}

TEST_CASE("A retry has no second effect", "[operations]")
{
    TestWorld world;
    const std::string name = world.newName();
    const Json body = world.accept(world.invitation());
    world.operate("amara", name, body);
    const std::int64_t version = world->practice().version();
    world.operate("amara", name, body);
    CHECK(world->practice().version() == version);
}

TEST_CASE("A name with another value is reused, and the first outcome stands", "[operations]")
{
    TestWorld world;
    const std::string name = world.newName();
    const Json body = world.accept(world.invitation());
    world.operate("amara", name, body);
    Json other = body;
    other["unknown"] = 1;
    const Answer reused = world.operate("amara", name, other);
    CHECK(reused.status == 422);
    CHECK(codeOf(reused) == "operation_reused");
    CHECK(bodyOf(world.operate("amara", name, body))["replayed"] == true);
}

TEST_CASE("Another user's name is reused even with the same value", "[operations]")
{
    TestWorld world;
    const std::string name = world.newName();
    const Json body = world.accept(world.invitation());
    world.operate("amara", name, body);
    CHECK(codeOf(world.operate("priya", name, body)) == "operation_reused");
}

TEST_CASE("An operation that runs is in progress whatever the body or user, and it isn't stored", "[operations]")
{
    TestWorld world;
    const std::string name = world.newName();
    const Json body = world.accept(world.invitation());
    world->operations().setRunning(upper(name), true);
    const Answer busy = world.operate("noor", name, world.reject("other"));
    world->operations().setRunning(name, false);
    CHECK(busy.status == 409);
    CHECK(codeOf(busy) == "operation_in_progress");
    CHECK(busy.retryAfterSeconds.has_value());
    CHECK(world.operate("amara", name, body).status == 201);
}

TEST_CASE("A refusal is stored for good", "[operations]")
{
    TestWorld world;
    const std::string name = world.newName();
    const std::string id = world.invitation();
    Json body = world.accept(id);
    body["revision"] = "another";
    const Answer refused = world.operate("amara", name, body);
    world->practice().commit([&] {
        Json invitation = world.object("invitation", id);
        invitation["revision"] = "another";
        world->practice().put("invitation", id, invitation);
    });
    CHECK(refused.status == 412);
    CHECK(world.operate("amara", name, body) == refused);
}

TEST_CASE("What has not the right shape is 400 and not stored", "[operations]")
{
    TestWorld world;
    const std::string name = world.newName();
    const Json good = world.accept(world.invitation());
    Json unknownType = good;
    unknownType["type"] = "burn_invitation";
    Json missing = good;
    missing.erase("revision");
    Json wrongType = good;
    wrongType["revision"] = 7;
    Json wrongId = good;
    wrongId["invitationId"] = "a b";
    Json withoutTime = good;
    withoutTime.erase("decidedAt");
    for (const Json &bad : {unknownType, missing, wrongType, wrongId, withoutTime, Json::array(), Json("text")})
        CHECK(world.operate("amara", name, bad).status == 400);
    CHECK(world->operate(world.person("amara"), name, "{").status == 400);
    CHECK(world->operate(world.person("amara"), name, "\xFF").status == 400);
    CHECK(world.operate("amara", "no-uuid", good).status == 400);
    CHECK(world.operate("amara", name, good).status == 201);
}

TEST_CASE("A body over 64 KiB is 413, one of just that is read", "[operations]")
{
    TestWorld world;
    const std::string name = world.newName();
    std::string body = text(world.accept(world.invitation()));
    body.resize(64 * 1024, ' ');
    CHECK(world->operate(world.person("amara"), name, body + " ").status == 413);
    CHECK(world->operate(world.person("amara"), name, body).status == 201);
}

TEST_CASE("Each step of the order of evaluation comes before the next", "[operations]")
{
    TestWorld world;
    const std::string decided = world.invitation();
    world.operate("priya", world.accept(decided));
    Json body = world.reject("nowhere"); // no such object, and all the rest is wrong, too
    body.update({{"reasonId", "nothing"}, {"revision", "old"}});
    CHECK(codeOf(world.operate("noor", body)) == "not_found");
    body["invitationId"] = decided;
    CHECK(codeOf(world.operate("noor", body)) == "permission_denied");
    CHECK(codeOf(world.operate("amara", body)) == "reason_unknown");
    body["reasonId"] = "mismatch";
    CHECK(codeOf(world.operate("amara", body)) == "already_decided");
    const std::string open = world.invitation();
    body["invitationId"] = open;
    CHECK(codeOf(world.operate("amara", body)) == "revision_mismatch");
}

TEST_CASE("A colleague's same decision is a success without a second effect", "[operations]")
{
    TestWorld world;
    const std::string id = world.invitation();
    world.operate("priya", world.accept(id));
    const std::int64_t version = world->practice().version();
    const Answer answer = world.operate("amara", world.accept(id));
    CHECK(answer.status == 200);
    CHECK(bodyOf(answer)["result"] == "same_decision");
    CHECK(bodyOf(answer)["changes"].size() == 2);
    CHECK(world->practice().version() == version);
}

TEST_CASE("The same decision counts before the revision and whatever the reason", "[operations]")
{
    TestWorld world;
    const std::string id = world.invitation();
    world.operate("priya", world.reject(id));
    Json body = world.reject(id);
    body.update({{"revision", "old"}, {"reasonId", "mismatch"}, {"message", "other words"}});
    CHECK(bodyOf(world.operate("amara", body))["result"] == "same_decision");
}

TEST_CASE("What ended says how, with the invitation as it is", "[operations]")
{
    TestWorld world;
    const std::string withdrawn = world.invitation();
    world->clients().withdraw(withdrawn);
    const std::string expired = world.invitation();
    world->clients().expire(expired);
    const std::string superseded = world.invitation();
    world->clients().supersede(superseded, withdrawn);
    const Answer answer = world.operate("amara", world.accept(withdrawn));
    CHECK(answer.status == 409);
    CHECK(codeOf(answer) == "invitation_withdrawn");
    CHECK(bodyOf(answer)["current"]["invitation"]["status"] == "withdrawn");
    CHECK(codeOf(world.operate("amara", world.accept(expired))) == "invitation_expired");
    CHECK(codeOf(world.operate("amara", world.accept(superseded))) == "invitation_superseded");
}

TEST_CASE("An invitation whose time is over expires when it is decided", "[operations]")
{
    TestWorld world;
    const std::string id = world.invitation({{"expiresAt", rfc3339(world.now + hourMs)}});
    world.now += 2 * hourMs;
    CHECK(codeOf(world.operate("amara", world.accept(id))) == "invitation_expired");
}

TEST_CASE("A company that is a client already stands in the way", "[operations]")
{
    TestWorld world;
    const Json same{{"companyName", "Kestrel Ltd"}, {"ownerEmail", "k@kestrel.example"}};
    const std::string client = world.client(same);
    const Answer answer = world.operate("amara", world.accept(world.invitation(same)));
    CHECK(codeOf(answer) == "already_connected");
    CHECK(bodyOf(answer)["current"]["id"] == client);
}

TEST_CASE("A closed branch accepts nobody", "[operations]")
{
    TestWorld world;
    const std::string id = world.invitation();
    world->setBranchState("london", "closed");
    const Answer answer = world.operate("amara", world.accept(id));
    CHECK(codeOf(answer) == "branch_unavailable");
    CHECK(bodyOf(answer)["current"]["kind"] == "branch");
}
