#pragma once

#include "core/sync/core.h"

/// Hears from the service that there is something new: by its event stream, else by asking every minute. Nothing depends
/// on an event: on every one, and on every connect, changes are asked for.
class Listener
{
public:
    explicit Listener(EngineCore &core);

    void stop();
    /// Opens the stream if it isn't and it is time. Called where the gate is open.
    void listen();
    /// A person or the network gave a hint: the next listen() doesn't wait.
    void hint();
    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] bool isOpening() const { return m_opening; }

    std::function<void()> somethingNew;  ///< On connect, and by the clock
    std::function<void()> eventCame;
    std::function<void()> signedOut;
    std::function<void()> tooOld;

private:
    void opened();
    void ended(EventHandler::Ended how, std::optional<Milliseconds> retryAfter);
    void look();

    EngineCore &m_core;
    OwnedTimer m_reopen;
    OwnedTimer m_look;
    Milliseconds m_lookAt{0}; ///< Monotonic
    bool m_opening = false;
    bool m_live = false;
    int m_failures = 0;
    Milliseconds m_openedAt{0};
    Milliseconds m_notBefore{0}; ///< Monotonic: no new stream before
    quint64 m_run = 0;
};
