#include "core/api/eventstream.h"

#include "core/api/codec.h"
#include "core/api/httpheaders.h"

#include <QNetworkReply>

#include <algorithm>
#include <utility>

namespace {

constexpr qsizetype mostProblemBytes = 64 * 1024; // A refusal is a few hundred bytes; more is none of the service's

/// Why a stream was not given, from the service's answer.
EventHandler::Ended refusal(const Response &head, const QByteArray &body)
{
    using Ended = EventHandler::Ended;
    if (head.status == 204)
        return Ended::NotOffered;
    if (head.status == 401)
        return Ended::SignedOut;
    if (head.status == 429 || head.status >= 500)
        return Ended::ServiceBusy;
    if (head.status == 403) {
        const Result<Problem> problem = readProblem(body);
        if (problem && problem->code == QLatin1StringView("client_too_old"))
            return Ended::TooOld;
    }
    return Ended::Lost;
}

} // namespace

EventStream::EventStream(QNetworkReply *reply, EventHandler handler)
    : m_reply(reply)
    , m_handler(std::move(handler))
{
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &EventStream::readHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::read);
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::finish);
}

EventStream::~EventStream()
{
    m_reply->disconnect(this);
    m_reply->abort();
}

void EventStream::readHeaders()
{
    const Response head = readHead(*m_reply);
    if (m_open || head.status != 200)
        return; // What another status means is seen at the end, when its body is here
    if (!head.fromService || head.contentType != "text/event-stream") {
        end(EventHandler::Ended::Lost);
        return;
    }
    m_open = true;
    tell(m_handler.opened);
}

void EventStream::read()
{
    const QByteArray bytes = m_reply->readAll();
    if (m_open)
        return readEvents(bytes);
    m_body += bytes.left(mostProblemBytes);
    if (m_body.size() <= mostProblemBytes)
        return;
    const Response head = readHead(*m_reply); // Without waiting for an end: its bytes keep the watchdog quiet
    end(head.fromService ? refusal(head, m_body) : EventHandler::Ended::Lost, head.retryAfter);
}

void EventStream::readEvents(const QByteArray &bytes)
{
    const std::vector<ServerEvent> events = m_parser.feed(bytes);
    if (events.empty())
        return;
    const bool revoked =
        std::any_of(events.begin(), events.end(), [](const ServerEvent &e) { return e.name == "revoked"; });
    if (revoked)
        end(EventHandler::Ended::SignedOut);
    else
        tell(m_handler.stateAnnounced); // Once for all: what is asked for then is the same
}

void EventStream::finish()
{
    if (m_reply->isOpen())
        read(); // `revoked` may have come with the end
    const Response head = readHead(*m_reply);
    if (m_open || !isWhole(*m_reply) || !head.fromService)
        end(EventHandler::Ended::Lost);
    else
        end(refusal(head, m_body), head.retryAfter);
}

/// From the event loop: who is told may destroy this, and the reply that is calling now with it.
void EventStream::tell(const std::function<void()> &call)
{
    QMetaObject::invokeMethod(this, call, Qt::QueuedConnection);
}

void EventStream::end(EventHandler::Ended why, std::optional<Milliseconds> retryAfter)
{
    if (std::exchange(m_ended, true))
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    tell([ended = m_handler.ended, why, retryAfter] { ended(why, retryAfter); });
}
