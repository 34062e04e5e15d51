#pragma once

#include "core/sync/ports.h"

#include <map>
#include <random>
#include <utility>

/// A clock that stands still until a test moves it. Begins on Mon 23 Nov 2026, 19:30:00 UTC.
class VirtualClock final : public Clock
{
public:
    Instant wall() override { return instantFromMs(1'795'462'200'000) + m_monotonic + m_wallAhead; }
    Milliseconds monotonic() override { return m_monotonic; }

    void moveTo(Milliseconds monotonic) { m_monotonic = monotonic; }
    /// The computer sleeps, or somebody sets its clock: the wall's time jumps, the monotonic one doesn't.
    void jumpWall(Milliseconds by) { m_wallAhead += by; }
    /// A computer whose monotonic clock goes on in its sleep: no timer fires in between.
    void sleepThrough(Milliseconds by) { m_monotonic += by; }

private:
    Milliseconds m_monotonic{1'000};
    Milliseconds m_wallAhead{0};
};

/// Timers on a VirtualClock: due calls run in the order of their time, then in the order they were asked for.
class VirtualScheduler final : public Scheduler
{
public:
    explicit VirtualScheduler(VirtualClock &clock)
        : m_clock(clock)
    {}

    Timer callAfter(Milliseconds delay, std::function<void()> call) override
    {
        const Timer timer = ++m_last;
        m_calls.emplace(Key{m_clock.monotonic() + std::max(Milliseconds(0), delay), timer}, std::move(call));
        return timer;
    }

    void cancel(Timer timer) override
    {
        std::erase_if(m_calls, [timer](const auto &entry) { return entry.first.second == timer; });
    }

    /// Runs the next call, moving the clock to it, if it is due by `until`.
    bool step(Milliseconds until)
    {
        const auto next = m_calls.begin();
        if (next == m_calls.end() || next->first.first > until)
            return false;
        const std::function<void()> call = std::move(next->second);
        m_clock.moveTo(std::max(m_clock.monotonic(), next->first.first));
        m_calls.erase(next);
        call();
        return true;
    }

    void advance(Milliseconds by)
    {
        const Milliseconds until = m_clock.monotonic() + by;
        while (step(until)) {
        }
        m_clock.moveTo(until);
    }

    [[nodiscard]] size_t waiting() const { return m_calls.size(); }

private:
    using Key = std::pair<Milliseconds, Timer>;

    VirtualClock &m_clock;
    Timer m_last = 0;
    std::map<Key, std::function<void()>> m_calls;
};

/// The same numbers for the same seed.
class SeededRandomness final : public Randomness
{
public:
    explicit SeededRandomness(quint64 seed)
        : m_engine(seed)
    {}
    quint64 next() override { return m_engine(); }
    /// 0 to `count` - 1.
    int below(int count) { return static_cast<int>(m_engine() % static_cast<quint64>(count)); }

private:
    std::mt19937_64 m_engine;
};

/// Answers the largest pause that full jitter can give, every time: for tests of bounds.
class FixedRandomness final : public Randomness
{
public:
    explicit FixedRandomness(quint64 value)
        : m_value(value)
    {}
    quint64 next() override { return m_value; }

private:
    quint64 m_value;
};
