#include "core/sync/listener.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr Milliseconds lookWithoutStream = 60s; ///< The contract: poll every 60 seconds
constexpr Milliseconds lookBesideStream = 5min; ///< Events may be lost
constexpr Milliseconds longestReopen = 300s;
constexpr Milliseconds steadyAfter = 60s;       ///< A stream that lived this long worked
constexpr Milliseconds askAgainForStream = 1h;  ///< A service without events may get them
} // namespace

Listener::Listener(EngineCore &core)
    : m_core(core), m_reopen(core.ports.scheduler), m_look(core.ports.scheduler)
{
}

void Listener::stop()
{
    ++m_run;
    m_core.ports.transport.closeEvents();
    m_opening = false;
    m_live = false;
    m_reopen.stop();
    m_look.stop();
}

void Listener::listen()
{
    if (!m_look.isRunning())
        look();
    const Milliseconds now = m_core.ports.clock.monotonic();
    if (m_live || m_opening)
        return;
    if (now < m_notBefore) {
        if (!m_reopen.isRunning())
            m_reopen.start(m_notBefore - now, [this] { m_core.pump(); });
        return;
    }
    m_opening = true;
    const quint64 run = ++m_run;
    EventHandler handler;
    handler.opened = [this, run] {
        if (run == m_run)
            opened();
    };
    handler.stateAnnounced = [this, run] {
        if (run == m_run)
            eventCame();
    };
    handler.ended = [this, run](EventHandler::Ended how, std::optional<Milliseconds> retryAfter) {
        if (run == m_run)
            ended(how, retryAfter);
    };
    m_core.ports.transport.openEvents(handler);
}

void Listener::hint()
{
    m_notBefore = 0ms;
    m_reopen.stop();
}

void Listener::opened()
{
    m_opening = false;
    m_live = true;
    m_openedAt = m_core.ports.clock.monotonic();
    m_look.stop(); // One looks now
    look();
    m_core.gate.hint(); // A working stream is a service that can be reached
    m_core.events.statusChanged();
    somethingNew();
}

void Listener::ended(EventHandler::Ended how, std::optional<Milliseconds> retryAfter)
{
    const Milliseconds now = m_core.ports.clock.monotonic();
    const bool wasSteady = m_live && now - m_openedAt >= steadyAfter;
    if (wasSteady)
        m_failures = 0;
    ++m_run;
    m_opening = false;
    m_live = false;
    look();
    Milliseconds pause = 1s + fullJitter(m_core.ports.randomness, m_failures++, longestReopen);
    if (how == EventHandler::Ended::NotOffered)
        pause = askAgainForStream;
    m_notBefore = now + std::max(pause, retryAfter.value_or(0ms));
    m_core.events.statusChanged();
    if (how == EventHandler::Ended::SignedOut)
        return signedOut();
    if (how == EventHandler::Ended::TooOld)
        return tooOld();
    // A broken stream may be the first sign that the service is gone: one question tells. One that worked is opened again in
    // a moment, and that tells too.
    if (how == EventHandler::Ended::Lost && !wasSteady)
        somethingNew();
    m_core.pump();
}

/// A stream that ends or is refused never puts off a look that is due.
void Listener::look()
{
    const Milliseconds now = m_core.ports.clock.monotonic();
    const Milliseconds due = now + (m_live ? lookBesideStream : lookWithoutStream);
    m_lookAt = m_look.isRunning() ? std::min(m_lookAt, due) : due;
    m_look.start(m_lookAt - now, [this] {
        look();
        somethingNew();
    });
}
