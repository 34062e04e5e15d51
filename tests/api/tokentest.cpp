#include "tests/api/transportfixture.h"

// Whatever is asked, the token goes to the service's own address and to nobody else.

using Ended = EventHandler::Ended;
using Failure = Response::Failure;
using namespace Qt::Literals::StringLiterals;

namespace {

enum class Kind { Session, Changes, Operation, Events };

Request requestOf(Kind kind)
{
    switch (kind) {
    case Kind::Changes:
        return changesRequest(u"s1"_s, 500);
    case Kind::Operation:
        return operationRequest(*OperationId::parse(u"0b5a4b5e-1111-4222-8333-444455556666"_s), "{\"n\":1}");
    case Kind::Session:
    case Kind::Events:
        break;
    }
    return sessionRequest();
}

/// Asks, and waits until it is over.
void askAnd(HttpTransport &transport, Kind kind, const std::function<void(Failure)> &check)
{
    if (kind != Kind::Events)
        return check(ask(transport, requestOf(kind)).failure);
    std::optional<Ended> ended;
    transport.openEvents({[] {}, [] {}, [&ended](Ended why, auto) { ended = why; }});
    REQUIRE(eventually([&ended] { return ended.has_value(); }));
    CHECK(*ended == Ended::Lost);
}

Kind anyKind()
{
    return GENERATE(Kind::Session, Kind::Changes, Kind::Operation, Kind::Events);
}

} // namespace

TEST_CASE("No redirect is followed: the token goes to no other origin, and the request nowhere else")
{
    const Kind kind = anyKind();
    const int status = GENERATE(301, 302, 303, 307, 308);
    const int where = GENERATE(0, 1, 2);
    ScriptedServer elsewhere;
    elsewhere.script = always(answer(200, "{}"));
    ScriptedServer server;
    const QByteArray targets[] = {elsewhere.url().toEncoded() + "/v1/session", "/v1/session",
                                  "http://127.0.0.1:" + QByteArray::number(elsewhere.url().port()) + "/"};
    server.script = always(answer(status, {}, "Location: " + targets[where] + "\r\n"));
    const auto transport = transportTo(settingsFor(server.url()));

    askAnd(*transport, kind, [](Failure failure) { CHECK(failure == Failure::None); });

    CHECK(server.requests.size() == 1);
    CHECK(elsewhere.connections == 0);
    CHECK(elsewhere.decrypted.isEmpty());
}

TEST_CASE("A server that can't be trusted is not sent one byte, whatever is asked")
{
    const Kind kind = anyKind();
    const int fault = GENERATE(0, 1, 2);
    const Certificates &made = Certificates::ofThisRun();
    const Certificates::Pair shown[] = {made.expired(), made.otherHost(), made.good()};
    ScriptedServer server(shown[fault]);
    HttpSettings settings = settingsFor(server.url());
    if (fault == 2)
        settings.caFile = made.otherRoot();
    const auto transport = transportTo(settings);

    askAnd(*transport, kind, [](Failure failure) { CHECK(failure == Failure::Untrusted); });

    CHECK(server.connections > 0);
    CHECK(server.decrypted.isEmpty());
}

TEST_CASE("Nothing in a path leads to another host")
{
    ScriptedServer elsewhere;
    ScriptedServer server;
    server.script = always(answer(404, "{}"));
    const QString other = elsewhere.url().authority();
    const QString path = GENERATE_COPY("//"_L1 + other + "/v1/session"_L1, "@"_L1 + other + "/v1/session"_L1,
                                       "/\\"_L1 + other, "https://"_L1 + other + "/v1/session"_L1, "/../../"_L1 + other);
    const auto transport = transportTo(settingsFor(server.url()));

    (void)ask(*transport, {Request::Verb::Get, path, {}});

    CHECK(elsewhere.connections == 0);
}
