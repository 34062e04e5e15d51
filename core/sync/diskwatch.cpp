#include "core/sync/diskwatch.h"

using namespace std::chrono_literals;

namespace {
constexpr Milliseconds betweenTries = 5s;
}

DiskWatch::DiskWatch(Scheduler &scheduler, CacheStore &cache, DeskStore &desk, Events events)
    : m_cache(cache), m_desk(desk), m_events(std::move(events)), m_timer(scheduler)
{
}

void DiskWatch::failed(const Error &error)
{
    if (!m_timer.isRunning())
        m_timer.start(betweenTries, [this] { tryAgain(); });
    m_events.failed(error);
}

void DiskWatch::tryAgain()
{
    // The desk first: what an earlier commit that failed has left in its log is overwritten by this.
    Result<void> written = m_desk.tryWriting();
    if (written)
        written = m_cache.tryWriting();
    if (!written)
        return failed(written.error());
    m_events.worked();
}
