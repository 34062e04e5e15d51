#pragma once

#include "core/domain/error.h"
#include "core/domain/time.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

/// What the engine asks of the wire. `path` is spelled by api/requests.h.
struct Request
{
    enum class Verb { Get, Put };
    Verb verb = Verb::Get;
    QString path;    ///< From the origin's root, encoded, with its query
    QByteArray body; ///< JSON, with Put

    friend bool operator==(const Request &, const Request &) = default;
};

/// What came back, or that nothing did.
struct Response
{
    /// Why there is no answer to read.
    enum class Failure {
        None,     ///< There is an answer: `status` and what follows are valid
        NoAnswer, ///< Lost, refused, timed out, cut short, or larger than we take
        Untrusted,///< The certificate was not trusted: not one byte was sent
    };
    Failure failure = Failure::NoAnswer;
    int status = 0;
    bool fromService = false; ///< It carried `Atlas-Api: 1`: a portal's or proxy's answer doesn't
    QByteArray contentType;   ///< Lower case, without parameters
    std::optional<Instant> date;
    std::optional<Milliseconds> retryAfter; ///< From now; an HTTP date is resolved against `Date`
    QByteArray body;
    bool sentTwice = false; ///< The network stack sent the request again by itself: this answer proves nothing about the first
    bool tooMuch = false;   ///< With NoAnswer: one came, but larger, or for longer, than we take: less may be answered
    QString detail; ///< For the log: what failed. No token, no body.
};

/// What an event stream tells. Called on the transport's thread.
struct EventHandler
{
    enum class Ended {
        Lost,        ///< Broken, refused, timed out, or not from the service
        NotOffered,  ///< 204: this service has none, poll
        SignedOut,   ///< 401, or the service said `revoked`
        ServiceBusy, ///< 429 or 5xx from the service
        TooOld,      ///< 403 client_too_old
    };
    std::function<void()> opened;            ///< Response headers came, with 200
    std::function<void()> stateAnnounced;    ///< There is something new
    std::function<void(Ended, std::optional<Milliseconds> retryAfter)> ended; ///< Once, last
};

/// The wire as the engine sees it: the real one is HttpTransport, the simulation has its own. One thread; answers come by
/// callback, never from inside the call, and never after the transport is gone.
class Transport
{
public:
    virtual ~Transport() = default;

    /// Every request is answered exactly once, unless `cancelAll` comes first.
    virtual void send(const Request &request, std::function<void(const Response &)> answered) = 0;

    /// Opens the one event stream; an open one is closed first, without `ended`.
    virtual void openEvents(EventHandler handler) = 0;
    virtual void closeEvents() = 0;

    /// Drops everything under way without an answer, the event stream too.
    virtual void cancelAll() = 0;
};
