#pragma once

#include "core/sync/core.h"
#include "core/sync/outbox.h"

/// Asks for changes and applies them, page by page; page and state are committed together.
class Puller
{
public:
    Puller(EngineCore &core, Outbox &outbox);

    [[nodiscard]] Result<void> start();
    void stop();

    /// Something may be new: asked for as soon as the gate lets it. While a page is under way, once more after it.
    void want();
    /// An event said so. Events that turn out to have announced nothing (doubled, or a service that babbles) are listened
    /// to ever less: twenty at once, then one every 30 s.
    void wantByEvent();
    [[nodiscard]] bool isWanted() const { return m_wanted && !m_asking && !m_pauseTimer.isRunning(); }
    /// A person or the network gave a hint: pauses are over.
    void hint() { m_pauseTimer.stop(); }
    [[nodiscard]] bool isAsking() const { return m_asking; }
    /// More than a look whether there is something: pages are still to come.
    [[nodiscard]] bool isCatchingUp() const { return m_catchingUp; }
    [[nodiscard]] const FeedState &feed() const { return m_feed; }
    [[nodiscard]] std::optional<Instant> lastSyncAt() const { return m_lastSyncAt; }

    void ask();

    /// What an answer means for the whole engine, where it means anything.
    std::function<void()> signedOut;
    std::function<void()> tooOld;
    std::function<void(const Response &)> answered; ///< Every answer of the service: carries its clock

private:
    void heard(const Response &response);
    void pageCame(const Response &response);
    void refused(const Response &response);
    void fail(Trouble trouble, const Response &response);
    void restart(const Response &response);
    void pause(Milliseconds wait);
    void countBarren(const ChangePage &page, const Touched &touched);
    void comparePending(const ChangePage &page);

    EngineCore &m_core;
    Outbox &m_outbox;
    FeedState m_feed;
    bool m_wanted = true;
    bool m_asking = false;
    int m_pageSize; ///< Changes to ask for: fewer after a page that was too much
    bool m_byEvent = false; ///< The page under way was asked for because of an event
    bool m_catchingUp = true;
    OwnedTimer m_eventTimer;
    Milliseconds m_eventsPaidUntil{0}; ///< Monotonic: each event for nothing moves it on by 30 s
    int m_mismatches = 0; ///< Closing pages running whose pending counts differ from ours
    std::optional<Milliseconds> m_recountedAt; ///< Monotonic: the last full pass because of that
    std::optional<Milliseconds> m_restartedAt; ///< Monotonic: the last 410
    int m_restarts = 0;                        ///< 410s soon after another
    int m_barren = 0;                          ///< Pages running that promised more and brought nothing
    OwnedTimer m_pauseTimer; ///< Runs: the feed alone waits; the rest of the service is well
    std::optional<Instant> m_lastSyncAt;
    quint64 m_request = 0; ///< Answers to older requests are not heard
};
