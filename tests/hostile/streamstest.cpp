#include "tests/api/transportfixture.h"
#include "tests/hostile/memory.h"
#include "tests/hostile/pour.h"

using Ended = EventHandler::Ended;
using namespace std::chrono_literals;

namespace {

constexpr qint64 MiB = 1024 * 1024;
constexpr qint64 mostGrowth = 64; // MiB, with what the test's own server holds

const QByteArray streamHeaders = "Content-Type: text/event-stream\r\n";

/// An event stream to a server that pours `piece` into it.
struct Flood
{
    explicit Flood(const QByteArray &piece, const QByteArray &head = openHead(streamHeaders))
    {
        server.script = [this, piece, head](QSslSocket *socket, const WireRequest &) {
            pour(socket, head, piece, &poured);
        };
        HttpSettings settings = settingsFor(server.url());
        settings.eventsTimeout = 500ms;
        transport = transportTo(settings);
        transport->openEvents({[this] { ++opened; }, [this] { ++announced; },
                               [this](Ended how, std::optional<Milliseconds>) { ended = how; }});
    }

    ScriptedServer server;
    std::unique_ptr<HttpTransport> transport;
    qint64 poured = 0;
    int opened = 0;
    int announced = 0;
    std::optional<Ended> ended;
    PeakMemory peak;
};

} // namespace

TEST_CASE("A stream's line or event without end costs next to nothing, however long it goes on", "[hostile]")
{
    const QByteArray piece = GENERATE(
        QByteArray(64 * 1024, 'x'), "data: " + QByteArray(64 * 1024, 'x'), QByteArray("data\n").repeated(10'000),
        "data: " + QByteArray(64 * 1024, 'x') + '\n', QByteArray("id: i\nevent: e\n").repeated(5'000),
        QByteArray(64 * 1024, '\0'), QByteArray(64 * 1024, '\xFF'));
    Flood flood(piece);

    REQUIRE(eventually([&flood] { return flood.poured > 48 * MiB || flood.ended; }));

    WARN("a line or event without end: at most " << flood.peak.growth() << " MiB of " << flood.poured / MiB);
    CHECK(flood.opened == 1);
    CHECK(flood.announced == 0);
    CHECK_FALSE(flood.ended);
    CHECK(flood.peak.growth() < mostGrowth);
}

TEST_CASE("After a line without end the stream goes on", "[hostile]")
{
    ScriptedServer server;
    server.script = always(openHead(streamHeaders) + QByteArray(8 * MiB, 'x') + "\n\nevent: state\ndata: {}\n\n");
    const auto transport = transportTo(settingsFor(server.url()));
    int announced = 0;
    transport->openEvents({[] {}, [&announced] { ++announced; }, [](Ended, std::optional<Milliseconds>) {}});

    CHECK(eventually([&announced] { return announced == 1; }));
}

TEST_CASE("An event of eight megabytes is an event", "[hostile]")
{
    ScriptedServer server;
    server.script = always(openHead(streamHeaders) + "event: state\ndata: " + QByteArray(8 * MiB, 'x') + "\n\n");
    const auto transport = transportTo(settingsFor(server.url()));
    int announced = 0;
    transport->openEvents({[] {}, [&announced] { ++announced; }, [](Ended, std::optional<Milliseconds>) {}});

    CHECK(eventually([&announced] { return announced == 1; }));
}

TEST_CASE("A flood of events is announced and costs next to nothing", "[hostile]")
{
    Flood flood(QByteArray("data\n\n").repeated(10'000));

    REQUIRE(eventually([&flood] { return (flood.poured > 16 * MiB && flood.announced > 0) || flood.ended; }));

    WARN("a flood of events: at most " << flood.peak.growth() << " MiB, announced " << flood.announced << " times");
    CHECK_FALSE(flood.ended);
    CHECK(flood.peak.growth() < mostGrowth);
}

TEST_CASE("A refused stream whose body has no end is ended by its status", "[hostile]")
{
    const auto [status, expected] = GENERATE(table<int, Ended>({
        {401, Ended::Lost}, // Qt keeps all of a 401 to itself until its end: only the watchdog bounds it
        {403, Ended::Lost},
        {404, Ended::Lost},
        {503, Ended::ServiceBusy},
    }));
    Flood flood(QByteArray(64 * 1024, ' '), openHead("Content-Type: application/problem+json\r\n", status));

    REQUIRE(eventually([&flood] { return flood.ended.has_value(); }));

    WARN("a refusal without end, " << status << ": at most " << flood.peak.growth() << " MiB of "
                                   << flood.poured / MiB);
    CHECK(*flood.ended == expected);
    CHECK(flood.opened == 0);
    if (status != 401)
        CHECK(flood.peak.growth() < mostGrowth);
}

TEST_CASE("A portal's page in the stream's place is no stream", "[hostile]")
{
    const int status = GENERATE(200, 401, 403);
    Flood flood("<p>Please pay</p>\n\ndata: x\n\n",
                "HTTP/1.1 " + QByteArray::number(status) + " Portal\r\nContent-Type: text/html\r\n\r\n");

    REQUIRE(eventually([&flood] { return flood.ended.has_value(); }));

    CHECK(*flood.ended == Ended::Lost);
    CHECK(flood.announced == 0);
}
