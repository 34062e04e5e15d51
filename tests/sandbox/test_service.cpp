#include "tests/sandbox/files.h"
#include "tests/sandbox/testservice.h"
#include "tests/support/catch.h"

using namespace sandbox;

namespace {

std::string operationPath(const std::string &id = sampleOperation)
{
    return "/v1/operations/" + id;
}

} // namespace

TEST_CASE("The session is answered over a verified connection, with the service's headers", "[service]")
{
    TestService service;
    const Got got = service.get("/v1/session");
    CHECK(got.status == 200);
    CHECK(got.json()["practice"]["name"] == "Harbour & Vale");
    CHECK(got.headers.at("atlas-api") == "1");
    CHECK(got.headers.at("content-type") == "application/json");
    CHECK(got.headers.contains("x-request-id"));
    CHECK(got.headers.contains("date"));
}

TEST_CASE("Errors of the HTTP library are the service's, too", "[service]")
{
    TestService service;
    const Got got = service.get("/v1/" + std::string(9000, 'x'));
    CHECK(got.status == 414);
    CHECK(got.headers.at("atlas-api") == "1");
}

TEST_CASE("Without a good token nothing is answered", "[service]")
{
    TestService service;
    for (const char *header : {"", "Bearer nonsense", "Basic YTpi", "Bearer "}) {
        const Got got = service.get("/v1/session", "amara", {{"Authorization", header}});
        CHECK(got.status == 401);
        CHECK(got.json()["code"] == "unauthenticated");
    }
}

TEST_CASE("A missing or malformed Atlas-Client is 400", "[service]")
{
    TestService service;
    for (const char *client : {"", "atlas", "atlas/", "at las/1", "atlas/1/2"})
        CHECK(service.get("/v1/session", "amara", {{"Atlas-Client", client}}).status == 400);
}

TEST_CASE("A client below the minimum is too old", "[service]")
{
    TestService service;
    service.control("POST", "/minimum-client", {{"version", "1.10.0"}});
    const Got old = service.get("/v1/session", "amara", {{"Atlas-Client", "atlas-desktop/1.9.9"}});
    CHECK(old.status == 403);
    CHECK(old.json()["code"] == "client_too_old");
    CHECK(service.get("/v1/session", "amara", {{"Atlas-Client", "atlas-desktop/1.10.0"}}).status == 200);
}

TEST_CASE("An operation is applied over the wire, and answered again", "[service]")
{
    TestService service;
    const std::string body = text(service.accept(service.invitation()));
    CHECK(service.put(operationPath(), body).status == 201);
    const Got again = service.put(operationPath(), body);
    CHECK(again.status == 200);
    CHECK(again.json()["replayed"] == true);
}

TEST_CASE("Bodies of the wrong type or length are refused and not stored", "[service]")
{
    TestService service;
    const std::string body = text(service.accept(service.invitation()));
    CHECK(service.put(operationPath(), body, "amara", {{"Content-Type", "text/plain"}}).status == 415);
    CHECK(service.put(operationPath(), body + std::string(64 * 1024, ' ')).status == 413);
    CHECK(service.put(operationPath(), body, "amara", {{"Content-Type", "application/json; charset=utf-8"}}).status ==
          201);
}

TEST_CASE("A state with every character it may have survives the query", "[service]")
{
    CHECK(fieldsOf("since=S:1.2=a+b/c-d_e&limit=3", false) ==
          std::map<std::string, std::string>{{"since", "S:1.2=a+b/c-d_e"}, {"limit", "3"}});
    TestService service;
    const std::string state = stringAt(service.get("/v1/changes?limit=2").json(), "newState");
    CHECK(service.get("/v1/changes?since=" + state).status == 200);
}

TEST_CASE("Unknown paths and methods are problems of the service", "[service]")
{
    TestService service;
    CHECK(service.get("/v1/nothing").json()["code"] == "not_found");
    CHECK(service.get(operationPath()).status == 405);
}

TEST_CASE("A new invitation is on the stream at once", "[events]")
{
    TestService service;
    TestStream stream(service, "amara");
    REQUIRE(stream.waitFor(": hello"));
    service.invitation();
    CHECK(stream.waitFor("event: state\nid: S:"));
    CHECK(stream.waitFor("\"pending\":{"));
}

TEST_CASE("Who can't see a commit hears nothing of it", "[events]")
{
    TestService service;
    TestStream stream(service, "lena");
    REQUIRE(stream.waitFor(": hello"));
    service.invitation({{"branchId", "london"}});
    service.invitation({{"branchId", "berlin"}});
    REQUIRE(stream.waitFor("event: state"));
    CHECK(stream.waitFor("\"berlin\":1"));
    CHECK(service.control("GET", "/events").json()["open"] == 1);
}

TEST_CASE("A revoked token ends the stream with a word, and the session", "[events]")
{
    TestService service;
    TestStream stream(service, "amara");
    REQUIRE(stream.waitFor(": hello"));
    service.control("POST", "/revoke/amara");
    CHECK(stream.waitFor("event: revoked\ndata: {}\n\n"));
    CHECK(stream.waitForEnd());
    CHECK(service.get("/v1/session").status == 401);
}

TEST_CASE("Events are doubled, split, silent or off when asked for", "[events]")
{
    TestService service;
    TestStream stream(service, "amara");
    REQUIRE(stream.waitFor(": hello"));
    service.control("POST", "/events", {{"mode", "silent"}});
    service.invitation();
    service.control("POST", "/events", {{"mode", "double"}});
    service.invitation();
    CHECK(stream.waitFor("event: state", 2));
    service.control("POST", "/events", {{"mode", "off"}});
    CHECK(service.get("/v1/events").status == 204);
}

TEST_CASE("Streams break when asked to", "[events]")
{
    TestService service;
    TestStream stream(service, "amara");
    REQUIRE(stream.waitFor(": hello"));
    service.control("POST", "/events", {{"break", true}});
    CHECK(stream.waitForEnd());
}

TEST_CASE("A restart keeps tokens, certificate, data and ledger", "[restart]")
{
    TestService service;
    const std::string id = service.invitation();
    const std::string body = text(service.accept(id));
    service.put(operationPath(), body);
    const std::string token = service.token("amara");
    const auto ca = readFile(service.directory() / "ca.pem");
    service.restart();
    CHECK(service.token("amara") == token);
    CHECK(readFile(service.directory() / "ca.pem") == ca);
    CHECK(service.put(operationPath(), body).json()["replayed"] == true);
    const Json ledger = service.control("GET", "/ledger").json();
    CHECK(ledger["attempts"].size() == 2);
    CHECK(ledger["attempts"][0]["status"] == 201);
}

TEST_CASE("A service that is ended as soon as it has begun does end", "[restart]")
{
    for (int round = 0; round < 20; ++round) {
        TestService service;
        service.restart();
    }
    SUCCEED("each of them has ended");
}

TEST_CASE("Secrets are their owner's alone", "[restart]")
{
    using std::filesystem::perms;
    TestService service;
    for (const char *file : {"service.key", "control-token", "tokens/amara", "world.db"}) {
        const auto given = std::filesystem::status(service.directory() / file).permissions();
        CHECK((given & perms::mask) == (perms::owner_read | perms::owner_write));
    }
    CHECK(readFile(service.directory() / "tokens" / "amara") == service.token("amara") + "\n");
}

TEST_CASE("The description names everything that a client needs", "[service]")
{
    TestService service;
    const Json description = service.sandbox().description();
    for (const char *member : {"url", "ca", "control", "controlToken", "pages", "people", "tokens"})
        CHECK(description.contains(member));
    CHECK(description["tokens"]["amara"] == service.token("amara"));
    CHECK(description["people"].size() >= 5);
}

TEST_CASE("Options are read, and what can't be is said", "[options]")
{
    const auto good = parseOptions({"--port", "8443", "--invitations", "12", "--live", "2.5", "--seed", "7"});
    CHECK(good.error.empty());
    CHECK(good.options.port == 8443);
    CHECK(good.options.invitations == 12);
    CHECK(good.options.liveSeconds == 2.5);
    for (const auto &bad :
         std::vector<std::vector<std::string>>{{"--port", "x"}, {"--port"}, {"--prt"}, {"--live", "-1"}})
        CHECK_FALSE(parseOptions(bad).error.empty());
}
