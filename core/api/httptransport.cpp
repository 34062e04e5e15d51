#include "core/api/httptransport.h"

#include "core/api/eventstream.h"
#include "core/api/exchange.h"
#include "core/api/httprequest.h"
#include "core/api/tls.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <map>

namespace {

// Of an answer, while this thread is busy with something else: the rest waits on the wire. Qt takes all that comes.
constexpr qint64 mostWaiting = 1024 * 1024;

QNetworkReply *bounded(QNetworkReply *reply)
{
    reply->setReadBufferSize(mostWaiting);
    return reply;
}

} // namespace

class HttpTransport::Private final
{
public:
    Private(HttpSettings given, QSslConfiguration configuration)
        : settings(std::move(given))
        , tls(std::move(configuration))
    {
        keepNothing(requestNetwork);
        keepNothing(eventNetwork);
    }

    [[nodiscard]] QNetworkReply *start(const Request &request);
    [[nodiscard]] QNetworkReply *startEvents();

    HttpSettings settings;
    QSslConfiguration tls;
    QNetworkAccessManager requestNetwork;
    QNetworkAccessManager eventNetwork; // Of its own: a stream holds one of the six connections of a manager to a host
    quint64 lastKey = 0;
    std::map<quint64, std::unique_ptr<Exchange>> underWay;
    std::unique_ptr<EventStream> stream;
};

QNetworkReply *HttpTransport::Private::start(const Request &request)
{
    QNetworkRequest wire = httpRequest(settings, tls, request.path);
    wire.setRawHeader("Accept", "application/json, application/problem+json");
    wire.setTransferTimeout(static_cast<int>(settings.timeout.count()));
    switch (request.verb) {
    case Request::Verb::Get:
        return bounded(requestNetwork.get(wire));
    case Request::Verb::Put:
        wire.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        return bounded(requestNetwork.put(wire, request.body));
    }
    Q_UNREACHABLE();
}

QNetworkReply *HttpTransport::Private::startEvents()
{
    QNetworkRequest wire = httpRequest(settings, tls, QStringLiteral("/v1/events"));
    wire.setRawHeader("Accept", "text/event-stream, application/problem+json");
    wire.setRawHeader("Accept-Encoding", "identity"); // Packed events would wait for a full block
    wire.setTransferTimeout(static_cast<int>(settings.eventsTimeout.count())); // The watchdog: heartbeats restart it
    return bounded(eventNetwork.get(wire));
}

Result<std::unique_ptr<HttpTransport>> HttpTransport::create(const HttpSettings &settings)
{
    if (settings.server.scheme() != QLatin1StringView("https") || settings.server.host().isEmpty())
        return failure(ErrorKind::InvalidInput, QStringLiteral("the service's address is no https origin"));
    const Result<QSslConfiguration> tls = tlsConfiguration(settings.caFile);
    if (!tls)
        return failure(tls.error());
    return std::unique_ptr<HttpTransport>(new HttpTransport(std::make_unique<Private>(settings, *tls)));
}

HttpTransport::HttpTransport(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

HttpTransport::~HttpTransport() = default;

void HttpTransport::send(const Request &request, std::function<void(const Response &)> answered)
{
    const quint64 key = ++d->lastKey;
    // Forgotten before it is told, so that who is told may destroy the transport.
    auto forget = [this, key, answered = std::move(answered)](const Response &response) {
        d->underWay.erase(key);
        answered(response);
    };
    d->underWay[key] = std::make_unique<Exchange>(d->start(request), d->settings.mostBytes, d->settings.longest,
                                                  std::move(forget));
}

void HttpTransport::openEvents(EventHandler handler)
{
    closeEvents();
    d->stream = std::make_unique<EventStream>(d->startEvents(), std::move(handler));
}

void HttpTransport::closeEvents()
{
    d->stream.reset();
}

void HttpTransport::cancelAll()
{
    d->underWay.clear();
    closeEvents();
}
