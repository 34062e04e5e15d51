#include "core/sync/gate.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr Milliseconds firstPause = 2s;
constexpr Milliseconds capWhileWaiting = 60s;
constexpr Milliseconds capWhileIdle = 300s;
constexpr Milliseconds longestRetryAfter = 1h;
} // namespace

Milliseconds fullJitter(Randomness &randomness, int failures, Milliseconds cap)
{
    const Milliseconds most = std::min(cap, Milliseconds(firstPause.count() * (1LL << std::clamp(failures, 0, 20))));
    return Milliseconds(static_cast<qint64>(randomness.next() % static_cast<quint64>(most.count() + 1)));
}

Gate::Gate(Clock &clock, Randomness &randomness)
    : m_clock(clock), m_randomness(randomness)
{
}

bool Gate::isOpen() const
{
    return wait() == 0ms;
}

Milliseconds Gate::wait() const
{
    return std::max(Milliseconds(0), m_opensAt - m_clock.monotonic());
}

bool Gate::isProbing() const
{
    return std::any_of(m_failures.begin(), m_failures.end(), [](int count) { return count > 0; });
}

void Gate::succeeded(Channel channel)
{
    m_wayInDoubt = false;
    forgetFailures(channel);
}

void Gate::forgetFailures(Channel channel)
{
    m_failures[static_cast<size_t>(channel)] = 0;
    if (isProbing())
        return;
    m_trouble = Trouble::None;
    m_wayInDoubt = false;
    m_opensAt = m_askedToWait; // What succeeded was asked before the service asked to wait
}

void Gate::failed(Channel channel, Trouble trouble, std::optional<Milliseconds> retryAfter, bool somethingWaits)
{
    const Milliseconds now = m_clock.monotonic();
    m_trouble = trouble;
    m_wayInDoubt = trouble != Trouble::Service;
    int &failures = m_failures[static_cast<size_t>(channel)];
    const Milliseconds pause = fullJitter(m_randomness, failures++, somethingWaits ? capWhileWaiting : capWhileIdle);
    if (retryAfter)
        m_askedToWait = now + std::clamp<Milliseconds>(*retryAfter, 0ms, longestRetryAfter);
    m_opensAt = std::max({m_opensAt, now + pause, m_askedToWait});
}

bool Gate::cutIdlePause()
{
    const Milliseconds latest = std::max(m_askedToWait, m_clock.monotonic() + capWhileWaiting);
    const bool isShorter = latest < m_opensAt;
    m_opensAt = std::min(m_opensAt, latest);
    return isShorter;
}

void Gate::forget(Channel channel)
{
    if (m_failures[static_cast<size_t>(channel)] > 0)
        forgetFailures(channel);
}

void Gate::open()
{
    m_opensAt = 0ms;
    m_askedToWait = 0ms;
}

void Gate::hint()
{
    m_opensAt = std::min(m_opensAt, m_askedToWait);
}
