#include "tests/api/transportfixture.h"

#include <QTimer>

using Ended = EventHandler::Ended;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray streamHead =
    "HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n";
const QByteArray stateEvent = "event: state\nid: s1\ndata: {\"state\":\"s1\"}\n\n";

/// What a stream told.
struct Told
{
    int opened = 0;
    int announced = 0;
    std::vector<Ended> ended;
    std::optional<Milliseconds> retryAfter;

    EventHandler handler()
    {
        return {[this] { ++opened; }, [this] { ++announced; },
                [this](Ended why, std::optional<Milliseconds> after) {
                    ended.push_back(why);
                    retryAfter = after;
                }};
    }
};

/// Opens a stream to a server that answers so, and waits for its end.
Told streamEnd(const QByteArray &bytes, bool close = true)
{
    ScriptedServer server;
    server.script = [&](QSslSocket *socket, const WireRequest &) {
        socket->write(bytes);
        if (close)
            socket->disconnectFromHost();
    };
    HttpSettings settings = settingsFor(server.url());
    settings.eventsTimeout = 2s;
    const auto transport = transportTo(settings);
    Told told;
    transport->openEvents(told.handler());
    CHECK(told.opened == 0);
    REQUIRE(eventually([&told] { return !told.ended.empty(); }));
    QCoreApplication::processEvents();
    CHECK(told.ended.size() == 1);
    return told;
}

} // namespace

TEST_CASE("An open stream announces each state as it comes")
{
    ScriptedServer server;
    server.script = always(streamHead);
    const auto transport = transportTo(settingsFor(server.url()));
    Told told;
    transport->openEvents(told.handler());
    REQUIRE(eventually([&told] { return told.opened == 1; }));

    for (int i = 1; i <= 3; ++i) {
        server.last->write(": heartbeat\n\n" + stateEvent);
        REQUIRE(eventually([&told, i] { return told.announced == i; }));
    }

    CHECK(told.opened == 1);
    CHECK(told.ended.empty());
    CHECK(server.requests.front().line == "GET /v1/events HTTP/1.1");
    CHECK(server.requests.front().headers["accept"].startsWith("text/event-stream"));
    CHECK(server.requests.front().headers["authorization"] == "Bearer " + canaryToken);
}

TEST_CASE("A stream in chunks announces too")
{
    ScriptedServer server;
    server.script = always("HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\nContent-Type: text/event-stream\r\n"
                           "Transfer-Encoding: chunked\r\n\r\n");
    const auto transport = transportTo(settingsFor(server.url()));
    Told told;
    transport->openEvents(told.handler());
    REQUIRE(eventually([&told] { return told.opened == 1; }));

    server.last->write(QByteArray::number(stateEvent.size(), 16) + "\r\n" + stateEvent + "\r\n");

    CHECK(eventually([&told] { return told.announced == 1; }));
}

TEST_CASE("An open stream takes none of the six connections that requests have")
{
    ScriptedServer server;
    server.script = [](QSslSocket *socket, const WireRequest &request) {
        if (request.line.contains("/v1/events"))
            socket->write(streamHead); // Requests are left waiting, each on its connection
    };
    const auto transport = transportTo(settingsFor(server.url()));
    Told told;
    transport->openEvents(told.handler());
    REQUIRE(eventually([&told] { return told.opened == 1; }));

    for (int i = 0; i < 6; ++i)
        transport->send(sessionRequest(), [](const Response &) {});

    CHECK(eventually([&server] { return server.requests.size() == 7; }));
    CHECK(told.ended.empty());
}

TEST_CASE("An unknown event is a reason to ask, too")
{
    const Told told = streamEnd(streamHead + "event: something_new\ndata: {}\n\n");

    CHECK(told.announced == 1);
}

TEST_CASE("A stream says that the session has ended")
{
    const bool close = GENERATE(true, false);

    const Told told = streamEnd(streamHead + stateEvent + "event: revoked\ndata: {}\n\n", close);

    CHECK(told.ended.front() == Ended::SignedOut);
}

TEST_CASE("A stream without a byte for the time of the watchdog is lost")
{
    const Told told = streamEnd(streamHead + ": one\n\n", false);

    CHECK(told.opened == 1);
    CHECK(told.ended.front() == Ended::Lost);
}

TEST_CASE("Heartbeats keep a stream alive past the time of the watchdog")
{
    ScriptedServer server;
    server.script = always(streamHead);
    HttpSettings settings = settingsFor(server.url());
    settings.eventsTimeout = 2s;
    const auto transport = transportTo(settings);
    Told told;
    transport->openEvents(told.handler());
    REQUIRE(eventually([&told] { return told.opened == 1; }));

    QTimer heart;
    int beats = 0;
    QObject::connect(&heart, &QTimer::timeout, &heart, [&] {
        ++beats;
        server.last->write(": beat\n");
    });
    heart.start(100ms);

    REQUIRE(eventually([&] { return beats == 30 || !told.ended.empty(); }));
    CHECK(told.ended.empty());
}

TEST_CASE("A stream that ends, well or badly, is lost")
{
    CHECK(streamEnd(streamHead + stateEvent).ended.front() == Ended::Lost);
    CHECK(streamEnd("HTTP/1.1 200 OK\r\n").ended.front() == Ended::Lost);
}

TEST_CASE("What is no event stream of the service is not opened")
{
    const QByteArray bytes =
        GENERATE(QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"),         // a portal
                 QByteArray("HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\nContent-Type: text/html\r\n\r\n"), // a page
                 QByteArray("HTTP/1.1 204 No\r\n\r\n"), QByteArray("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"),
                 QByteArray("HTTP/1.1 302 Moved\r\nAtlas-Api: 1\r\nLocation: /\r\nContent-Length: 0\r\n\r\n"));

    const Told told = streamEnd(bytes + "event: state\ndata: {}\n\n");

    CHECK(told.opened == 0);
    CHECK(told.announced == 0);
    CHECK(told.ended.front() == Ended::Lost);
}

TEST_CASE("A refused stream ends with what the service meant")
{
    const auto [status, body, expected] = GENERATE(table<int, QByteArray, Ended>({
        {204, "", Ended::NotOffered},
        {401, "{\"code\":\"unauthenticated\"}", Ended::SignedOut},
        {403, "{\"code\":\"client_too_old\"}", Ended::TooOld},
        {403, "{\"code\":\"permission_denied\"}", Ended::Lost},
        {404, "{\"code\":\"not_found\"}", Ended::Lost},
        {429, "{\"code\":\"too_many_requests\"}", Ended::ServiceBusy},
        {500, "", Ended::ServiceBusy},
        {503, "{\"code\":\"unavailable\"}", Ended::ServiceBusy},
    }));

    const Told told = streamEnd(answer(status, body, "Retry-After: 9\r\n"), false);

    CHECK(told.opened == 0);
    CHECK(told.ended.front() == expected);
    CHECK(told.retryAfter == Milliseconds(9s));
}

TEST_CASE("A closed stream tells nothing more, and a second replaces the first without a word")
{
    ScriptedServer server;
    server.script = always(streamHead);
    const auto transport = transportTo(settingsFor(server.url()));
    Told first;
    transport->openEvents(first.handler());
    REQUIRE(eventually([&first] { return first.opened == 1; }));
    const QPointer<QSslSocket> firstSocket = server.last;
    Told second;

    transport->openEvents(second.handler());
    REQUIRE(eventually([&] { return second.opened == 1 && !firstSocket; }));
    transport->closeEvents();
    REQUIRE(eventually([&server] { return server.last.isNull(); }));

    CHECK(first.ended.empty());
    CHECK(second.ended.empty());
}

TEST_CASE("Who is told of a stream may close it, or destroy the transport")
{
    ScriptedServer server;
    server.script = always(streamHead + stateEvent + "event: revoked\ndata: {}\n\n");
    auto transport = transportTo(settingsFor(server.url()));
    int told = 0;
    const auto destroy = [&] {
        ++told;
        transport.reset();
    };
    const auto nothing = [] {};
    const int when = GENERATE(0, 1);

    transport->openEvents({when == 0 ? std::function<void()>(destroy) : nothing, nothing,
                           [&](Ended, std::optional<Milliseconds>) { destroy(); }});

    REQUIRE(eventually([&transport] { return !transport; }));
    QCoreApplication::processEvents();
    CHECK(told == 1);
}
