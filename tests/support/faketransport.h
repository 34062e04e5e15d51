#pragma once

#include "core/api/transport.h"
#include "core/sync/ports.h"

#include <deque>
#include <set>
#include <vector>

/// Answers as the wire would bring them.
namespace answers {

/// No answer came: the request or its answer was lost.
[[nodiscard]] Response lost();
/// An answer that was larger than is taken.
[[nodiscard]] Response tooMuch();
/// The service's JSON.
[[nodiscard]] Response json(int status, const QByteArray &body);
/// The service's problem details.
[[nodiscard]] Response problem(int status, const char *code, const QByteArray &moreMembers = {});
/// What a captive portal or a proxy says: without Atlas-Api.
[[nodiscard]] Response portal(int status);
[[nodiscard]] Response untrusted();
[[nodiscard]] Response withRetryAfter(Response response, Milliseconds wait);

} // namespace answers

/// A wire by script, in virtual time. Every request reaches `service` after half of `delay`, and its answer is heard
/// after the other half. What a test has queued for a path comes first.
class FakeTransport final : public Transport
{
public:
    using Service = std::function<Response(const Request &)>;

    explicit FakeTransport(Scheduler &scheduler)
        : m_scheduler(scheduler)
    {}
    ~FakeTransport() override { cancelAll(); }

    void send(const Request &request, std::function<void(const Response &)> answered) override;
    void openEvents(EventHandler handler) override;
    void closeEvents() override;
    void cancelAll() override;

    // --- What a test says of the wire -----------------------------------------------------------------------------
    /// Empty: every request is lost.
    Service service;
    Milliseconds delay{20};
    /// The next requests whose path begins with `path` are answered so, once each, without reaching the service.
    void answerNext(const QString &path, const Response &response);
    /// The next request whose path begins with `path` reaches the service, and its answer is lost.
    void loseNextAnswer(const QString &path);
    /// Requests whose path begins with `path` stay under way until release().
    void holdBack(const QString &path) { m_heldBack.insert(path); }
    /// The oldest one held back reaches the service now.
    void release();
    void releaseAll();
    [[nodiscard]] size_t heldBack() const { return m_waiting.size(); }

    // --- The event stream --------------------------------------------------------------------------------------------
    enum class Events { NotOffered, Open, Refused, Silent };
    Events events = Events::NotOffered;
    void announce();
    void endEvents(EventHandler::Ended how, std::optional<Milliseconds> retryAfter = std::nullopt);
    [[nodiscard]] bool eventsOpen() const { return m_open; }

    // --- What was asked
    // -----------------------------------------------------------------------------------------------
    std::vector<Request> sent; ///< In order; an event stream as GET /v1/events
    [[nodiscard]] size_t sentTo(const QString &path) const;
    [[nodiscard]] std::vector<Request> operationsSent() const;
    [[nodiscard]] size_t underWay() const { return m_underWay; }

private:
    struct Scripted
    {
        QString path;
        std::optional<Response> response; ///< Empty: reaches the service, the answer is lost
    };
    struct Waiting
    {
        Request request;
        std::function<void(const Response &)> answered;
    };

    void deliver(const Request &request, std::function<void(const Response &)> answered);
    [[nodiscard]] Response respond(const Request &request);
    void later(Milliseconds delay, std::function<void()> call);

    Scheduler &m_scheduler;
    std::deque<Scripted> m_script;
    std::set<QString> m_heldBack;
    std::deque<Waiting> m_waiting;
    std::set<Scheduler::Timer> m_timers;
    EventHandler m_handler;
    quint64 m_stream = 0;
    bool m_open = false;
    size_t m_underWay = 0;
};
