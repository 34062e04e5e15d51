#pragma once

#include "core/api/transport.h"
#include "tests/simulation/refusals.h"
#include "tests/simulation/service.h"
#include "tests/simulation/tally.h"
#include "tests/simulation/trace.h"
#include "tests/simulation/watch.h"
#include "tests/simulation/weather.h"
#include "tests/support/virtualtime.h"

#include <memory>

namespace simulation {

/// The transport that the engine gets: virtual time, the weather between here and the service, and the service. What a
/// dead program sent before it died goes on; what comes back is heard by nobody.
class Wire final : public Transport
{
public:
    struct Around
    {
        VirtualClock &clock;
        VirtualScheduler &scheduler;
        Service &service;
        Watch &watch;
        Tally &tally;
        Trace &trace;
    };
    Wire(const Around &around, quint64 seed);

    void send(const Request &request, std::function<void(const Response &)> answered) override;
    void openEvents(EventHandler handler) override;
    void closeEvents() override;
    void cancelAll() override;

    std::string token;              ///< Of whoever is signed in
    std::function<bool()> isDead;   ///< Nothing leaves any more
    /// Decides over each request, an opening of the event stream too; Mishap::None: the weather does.
    std::function<Mishap(bool ofEvents)> fate;
    Weather weather;
    bool outage = false;
    int slowest = 200; ///< Milliseconds each way, in good weather

    enum class Events { Normal, Silent, Doubled, Split, Late };
    Events events = Events::Normal;
    void breakStream();
    /// The computer slept: connections are gone.
    void hangUp();

private:
    struct Exchange
    {
        Request request;
        std::string token;
        std::function<void(const Response &)> answered;
        quint64 number = 0;
        bool sentTwice = false;
    };
    using Held = std::shared_ptr<Exchange>;
    struct Stream;

    void take(const Held &exchange, Mishap mishap);
    void takeOnItsWay(const Held &exchange, Mishap mishap);
    [[nodiscard]] Reply replyOf(const Held &exchange, Mishap mishap);
    [[nodiscard]] Reply unavailable(const Held &exchange);
    [[nodiscard]] Reply inProgress(const Held &exchange, const Question &question);
    [[nodiscard]] Reply spoiled(Reply reply, Mishap mishap);
    void straight(const Held &exchange, Milliseconds up, Milliseconds down, Mishap mishap = Mishap::None);
    void giveUp(const Held &exchange, Milliseconds after);
    [[nodiscard]] Reply reach(const Held &exchange);
    void deliver(const Held &exchange, const Reply &reply);
    void tellWatch(const Exchange &exchange, const Reply &reply, const Response &response);
    void finish(const Held &exchange, const Response &response);
    [[nodiscard]] Milliseconds latency();
    [[nodiscard]] Mishap mishapOf(bool ofEvents);
    void fired(const char *fault) { ++m_around.tally.fired[fault]; }
    void note(const QString &line);

    void openNow(const std::shared_ptr<Stream> &stream);
    void streamSays(const std::shared_ptr<Stream> &stream, const std::string &bytes);
    void hearLater(const std::shared_ptr<Stream> &stream, const std::string &bytes, Milliseconds after);
    void hear(const std::shared_ptr<Stream> &stream, const std::string &bytes);
    void endStream(const std::shared_ptr<Stream> &stream, EventHandler::Ended how,
                   std::optional<Milliseconds> retryAfter = std::nullopt);

    Around m_around;
    Chance m_chance;
    Refusals m_refusals;
    std::map<quint64, Held> m_underWay;
    quint64 m_number = 0;
    std::shared_ptr<Stream> m_stream;
};

} // namespace simulation
