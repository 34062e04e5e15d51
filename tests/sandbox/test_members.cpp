#include "tests/sandbox/testworld.h"
#include "tests/support/catch.h"

using namespace sandbox;

namespace {

std::string repeated(const std::string &piece, int times)
{
    std::string text;
    for (int i = 0; i < times; ++i)
        text += piece;
    return text;
}

} // namespace

TEST_CASE("A reason for something else, or of nobody, is unknown", "[members]")
{
    TestWorld world;
    Json body = world.reject(world.invitation());
    for (const char *reason : {"non-payment", "nothing"}) {
        body["reasonId"] = reason;
        const Answer answer = world.operate("amara", body);
        CHECK(codeOf(answer) == "reason_unknown");
        CHECK(bodyOf(answer)["field"] == "reasonId");
    }
}

TEST_CASE("Other needs words of one's own", "[members]")
{
    TestWorld world;
    Json body = world.reject(world.invitation());
    body["reasonId"] = "other-rejection";
    const Answer answer = world.operate("amara", body);
    CHECK(answer.status == 422);
    CHECK(codeOf(answer) == "reason_text_required");
    CHECK(bodyOf(answer)["field"] == "reasonText");
}

TEST_CASE("A message is counted in code points, 2,000 at most", "[members]")
{
    TestWorld world;
    Json body = world.reject(world.invitation());
    body["message"] = repeated("😀", 2001);
    const Answer answer = world.operate("amara", body);
    body["message"] = repeated("😀", 2000);
    CHECK(codeOf(answer) == "message_too_long");
    CHECK(bodyOf(answer)["field"] == "message");
    CHECK(world.operate("amara", body).status == 201);
}

TEST_CASE("Own words have at most 500 characters", "[members]")
{
    TestWorld world;
    Json body = world.reject(world.invitation());
    body.update({{"reasonId", "other-rejection"}, {"reasonText", repeated("é", 501)}});
    CHECK(bodyOf(world.operate("amara", body))["field"] == "reasonText");
    body["reasonText"] = repeated("é", 500);
    CHECK(world.operate("amara", body).status == 201);
}

TEST_CASE("NUL and lone surrogates are refused by the member's name", "[members]")
{
    TestWorld world;
    const std::string id = world.invitation();
    const std::string good = text(world.reject(id));
    const std::string head = good.substr(0, good.size() - 1) + ",\"message\":\"";
    for (const char *bad : {"a\\u0000b", "\\ud800", "x\\uDC00y", "\\ud83d\\u0041"}) {
        const Answer answer = world->operate(world.person("amara"), world.newName(), head + bad + "\"}");
        CHECK(answer.status == 422);
        CHECK(bodyOf(answer)["field"] == "message");
    }
}

TEST_CASE("A pair of surrogates is a character as good as any", "[members]")
{
    TestWorld world;
    const std::string id = world.invitation();
    const std::string good = text(world.reject(id));
    const std::string body = good.substr(0, good.size() - 1) + R"(,"message":"\ud83d\ude00 \\ud800"})";
    CHECK(world->operate(world.person("amara"), world.newName(), body).status == 201);
    CHECK(world.object("invitation", id)["replyMessage"] == "😀 \\ud800");
}

TEST_CASE("Two different lone surrogates are two different values", "[members]")
{
    TestWorld world;
    const std::string good = text(world.reject(world.invitation()));
    const std::string head = good.substr(0, good.size() - 1) + ",\"message\":\"";
    const std::string name = world.newName();
    world->operate(world.person("amara"), name, head + "\\ud800\"}");
    CHECK(codeOf(world->operate(world.person("amara"), name, head + "\\ud801\"}")) == "operation_reused");
}

TEST_CASE("A decision's time must be one", "[members]")
{
    TestWorld world;
    Json body = world.accept(world.invitation());
    body["decidedAt"] = "yesterday";
    CHECK(bodyOf(world.operate("amara", body))["field"] == "decidedAt");
}

TEST_CASE("The permission that is missing is named", "[members]")
{
    TestWorld world;
    const std::string client = world.client();
    Json assign = world.onClient("assign_accountant", client);
    assign.update({{"memberId", "mem_lena"}, {"role", "primary"}});
    Json remove = world.onClient("remove_accountant", client);
    remove["memberId"] = "mem_lena";
    Json note = world.onClient("add_client_note", client);
    note["text"] = "A note";
    Json disconnect = world.onClient("disconnect_client", client);
    disconnect["reasonId"] = "non-payment";
    CHECK(bodyOf(world.operate("viktor", assign))["permission"] == "grant_client_access");
    CHECK(bodyOf(world.operate("viktor", remove))["permission"] == "revoke_client_access");
    CHECK(bodyOf(world.operate("viktor", note))["permission"] == "update_client_notes");
    CHECK(bodyOf(world.operate("viktor", disconnect))["permission"] == "delete_clients");
    CHECK(bodyOf(world.operate("tomasz", world.accept(world.invitation())))["permission"] == "create_clients");
}

TEST_CASE("Permissions are those of the object's branch", "[members]")
{
    TestWorld world;
    CHECK(world.operate("lena", world.accept(world.invitation({{"branchId", "berlin"}}))).status == 201);
    CHECK(world.operate("lena", world.accept(world.invitation())).status == 403);
}
