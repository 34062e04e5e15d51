#pragma once

#include "tests/simulation/elsewhere.h"
#include "tests/simulation/person.h"
#include "tests/simulation/plan.h"

#include <memory>

namespace simulation {

/// What a run came to.
struct RunResult
{
    std::optional<Violation> violation;
    quint64 digest = 0;
    std::vector<QString> trace; ///< Where it was asked for
    Tally tally;
};

/// One world, one computer, one person, from the first start to the calm at the end.
class Run
{
public:
    Run(const Plan &plan, CrashVfs &vfs, const std::string &folder, bool keepsTrace);
    ~Run();

    [[nodiscard]] RunResult go();

protected:
    void perform(const Event &event);
    void personActs(Act act, Chance &chance);
    void wayThere(Act act, Chance &chance);
    void computer(Act act, Chance &chance);
    void timeGoes(Act act, Chance &chance);
    void damage(Act act, Chance &chance);
    void breakDisk(Act act, Chance &chance);
    void crash(Disk::Loss loss, bool inside, Chance &chance);
    void begin();
    void advance(Milliseconds by);
    void afterStep();
    void calmDown();
    void settle(Milliseconds longest);
    void wakeUp();
    [[nodiscard]] bool isOver() const { return m_watch.violation().has_value(); }
    void fired(const char *what) { ++m_tally.fired[what]; }

    const Plan &m_plan;
    CrashVfs &m_vfs;
    Tally m_tally;
    Trace m_trace;
    VirtualClock m_clock;
    VirtualScheduler m_scheduler{m_clock};
    Jitter m_jitter;
    Milliseconds m_slept{0}; ///< While the monotonic clock stood still
    Chance m_crashChance;
    Disk m_disk;
    Service m_service;
    Watch m_watch;
    Wire m_wire;
    Program m_program;
    Elsewhere m_elsewhere;
    Person m_person;
    Disk::Loss m_pendingLoss = Disk::Loss::Kill;
    Milliseconds m_startsAt{0}; ///< A program that is not up: when somebody tries again
    std::function<void()> m_eachStep; ///< Looks on
};

} // namespace simulation
