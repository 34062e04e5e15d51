#pragma once

#include "tests/api/certificates.h"

#include <QMap>
#include <QPointer>
#include <QSslServer>
#include <QSslSocket>
#include <QUrl>

#include <functional>
#include <vector>

/// A request as it came over the wire.
struct WireRequest
{
    QByteArray line;                      ///< "GET /v1/session HTTP/1.1"
    QMap<QByteArray, QByteArray> headers; ///< Names in lower case
    QByteArray body;
};

/// A TLS server on loopback that reads HTTP requests and does to each connection what a test says. It knows nothing of
/// HTTP's rules on purpose: a test writes the bytes.
class ScriptedServer : public QObject
{
public:
    using Script = std::function<void(QSslSocket *, const WireRequest &)>;

    explicit ScriptedServer(const Certificates::Pair &pair = Certificates::ofThisRun().good(),
                            QSsl::SslProtocol protocol = QSsl::SecureProtocols);

    [[nodiscard]] QUrl url() const;

    /// Answers every request until another script is set.
    Script script;
    std::vector<WireRequest> requests;
    QByteArray decrypted; ///< Every byte that came out of TLS
    int connections = 0;  ///< TCP connections, with or without a handshake that succeeded
    QPointer<QSslSocket> last;

private:
    void read(QSslSocket *socket, QByteArray &buffer);

    QSslServer m_server;
};

/// HTTP/1.1 with what the service always sends; `headers` are further lines, each with its CRLF.
[[nodiscard]] QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {});
/// A script that writes these bytes and keeps the connection.
[[nodiscard]] ScriptedServer::Script always(const QByteArray &bytes);
/// Runs the event loop until `holds`, or for at most a minute. Whether it did hold.
[[nodiscard]] bool eventually(const std::function<bool()> &holds);
