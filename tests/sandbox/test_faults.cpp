#include "tests/sandbox/files.h"
#include "tests/sandbox/testservice.h"
#include "tests/support/catch.h"

#include <future>

using namespace sandbox;

namespace {

const std::string operationPath = std::string("/v1/operations/") + sampleOperation;

Json ledgerOf(TestService &service)
{
    return service.control("GET", "/ledger").json();
}

int effectsOf(TestService &service, const std::string &operation)
{
    int count = 0;
    const Json ledger = ledgerOf(service);
    for (const Json &effect : ledger["effects"])
        count += effect["operationId"] == operation ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("A request dropped before has no effect", "[faults]")
{
    TestService service;
    const std::string id = service.invitation();
    const std::string body = text(service.accept(id));
    service.control("POST", "/faults", {{"kind", "drop_before"}, {"pathPrefix", "/v1/operations/"}});
    CHECK(service.put(operationPath, body).status == 0);
    CHECK(service.control("GET", "/invitations/" + id).json()["invitation"]["status"] == "pending");
    const Json attempt = ledgerOf(service)["attempts"][0];
    CHECK(attempt["status"] == 0);
    CHECK(attempt["delivered"] == false);
}

TEST_CASE("A request dropped after has its effect, and the retry is a replay", "[faults]")
{
    TestService service;
    const std::string body = text(service.accept(service.invitation()));
    service.control("POST", "/faults",
                    {{"kind", "drop_after"}, {"pathPrefix", "/v1/operations/"}, {"method", "PUT"}, {"times", 2}});
    CHECK(service.put(operationPath, body).status == 0);
    CHECK(service.put(operationPath, body).status == 0);
    CHECK(service.put(operationPath, body).json()["replayed"] == true);
    CHECK(effectsOf(service, sampleOperation) == 1);
}

TEST_CASE("The ledger holds the bytes of each attempt", "[faults]")
{
    TestService service;
    const std::string body = text(service.accept(service.invitation())) + " \n";
    service.put(operationPath, body);
    const Json attempt = ledgerOf(service)["attempts"][0];
    CHECK(attempt["body"] == body);
    CHECK(attempt["sha256"] == sha256(body));
    CHECK(attempt["person"] == "mem_amara");
    CHECK(attempt["delivered"] == true);
}

TEST_CASE("A truncated answer is none", "[faults]")
{
    TestService service;
    service.control("POST", "/faults", {{"kind", "truncate"}, {"bytes", 40}, {"pathPrefix", "/v1/changes"}});
    CHECK(service.get("/v1/changes").status == 0);
    CHECK(service.get("/v1/changes").status == 200);
}

TEST_CASE("A status comes with its headers and code, as often as asked for", "[faults]")
{
    TestService service;
    service.control("POST", "/faults",
                    {{"kind", "status"},
                     {"status", 429},
                     {"code", "too_many_requests"},
                     {"headers", {{"Retry-After", "7"}}},
                     {"times", 1}});
    const Got got = service.get("/v1/session");
    CHECK(got.status == 429);
    CHECK(got.json()["code"] == "too_many_requests");
    CHECK(got.headers.at("retry-after") == "7");
    CHECK(got.headers.at("atlas-api") == "1");
    CHECK(service.get("/v1/session").status == 200);
}

TEST_CASE("A captive portal answers without Atlas-Api", "[faults]")
{
    TestService service;
    service.control("POST", "/faults",
                    {{"kind", "status"},
                     {"status", 200},
                     {"body", "<h1>Pay for the Wi-Fi</h1>"},
                     {"contentType", "text/html"},
                     {"atlasApi", false}});
    const Got got = service.get("/v1/session");
    CHECK(got.status == 200);
    CHECK(got.body == "<h1>Pay for the Wi-Fi</h1>");
    CHECK_FALSE(got.headers.contains("atlas-api"));
}

TEST_CASE("A status may hide an effect", "[faults]")
{
    TestService service;
    const std::string body = text(service.accept(service.invitation()));
    service.control("POST", "/faults",
                    {{"kind", "status"}, {"status", 502}, {"effect", true}, {"pathPrefix", "/v1/operations/"}});
    CHECK(service.put(operationPath, body).status == 502);
    CHECK(effectsOf(service, sampleOperation) == 1);
}

TEST_CASE("While an operation is delayed, it is in progress", "[faults]")
{
    TestService service;
    const std::string body = text(service.accept(service.invitation()));
    service.control("POST", "/running/" + std::string(sampleOperation), {{"on", true}});
    const Got busy = service.put(operationPath, body);
    service.control("POST", "/running/" + std::string(sampleOperation), {{"on", false}});
    CHECK(busy.json()["code"] == "operation_in_progress");
    CHECK(busy.headers.contains("retry-after"));
    service.control("POST", "/faults", {{"kind", "delay"}, {"ms", 1}, {"inProgress", true}});
    CHECK(service.put(operationPath, body).status == 201);
}

TEST_CASE("What stalls goes on when the faults are cleared", "[faults]")
{
    TestService service;
    service.control("POST", "/faults", {{"kind", "stall"}, {"pathPrefix", "/v1/session"}});
    auto waiting = std::async(std::launch::async, [&service] { return service.get("/v1/session").status; });
    while (!service.control("GET", "/faults").json().empty()) // until the request has taken its rule
        std::this_thread::yield();
    service.control("DELETE", "/faults");
    CHECK(waiting.get() == 200);
}

TEST_CASE("During an outage nobody gets through but the control", "[faults]")
{
    TestService service;
    TestStream stream(service, "amara");
    REQUIRE(stream.waitFor(": hello"));
    service.control("POST", "/outage", {{"on", true}});
    CHECK(stream.waitForEnd());
    CHECK(service.get("/v1/session").status == 0);
    service.control("POST", "/outage", {{"on", false}});
    CHECK(service.get("/v1/session").status == 200);
}

TEST_CASE("A rule that can't be read is refused in words", "[faults]")
{
    TestService service;
    CHECK(service.control("POST", "/faults", {{"kind", "explode"}}).status == 400);
    CHECK(service.control("POST", "/faults", {{"kind", "stall"}, {"times", "many"}}).status == 400);
}

TEST_CASE("The clock moves what the service says and its Date", "[control]")
{
    TestService service;
    service.control("POST", "/clock", {{"advanceMs", 400 * dayMs}});
    const Got got = service.get("/v1/session");
    const Millis told = parseRfc3339(stringAt(got.json(), "serverTime")).value_or(0);
    CHECK(told > wallClock() + 399 * dayMs);
    CHECK(got.headers.at("date") == httpDate(told));
}

TEST_CASE("Requests are counted until cleared", "[control]")
{
    TestService service;
    service.get("/v1/session");
    service.get("/v1/session");
    CHECK(service.control("GET", "/requests").json()["counts"]["GET /v1/session 200"] == 2);
    service.control("DELETE", "/requests");
    CHECK(service.control("GET", "/requests").json()["total"] == 0);
}

TEST_CASE("Invitations may be odd, hostile or not readable at all", "[control]")
{
    TestService service;
    const std::string odd =
        service.invitation({{"status", "on_fire"}, {"companyName", std::string("a\0<b>", 5)}, {"surprise", {1, 2}}});
    const std::string broken = service.invitation({{"companyName", 7}, {"omit", {"ownerName"}}});
    service.control("PUT", "/objects/hologram/h1", {{"any", "thing"}});
    std::map<std::string, Json> found;
    const Json page = service.get("/v1/changes?limit=2000").json();
    for (const Json &change : page["changes"])
        found[stringAt(change, "id")] = change;
    CHECK(found[odd]["invitation"]["status"] == "on_fire");
    CHECK(found[odd]["invitation"]["companyName"] == std::string("a\0<b>", 5));
    CHECK(found[odd]["invitation"]["surprise"] == Json::array({1, 2}));
    CHECK(found[broken]["invitation"]["companyName"] == 7);
    CHECK_FALSE(found[broken]["invitation"].contains("ownerName"));
    CHECK(found["h1"]["hologram"]["any"] == "thing");
}

TEST_CASE("Control needs its token", "[control]")
{
    TestService service;
    CHECK(service.get("/control/ledger").status == 401);
}

TEST_CASE("A colleague decides by control as anybody would", "[control]")
{
    TestService service;
    const std::string id = service.invitation();
    const Got got = service.control(
        "POST", "/invitations/" + id + "/decide",
        {{"person", "priya"}, {"type", "reject_invitation"}, {"reasonId", "mismatch"}, {"message", "Sorry"}});
    CHECK(got.status == 201);
    const Json invitation = service.control("GET", "/invitations/" + id).json()["invitation"];
    CHECK(invitation["decidedByName"] == "Priya Raman");
}
