#include "tests/api/transportfixture.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

using Failure = Response::Failure;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Not trusted, and nothing of the request was told.
void checkUntrusted(const ScriptedServer &server, const Response &response)
{
    CHECK(response.failure == Failure::Untrusted);
    CHECK_FALSE(response.detail.isEmpty());
    CHECK(server.connections > 0);
    CHECK(server.decrypted.isEmpty());
}

} // namespace

TEST_CASE("An expired certificate is not trusted and gets no token")
{
    ScriptedServer server(Certificates::ofThisRun().expired());

    checkUntrusted(server, ask(settingsFor(server.url())));
}

TEST_CASE("A certificate for another host is not trusted and gets no token")
{
    ScriptedServer server(Certificates::ofThisRun().otherHost());

    checkUntrusted(server, ask(settingsFor(server.url())));
}

TEST_CASE("A certificate of an unknown root is not trusted and gets no token")
{
    ScriptedServer server;
    HttpSettings settings = settingsFor(server.url());
    settings.caFile = GENERATE(QString(), Certificates::ofThisRun().otherRoot());

    checkUntrusted(server, ask(settings));
}

TEST_CASE("An event stream trusts no further than a request")
{
    ScriptedServer server(Certificates::ofThisRun().expired());
    const auto transport = transportTo(settingsFor(server.url()));
    std::optional<EventHandler::Ended> ended;

    transport->openEvents({[] {}, [] {}, [&ended](EventHandler::Ended why, auto) { ended = why; }});

    REQUIRE(eventually([&ended] { return ended.has_value(); }));
    CHECK(*ended == EventHandler::Ended::Lost);
    CHECK(server.decrypted.isEmpty());
}

TEST_CASE("A peer that speaks no TLS is no answer, and is not called untrusted")
{
    QTcpServer plain;
    QByteArray received;
    QObject::connect(&plain, &QTcpServer::newConnection, &plain, [&] {
        QTcpSocket *socket = plain.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        QObject::connect(socket, &QTcpSocket::readyRead, socket,
                         [&received, socket] { received += socket->readAll(); });
    });
    REQUIRE(plain.listen(QHostAddress::LocalHost));

    const Response response = ask(settingsFor(QUrl(u"https://127.0.0.1:%1"_s.arg(plain.serverPort()))));

    CHECK(response.failure == Failure::NoAnswer);
    CHECK_FALSE(received.contains(canaryToken));
}

TEST_CASE("A CA file that can't be used is said at once")
{
    QTemporaryDir dir;
    const QString path = dir.filePath(GENERATE(u"empty.pem"_s, u"missing.pem"_s, u"."_s));
    if (path.endsWith(u"empty.pem"_s))
        REQUIRE(QFile(path).open(QIODevice::WriteOnly));
    HttpSettings settings = settingsFor(QUrl(u"https://127.0.0.1:1"_s));
    settings.caFile = path;

    const auto transport = HttpTransport::create(settings);

    REQUIRE_FALSE(transport);
    CHECK(transport.error().kind == ErrorKind::InvalidInput);
}

TEST_CASE("A transport is made for https only")
{
    HttpSettings settings;
    settings.server = QUrl(GENERATE(u"http://127.0.0.1:8080"_s, QString(), u"https://"_s));

    CHECK_FALSE(HttpTransport::create(settings));
}
