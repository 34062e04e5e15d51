#pragma once

#include "core/api/transport.h"
#include "core/domain/result.h"

#include <QUrl>

#include <memory>

/// Where the service is and who asks. The token is kept in memory only.
struct HttpSettings
{
    QUrl server;      ///< https, no path, query, fragment or user
    QString caFile;   ///< An additional trusted root, PEM; empty: none
    QByteArray token; ///< Bearer
    Milliseconds timeout{30'000};        ///< Without a byte either way
    Milliseconds longest{300'000};       ///< For a whole answer, also one that drips: the fullest page at 30 kB/s
    Milliseconds eventsTimeout{45'000};  ///< Heartbeats come every 20 s
    qint64 mostBytes = 64LL * 1024 * 1024; ///< A larger body is no answer
};

/// The real wire: HTTPS by Qt Network, one manager for requests and one for the event stream. Follows no redirect,
/// ignores no TLS error, keeps no cookies and no cache, speaks HTTP/1.1 where Qt's HTTP/2 has known faults.
/// Thread: the one it was made on, which runs an event loop.
class HttpTransport final : public Transport
{
public:
    /// InvalidInput where the CA file can't be read or holds no certificate.
    [[nodiscard]] static Result<std::unique_ptr<HttpTransport>> create(const HttpSettings &settings);
    ~HttpTransport() override;

    void send(const Request &request, std::function<void(const Response &)> answered) override;
    void openEvents(EventHandler handler) override;
    void closeEvents() override;
    void cancelAll() override;

private:
    class Private;
    explicit HttpTransport(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};
