#pragma once

#include "tests/simulation/chance.h"
#include "tests/support/virtualtime.h"

namespace simulation {

/// The scheduler that the engine gets: as in a busy event loop, timers are a little late, and not all equally.
class Jitter final : public Scheduler
{
public:
    Jitter(VirtualScheduler &scheduler, quint64 seed)
        : m_scheduler(scheduler)
        , m_chance(seed, 'j')
    {}

    Timer callAfter(Milliseconds delay, std::function<void()> call) override
    {
        const int late = m_chance.oneIn(50) ? m_chance.below(800) : m_chance.below(4);
        return m_scheduler.callAfter(delay + Milliseconds(late), std::move(call));
    }
    void cancel(Timer timer) override
    {
        if (timer != 0)
            m_scheduler.cancel(timer);
    }

private:
    VirtualScheduler &m_scheduler;
    Chance m_chance;
};

} // namespace simulation
