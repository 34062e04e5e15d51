#include "core/api/eventparser.h"
#include "tests/simulation/wire.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace simulation {

namespace {
constexpr Milliseconds watchdog = 45s; // As HttpSettings has it: heartbeats come every 20 s
}

/// As core/api/EventStream does it, from bytes to what the engine hears.
struct Wire::Stream
{
    EventHandler handler;
    EventParser parser;
    std::string token;
    std::string person;
    quint64 number = 0; ///< At the service; 0: not open
    bool ended = false;
};

void Wire::openEvents(EventHandler handler)
{
    closeEvents();
    if (isDead())
        return;
    m_around.watch.requested(true);
    m_stream = std::make_shared<Stream>();
    m_stream->handler = std::move(handler);
    m_stream->token = token;
    m_stream->person = m_around.service.holderOf(token);
    (void)m_around.scheduler.callAfter(latency() + latency(), [this, stream = m_stream] { openNow(stream); });
}

void Wire::openNow(const std::shared_ptr<Stream> &stream)
{
    if (stream->ended)
        return;
    const Mishap mishap = mishapOf(true);
    const Reply reply = m_around.service.answer({"GET", "/v1/session", stream->token, {}}); // Who may ask that may listen
    if (mishap == Mishap::Unavailable) {
        fired("events refused: busy");
        return endStream(stream, EventHandler::Ended::ServiceBusy, Milliseconds(m_chance.below(60'000)));
    }
    if (mishap != Mishap::None && mishap != Mishap::Slow) {
        fired("events can't be opened");
        return endStream(stream, EventHandler::Ended::Lost);
    }
    if (reply.status == 401)
        return endStream(stream, EventHandler::Ended::SignedOut);
    if (reply.status == 403)
        return endStream(stream, EventHandler::Ended::TooOld);
    if (!m_around.service.offersEvents) {
        fired("no events offered");
        return endStream(stream, EventHandler::Ended::NotOffered);
    }
    stream->number = m_around.service.openStream(
        stream->person, [this, stream](const std::string &bytes) { streamSays(stream, bytes); });
    note(QStringLiteral("events open"));
    stream->handler.opened();
}

void Wire::streamSays(const std::shared_ptr<Stream> &stream, const std::string &bytes)
{
    if (bytes.empty() || stream->ended)
        return;
    switch (outage ? Events::Silent : events) {
    case Events::Normal:
        return hearLater(stream, bytes, latency());
    case Events::Silent:
        fired("event not told");
        // Sometimes the whole stream is dead: then the heartbeats fail, too.
        if (m_chance.oneIn(3))
            (void)m_around.scheduler.callAfter(watchdog, [this, stream] { endStream(stream, EventHandler::Ended::Lost); });
        return;
    case Events::Doubled:
        fired("event doubled");
        hearLater(stream, bytes, latency());
        return hearLater(stream, bytes, latency());
    case Events::Split: {
        fired("event split");
        const auto at = static_cast<size_t>(m_chance.below(static_cast<int>(bytes.size())));
        const Milliseconds first = latency();
        hearLater(stream, bytes.substr(0, at), first);
        return hearLater(stream, bytes.substr(at), first + latency());
    }
    case Events::Late:
        fired("event late");
        return hearLater(stream, bytes, Milliseconds(m_chance.below(20'000)));
    }
}

void Wire::hearLater(const std::shared_ptr<Stream> &stream, const std::string &bytes, Milliseconds after)
{
    (void)m_around.scheduler.callAfter(after, [this, stream, bytes] { hear(stream, bytes); });
}

void Wire::hear(const std::shared_ptr<Stream> &stream, const std::string &bytes)
{
    if (stream->ended || isDead())
        return;
    const std::vector<ServerEvent> heard = stream->parser.feed(QByteArray::fromStdString(bytes));
    if (heard.empty())
        return;
    note(QStringLiteral("event"));
    if (std::any_of(heard.begin(), heard.end(), [](const ServerEvent &e) { return e.name == "revoked"; }))
        return endStream(stream, EventHandler::Ended::SignedOut);
    stream->handler.stateAnnounced();
}

void Wire::endStream(const std::shared_ptr<Stream> &stream, EventHandler::Ended how, std::optional<Milliseconds> retryAfter)
{
    if (std::exchange(stream->ended, true) || isDead())
        return;
    m_around.service.closeStream(stream->number);
    if (how == EventHandler::Ended::SignedOut || how == EventHandler::Ended::TooOld)
        m_around.watch.turnedAway();
    note(QStringLiteral("events ended (%1)").arg(static_cast<int>(how)));
    stream->handler.ended(how, retryAfter);
}

void Wire::closeEvents()
{
    if (!m_stream)
        return;
    m_stream->ended = true;
    m_around.service.closeStream(m_stream->number);
    m_stream.reset();
}

void Wire::breakStream()
{
    if (!m_stream || m_stream->ended || m_stream->number == 0)
        return;
    fired("event stream broken");
    (void)m_around.scheduler.callAfter(latency(),
                                       [this, stream = m_stream] { endStream(stream, EventHandler::Ended::Lost); });
}

} // namespace simulation
