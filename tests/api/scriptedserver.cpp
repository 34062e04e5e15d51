#include "tests/api/scriptedserver.h"

#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTimer>

#include <memory>

using namespace std::chrono_literals;

namespace {

QSslConfiguration configurationOf(const Certificates::Pair &pair)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(pair.certificate));
    QFile key(pair.key);
    REQUIRE(key.open(QIODevice::ReadOnly));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

WireRequest parseHead(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    WireRequest request;
    request.line = lines.first().trimmed();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
    }
    return request;
}

} // namespace

ScriptedServer::ScriptedServer(const Certificates::Pair &pair, QSsl::SslProtocol protocol)
{
    QSslConfiguration configuration = configurationOf(pair);
    configuration.setProtocol(protocol);
    m_server.setSslConfiguration(configuration);
    connect(&m_server, &QSslServer::startedEncryptionHandshake, this, [this] { ++connections; });
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *pending = m_server.nextPendingConnection()) {
            auto *socket = qobject_cast<QSslSocket *>(pending);
            last = socket;
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QSslSocket::readyRead, this, [this, socket, buffer] { read(socket, *buffer); });
            connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
            read(socket, *buffer); // What came with the handshake
        }
    });
    REQUIRE(m_server.listen(QHostAddress::LocalHost));
}

QUrl ScriptedServer::url() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort()));
}

void ScriptedServer::read(QSslSocket *socket, QByteArray &buffer)
{
    const QByteArray bytes = socket->readAll();
    decrypted += bytes;
    buffer += bytes;
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    WireRequest request = parseHead(buffer.left(end));
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    requests.push_back(request);
    if (script)
        script(socket, request);
}

QByteArray answer(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Whatever\r\nAtlas-Api: 1\r\nDate: Mon, 23 Nov 2026 09:30:00 GMT\r\n" +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

ScriptedServer::Script always(const QByteArray &bytes)
{
    return [bytes](QSslSocket *socket, const WireRequest &) { socket->write(bytes); };
}

bool eventually(const std::function<bool()> &holds)
{
    const QDeadlineTimer deadline(60s);
    QTimer waker; // Ends the wait for events at the deadline, where none comes
    waker.start(60s);
    while (!holds() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return holds();
}
