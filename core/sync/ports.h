#pragma once

#include "core/domain/time.h"

#include <QtGlobal>

#include <functional>
#include <utility>

/// Time as the engine sees it; no other clock is asked anywhere in core/sync.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant wall() = 0;           ///< The computer's clock: may jump
    [[nodiscard]] virtual Milliseconds monotonic() = 0; ///< Never goes back; may stand still while the computer sleeps
};

/// Calls back later, on the same thread, never from inside callAfter().
class Scheduler
{
public:
    using Timer = quint64; ///< 0 is none

    virtual ~Scheduler() = default;
    [[nodiscard]] virtual Timer callAfter(Milliseconds delay, std::function<void()> call) = 0;
    virtual void cancel(Timer timer) = 0; ///< One that has fired or is none is ignored
};

class Randomness
{
public:
    virtual ~Randomness() = default;
    [[nodiscard]] virtual quint64 next() = 0; ///< Uniform over 64 bits
};

/// A timer that its owner holds: cancelled with it, started anew by every start().
class OwnedTimer
{
public:
    explicit OwnedTimer(Scheduler &scheduler)
        : m_scheduler(scheduler)
    {
    }
    ~OwnedTimer() { stop(); }
    OwnedTimer(const OwnedTimer &) = delete;
    OwnedTimer &operator=(const OwnedTimer &) = delete;

    void start(Milliseconds delay, std::function<void()> call)
    {
        stop();
        m_timer = m_scheduler.callAfter(delay, [this, call = std::move(call)] {
            m_timer = 0;
            call();
        });
    }
    void stop() { m_scheduler.cancel(std::exchange(m_timer, 0)); }
    [[nodiscard]] bool isRunning() const { return m_timer != 0; }

private:
    Scheduler &m_scheduler;
    Scheduler::Timer m_timer = 0;
};
