#include "tests/api/jsonsamples.h"
#include "tests/api/transportfixture.h"
#include "tests/hostile/memory.h"
#include "tests/hostile/pour.h"

using Failure = Response::Failure;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("A head without end is given up after the time-out, though bytes keep coming", "[hostile]")
{
    // Qt 6.4 takes any number of bytes before a body and looks at the clock alone.
    const auto [head, piece] = GENERATE(table<QByteArray, QByteArray>({
        {"HTTP/1.1 200 ", "OK"},
        {"HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\nX: ", QByteArray(1024, 'x')},
        {"HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\n", "X-Another: header\r\n"},
        {"", "HTTP/1.1 100 Continue\r\n\r\n"},
        {"", "\r\n"},
        {"HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "0"},
        {"HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\nTransfer-Encoding: chunked\r\n\r\n2;", "extension"},
    }));
    ScriptedServer server;
    qint64 poured = 0;
    server.script = [&, h = head, p = piece](QSslSocket *socket, const WireRequest &) { pour(socket, h, p, &poured); };
    HttpSettings settings = settingsFor(server.url());
    settings.timeout = 500ms;
    settings.longest = 30s;
    const PeakMemory peak;

    const Response response = ask(settings);

    WARN("a head without end: " << poured / 1024 << " KiB came, at most " << peak.growth() << " MiB, "
                                << response.detail.toStdString());
    CHECK(response.failure == Failure::NoAnswer);
    CHECK(peak.growth() < 256);
}

TEST_CASE("An answer that drips is given up when it takes too long, however regular it is", "[hostile]")
{
    const QByteArray whole = answer(200, "{\"a\":1}" + QByteArray(10'000, ' '));
    const QByteArray chunked = openHead("Transfer-Encoding: chunked\r\n") + QByteArray("1\r\n \r\n").repeated(10'000);
    const QByteArray dripped = GENERATE_COPY(values({whole, chunked}));
    ScriptedServer server;
    server.script = [&dripped](QSslSocket *socket, const WireRequest &) {
        const qsizetype head = dripped.indexOf("\r\n\r\n") + 4;
        socket->write(dripped.left(head));
        drip(socket, dripped.mid(head), 10ms);
    };
    HttpSettings settings = settingsFor(server.url());
    settings.timeout = 30s;
    settings.longest = 500ms;

    const Response response = ask(settings);

    CHECK(response.failure == Failure::NoAnswer);
    CHECK(response.detail == u"took longer than we wait"_s);
}

TEST_CASE("An answer that drips and ends in time is whole", "[hostile]")
{
    const QByteArray bytes = answer(200, "{\"a\":1}", "Content-Type: application/json\r\n");
    ScriptedServer server;
    server.script = [&bytes](QSslSocket *socket, const WireRequest &) { drip(socket, bytes, 1ms); };

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.failure == Failure::None);
    CHECK(response.body == "{\"a\":1}");
}

TEST_CASE("One that drips holds up nobody else", "[hostile]")
{
    ScriptedServer server;
    server.script = [](QSslSocket *socket, const WireRequest &request) {
        if (request.line.contains("/v1/changes"))
            drip(socket, openHead() + QByteArray(1000, ' '), 10ms);
        else
            socket->write(answer(200, "{}"));
    };
    const auto transport = transportTo(settingsFor(server.url()));
    bool dripped = false;
    transport->send(changesRequest({}, 1000), [&dripped](const Response &) { dripped = true; });

    const Response other = ask(*transport, sessionRequest());

    CHECK(other.status == 200);
    CHECK_FALSE(dripped);
}

TEST_CASE("What is no answer of the service is seen as none, whatever its status", "[hostile]")
{
    const int status = GENERATE(200, 201, 401, 403, 404, 409, 410, 422, 500, 511);
    ScriptedServer server;
    server.script =
        always("HTTP/1.1 " + QByteArray::number(status) +
               " Portal\r\nContent-Type: text/html\r\nContent-Length: 26\r\n\r\n<html>Please pay</html>   ");

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.failure == Failure::None);
    CHECK_FALSE(response.fromService);
    CHECK(response.contentType == "text/html");
}
