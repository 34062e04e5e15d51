#include "tests/simulation/pace.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace simulation {

namespace {
constexpr Milliseconds longestRetryAfter = 1h;
constexpr Milliseconds longestPause = 300s;
constexpr Milliseconds longestWhileWaiting = 60s;
constexpr Milliseconds late = 10s; ///< Timers are; so is what waits for the disk
constexpr size_t mostAtOnce = 2;
} // namespace

void Pace::begins(Milliseconds now)
{
    *this = {};
    m_since = now;
}

QString Pace::asks(Milliseconds now)
{
    QString wrong;
    if (now < m_notBefore)
        wrong = QStringLiteral("asked %1 ms before the service's Retry-After was over").arg((m_notBefore - now).count());
    m_since = now;
    m_turnedAway = false;
    ++m_underWay;
    return wrong;
}

void Pace::heard(Milliseconds now)
{
    --m_underWay;
    m_since = now;
}

void Pace::toldToWait(Milliseconds now, Milliseconds retryAfter)
{
    m_notBefore = std::max(m_notBefore, now + std::clamp<Milliseconds>(retryAfter, 0ms, longestRetryAfter));
}

void Pace::personAsks(Milliseconds now)
{
    excuse(std::min(now, m_notBefore)); // Until now it was right to wait
    m_notBefore = 0ms;
}

QString Pace::overdue(Milliseconds now, std::optional<Milliseconds> readySince) const
{
    if (m_underWay > 0 || m_turnedAway)
        return {};
    const Milliseconds since = std::max({m_since, m_notBefore, m_excused});
    if (now - since > longestPause + late)
        return QStringLiteral("nothing was asked for %1 s").arg((now - since).count() / 1000);
    if (readySince && now - std::max(since, *readySince) > longestWhileWaiting + late)
        return QStringLiteral("something waits to leave, and nothing was asked for %1 s")
            .arg((now - std::max(since, *readySince)).count() / 1000);
    return {};
}

QString Pace::leaves(const QString &operation, const QString &invitation)
{
    QString wrong;
    for (const auto &[id, other] : m_operations) {
        if (other == invitation)
            wrong = QStringLiteral("%1 leaves while %2 is under way for the same invitation").arg(operation, id);
    }
    m_operations[operation] = invitation;
    if (m_operations.size() > mostAtOnce)
        wrong = QStringLiteral("%1 operations are under way").arg(m_operations.size());
    return wrong;
}

} // namespace simulation
