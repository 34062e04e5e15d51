#include "tests/api/transportfixture.h"

#include <QTcpServer>
#include <QTcpSocket>

using Failure = Response::Failure;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

TEST_CASE("An answer of the service is given whole, with what its headers say")
{
    ScriptedServer server;
    server.script =
        always(answer(200, "{\"a\":1}", "Content-Type: Application/JSON; charset=utf-8\r\nRetry-After: 7\r\n"));

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.failure == Failure::None);
    CHECK(response.status == 200);
    CHECK(response.fromService);
    CHECK(response.contentType == "application/json");
    CHECK(response.date == instantFromMs(1795426200000));
    CHECK(response.retryAfter == Milliseconds(7s));
    CHECK(response.body == "{\"a\":1}");
}

TEST_CASE("A request says who asks, and keeps every character of a state")
{
    ScriptedServer server;
    server.script = always(answer(200, "{}"));

    (void)ask(settingsFor(server.url()), changesRequest(u"a+b/c=d:e.f_-"_s, 500));

    REQUIRE(server.requests.size() == 1);
    const WireRequest &request = server.requests.front();
    CHECK(request.line == "GET /v1/changes?limit=500&since=a%2Bb%2Fc%3Dd%3Ae.f_- HTTP/1.1");
    CHECK(request.headers["authorization"] == "Bearer " + canaryToken);
    CHECK(request.headers["atlas-client"] == "atlas-desktop/" ATLAS_VERSION);
    CHECK(request.headers["accept"] == "application/json, application/problem+json");
    CHECK_FALSE(request.headers.contains("cookie"));
}

TEST_CASE("An operation is put with its exact bytes")
{
    ScriptedServer server;
    server.script = always(answer(201, "{}"));
    const QByteArray body("{\"type\":\"accept_invitation\", \"x\":\"\xC3\xA9\"}");
    const auto id = OperationId::parse(u"0B5A4B5E-1111-4222-8333-444455556666"_s);

    const Response response = ask(settingsFor(server.url()), operationRequest(*id, body));

    CHECK(response.status == 201);
    REQUIRE(server.requests.size() == 1);
    CHECK(server.requests.front().line == "PUT /v1/operations/0b5a4b5e-1111-4222-8333-444455556666 HTTP/1.1");
    CHECK(server.requests.front().headers["content-type"] == "application/json");
    CHECK(server.requests.front().body == body);
}

TEST_CASE("Every status of the contract arrives with its body")
{
    const int status = GENERATE(201, 202, 400, 401, 403, 404, 405, 408, 409, 410, 412, 413, 415, 418, 422, 425, 429,
                                451, 500, 501, 502, 503, 504, 599);
    ScriptedServer server;
    server.script = always(answer(status, "{\"code\":\"x\"}", "WWW-Authenticate: Bearer\r\n"));

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.failure == Failure::None);
    CHECK(response.status == status);
    CHECK(response.fromService);
    CHECK(response.body == "{\"code\":\"x\"}");
}

TEST_CASE("An answer without exactly Atlas-Api: 1 is not from the service")
{
    const QByteArray header =
        GENERATE(QByteArray(), QByteArray("Atlas-Api: 2\r\n"), QByteArray("Atlas-Api: 1.0\r\n"),
                 QByteArray("Atlas-Api: 1\r\nAtlas-Api: 1\r\n"), QByteArray("X-Atlas-Api: 1\r\n"));
    ScriptedServer server;
    server.script = always("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + header + "\r\n{}");

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.failure == Failure::None);
    CHECK_FALSE(response.fromService);
}

TEST_CASE("Header names count without case")
{
    ScriptedServer server;
    server.script =
        always("HTTP/1.1 200 OK\r\nATLAS-API: 1\r\ncontent-LENGTH: 2\r\ncontent-type: text/PLAIN\r\n\r\n{}");

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.fromService);
    CHECK(response.contentType == "text/plain");
}

TEST_CASE("A redirect is an answer, not a way: the token goes nowhere else")
{
    const int status = GENERATE(301, 302, 303, 307, 308);
    ScriptedServer elsewhere;
    ScriptedServer server;
    server.script = always(answer(status, {}, "Location: " + elsewhere.url().toEncoded() + "/v1/session\r\n"));

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.failure == Failure::None);
    CHECK(response.status == status);
    CHECK(elsewhere.connections == 0);
}

TEST_CASE("Cookies are not kept")
{
    ScriptedServer server;
    server.script = always(answer(200, "{}", "Set-Cookie: a=b; Path=/\r\n"));
    const auto transport = transportTo(settingsFor(server.url()));

    (void)ask(*transport, sessionRequest());
    (void)ask(*transport, sessionRequest());

    REQUIRE(server.requests.size() == 2);
    CHECK_FALSE(server.requests.back().headers.contains("cookie"));
}

TEST_CASE("One connection serves requests that follow each other")
{
    ScriptedServer server;
    server.script = always(answer(200, "{}"));
    const auto transport = transportTo(settingsFor(server.url()));

    (void)ask(*transport, sessionRequest());
    (void)ask(*transport, sessionRequest());

    CHECK(server.connections == 1);
}

TEST_CASE("An answer that is cut short is no answer, whatever its status was")
{
    const QByteArray bytes = GENERATE(
        QByteArray("HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\nContent-Length: 100\r\n\r\n{\"a\":1}"),
        QByteArray("HTTP/1.1 401 No\r\nAtlas-Api: 1\r\nContent-Length: 100\r\n\r\n{}"),
        QByteArray("HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\nTransfer-Encoding: chunked\r\n\r\n"
                   "7\r\n{\"a\":1}\r\n"),
        QByteArray("HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\n"), QByteArray("garbage\r\n\r\n"), QByteArray("HTTP/1.1 2"));
    ScriptedServer server;
    server.script = [&bytes](QSslSocket *socket, const WireRequest &) {
        socket->write(bytes);
        socket->disconnectFromHost();
    };

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.failure == Failure::NoAnswer);
}

TEST_CASE("A peer that closes without answering gives one NoAnswer, though Qt may have asked more than once")
{
    ScriptedServer server;
    server.script = [](QSslSocket *socket, const WireRequest &) { socket->disconnectFromHost(); };
    const auto id = OperationId::parse(u"0b5a4b5e-1111-4222-8333-444455556666"_s);

    const Response response = ask(settingsFor(server.url()), operationRequest(*id, "{\"n\":1}"));

    CHECK(response.failure == Failure::NoAnswer);
    REQUIRE_FALSE(server.requests.empty());
    for (const WireRequest &request : server.requests)
        CHECK(request.body == "{\"n\":1}"); // Fact 1 of sync.md: the same name, the same bytes
}

TEST_CASE("An answer to a request that Qt sent again says so")
{
    ScriptedServer server;
    server.script = [&server](QSslSocket *socket, const WireRequest &) {
        if (server.requests.size() == 1)
            socket->disconnectFromHost();
        else
            socket->write(answer(401, "{}"));
    };
    const auto transport = transportTo(settingsFor(server.url()));

    const Response again = ask(*transport, sessionRequest());
    const Response once = ask(*transport, sessionRequest());

    CHECK(again.status == 401);
    CHECK(again.sentTwice);
    CHECK_FALSE(once.sentTwice);
}

TEST_CASE("A service that takes the request and says nothing is given up after the time-out")
{
    ScriptedServer server;
    HttpSettings settings = settingsFor(server.url());
    settings.timeout = 2s;

    const Response response = ask(settings);

    CHECK(response.failure == Failure::NoAnswer);
    CHECK(server.requests.size() == 1);
}

TEST_CASE("A peer that accepts and never begins TLS is given up after the time-out")
{
    QTcpServer silent;
    REQUIRE(silent.listen(QHostAddress::LocalHost));
    HttpSettings settings = settingsFor(QUrl(u"https://127.0.0.1:%1"_s.arg(silent.serverPort())));
    settings.timeout = 200ms;

    CHECK(ask(settings).failure == Failure::NoAnswer);
}

TEST_CASE("A refused connection is no answer")
{
    QTcpServer gone;
    REQUIRE(gone.listen(QHostAddress::LocalHost));
    const HttpSettings settings = settingsFor(QUrl(u"https://127.0.0.1:%1"_s.arg(gone.serverPort())));
    gone.close();

    CHECK(ask(settings).failure == Failure::NoAnswer);
}

TEST_CASE("A body larger than is taken is no answer, announced or not")
{
    const QByteArray headers = GENERATE(QByteArray("Content-Length: 100000\r\n"), QByteArray());
    ScriptedServer server;
    server.script = [&headers](QSslSocket *socket, const WireRequest &) {
        socket->write("HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\n" + headers + "\r\n" + QByteArray(100'000, ' '));
        socket->disconnectFromHost();
    };
    HttpSettings settings = settingsFor(server.url());
    settings.mostBytes = 50'000;

    CHECK(ask(settings).failure == Failure::NoAnswer);
}

TEST_CASE("Headers without end are no answer")
{
    ScriptedServer server;
    server.script = [](QSslSocket *socket, const WireRequest &) {
        socket->write("HTTP/1.1 200 OK\r\nAtlas-Api: 1\r\nX: " + QByteArray(4'000'000, 'x'));
        socket->disconnectFromHost();
    };

    CHECK(ask(settingsFor(server.url())).failure == Failure::NoAnswer);
}

TEST_CASE("A packed body is unpacked")
{
    // printf '{"a":1}' | gzip -n
    const QByteArray packed = QByteArray::fromHex("1f8b0800000000000003ab564a54b232ac0500afac1b5607000000");
    ScriptedServer server;
    server.script = always(answer(200, packed, "Content-Encoding: gzip\r\n"));

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.failure == Failure::None);
    CHECK(response.body == "{\"a\":1}");
}

TEST_CASE("A packed body that is damaged is no answer")
{
    ScriptedServer server;
    server.script = always(answer(200, "this is not gzip", "Content-Encoding: gzip\r\n"));

    CHECK(ask(settingsFor(server.url())).failure == Failure::NoAnswer);
}
