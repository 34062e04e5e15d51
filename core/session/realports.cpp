#include "core/session/realports.h"

#include <algorithm>
#include <limits>

SystemClock::SystemClock()
{
    m_elapsed.start();
}

Instant SystemClock::wall()
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::monotonic()
{
    return Milliseconds(m_elapsed.elapsed());
}

Scheduler::Timer EventLoopScheduler::callAfter(Milliseconds delay, std::function<void()> call)
{
    const Timer id = ++m_last;
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    timer->setInterval(static_cast<int>(std::clamp<qint64>(delay.count(), 0, std::numeric_limits<int>::max())));
    QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [this, id, call = std::move(call)] {
        // The timer can't be deleted inside its own signal, and the call may cancel or start others.
        auto done = m_timers.extract(id);
        if (done.empty())
            return;
        done.mapped().release()->deleteLater();
        const auto run = call; // The lambda that holds `call` goes with the timer
        run();
    });
    timer->start();
    m_timers.emplace(id, std::move(timer));
    return id;
}

void EventLoopScheduler::cancel(Timer timer)
{
    m_timers.erase(timer);
}
