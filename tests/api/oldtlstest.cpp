#include "tests/api/transportfixture.h"

#include <QFile>
#include <QSslConfiguration>

// A program of its own: OpenSSL reads once a process how it is set up, and here it must be ready to speak TLS 1.1 at all,
// so that what refuses it is ours.

using namespace Qt::Literals::StringLiterals;

namespace {

// Their names in Qt are marked as deprecated.
constexpr auto tls11 = static_cast<QSsl::SslProtocol>(1);
constexpr auto anyTls = QSsl::AnyProtocol;

const QByteArray everythingAllowed = "openssl_conf = start\n[start]\nssl_conf = ssl\n[ssl]\nsystem_default = all\n"
                                     "[all]\nMinProtocol = TLSv1\nCipherString = DEFAULT@SECLEVEL=0\n";

/// Before anything here uses OpenSSL; after the certificates, whose program wants the system's settings.
void allowOldTls(const QTemporaryDir &folder)
{
    (void)Certificates::ofThisRun();
    const QString path = folder.filePath(u"openssl.cnf"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(everythingAllowed) > 0);
    file.close();
    qputenv("OPENSSL_CONF", QFile::encodeName(path));
}

/// Whether a client that takes anything comes to speak with the server.
bool speaksWithAnybody(const ScriptedServer &server)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(anyTls);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    QSslSocket socket;
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(u"127.0.0.1"_s, quint16(server.url().port()));
    return eventually([&socket] { return socket.isEncrypted() || socket.state() == QSslSocket::UnconnectedState; }) &&
           socket.isEncrypted() && socket.sessionProtocol() == tls11;
}

} // namespace

TEST_CASE("A server that offers no more than TLS 1.1 is refused, and gets no token")
{
    const QTemporaryDir folder;
    allowOldTls(folder);
    ScriptedServer server(Certificates::ofThisRun().good(), tls11);
    server.script = always(answer(200, "{}"));
    if (!speaksWithAnybody(server)) {
        WARN("This OpenSSL speaks no TLS 1.1 at all: there is nothing to refuse");
        return;
    }

    const Response response = ask(settingsFor(server.url()));

    CHECK(response.failure == Response::Failure::NoAnswer);
    CHECK(server.decrypted.isEmpty());
}
