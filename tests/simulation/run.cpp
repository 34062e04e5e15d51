#include "tests/simulation/run.h"

using namespace std::chrono_literals;

namespace simulation {

namespace {

constexpr Milliseconds longestSettling = 5h;
/// By itself, after what the service asked to wait: a pause of 300 s that began when nothing was waiting, turns of rows that
/// were told to wait, a full pass.
constexpr Milliseconds longestAlone = 20min;
constexpr Milliseconds betweenRecounts = 1h;
constexpr Milliseconds startsAgainAfter = 20s;
thread_local Watch *listening = nullptr; // Qt's message handler is a plain function

void hearLog(QtMsgType, const QMessageLogContext &, const QString &line)
{
    if (listening)
        listening->logged(line);
}

} // namespace

Run::Run(const Plan &plan, CrashVfs &vfs, const std::string &folder, bool keepsTrace)
    : m_plan(plan)
    , m_vfs(vfs)
    , m_trace(keepsTrace)
    , m_jitter(m_scheduler, plan.seed)
    , m_crashChance(plan.seed, 'x')
    , m_disk(folder, [this](const char *fault) { ++m_tally.fired[fault]; })
    , m_service([this] { return msSinceEpoch(VirtualClock().wall()) + m_clock.monotonic().count() + m_slept.count(); })
    , m_watch(m_clock, m_service, m_tally, m_trace)
    , m_wire({m_clock, m_scheduler, m_service, m_watch, m_tally, m_trace}, plan.seed)
    , m_program({m_clock, m_jitter, m_wire, m_disk, m_watch, m_service, m_tally, m_trace}, plan.seed)
    , m_elsewhere(m_service, m_tally)
    , m_person(m_program, m_watch, m_disk, m_tally)
{
    m_vfs.insert(&m_disk, plan.seed, [this] { return msSinceEpoch(m_clock.wall()); });
    m_wire.isDead = [this] { return m_disk.isDead(); };
    m_wire.slowest = plan.slowest;
    m_wire.events = static_cast<Wire::Events>(plan.eventMode);
    m_service.offersEvents = plan.offersEvents;
    m_service.forgetsOne = plan.forgetsOne;
    m_service.forgot = [this] { fired("a change that the feed forgets"); };
    listening = &m_watch;
    qInstallMessageHandler(hearLog);
}

Run::~Run()
{
    qInstallMessageHandler(nullptr);
    listening = nullptr;
    m_wire.isDead = [] { return true; };
    m_program.quit();
    m_vfs.insert(nullptr, 0, {});
}

RunResult Run::go()
{
    begin();
    for (const Event &event : m_plan.events) {
        advance(event.after);
        if (isOver())
            break;
        m_trace.add(m_clock.monotonic().count(), QStringLiteral("* ") + QLatin1StringView(actName(event.act)));
        perform(event);
        afterStep();
    }
    if (!isOver())
        calmDown();
    m_tally.runs = 1;
    m_tally.virtualMs = (m_clock.monotonic() + m_slept).count();
    return {m_watch.violation(), m_trace.digest(), m_trace.lines(), m_tally};
}

void Run::begin()
{
    Chance chance(m_plan.seed, 'b');
    for (int i = 0; i < m_plan.invitations; ++i)
        m_elsewhere.invite(chance);
    m_service.takeSnapshot();
    m_person.signInAsOneself();
    afterStep();
    advance(10s);
}

void Run::advance(Milliseconds by)
{
    const Milliseconds until = m_clock.monotonic() + by;
    while (!isOver() && m_scheduler.step(until))
        afterStep();
    m_clock.moveTo(std::max(until, m_clock.monotonic()));
}

void Run::afterStep()
{
    m_program.afterStep();
    if (m_disk.isDead() && m_program.isUp())
        crash(m_pendingLoss, true, m_crashChance);
    if (!m_program.isUp() && m_clock.monotonic() >= m_startsAt) {
        // Whatever kept it from starting (also a crash inside the start): somebody tries again in a moment.
        m_startsAt = m_clock.monotonic() + startsAgainAfter;
        if (m_disk.isDead())
            crash(m_pendingLoss, true, m_crashChance);
        (void)m_program.start();
    }
    if (m_watch.readNews())
        m_program.publishIfDue();
    m_watch.afterStep();
    if (m_eachStep)
        m_eachStep();
}

void Run::crash(Disk::Loss loss, bool inside, Chance &chance)
{
    fired(loss == Disk::Loss::Kill ? (inside ? "kill inside a step" : "kill between steps")
                                   : (inside ? "power cut inside a step" : "power cut between steps"));
    m_tally.powerCuts += loss == Disk::Loss::PowerCut ? 1 : 0;
    m_program.crash(loss, inside, chance);
    m_startsAt = m_clock.monotonic();
}

// --- The end --------------------------------------------------------------------------------------------------------

void Run::calmDown()
{
    m_trace.add(m_clock.monotonic().count(), QStringLiteral("* the faults stop"));
    m_wire.weather = {};
    m_wire.outage = false;
    m_wire.events = Wire::Events::Normal;
    m_disk.setTrouble(std::nullopt);
    m_disk.dieAfter(-1);
    m_program.mendStatements();
    m_elsewhere.calmDown();
    m_startsAt = m_clock.monotonic();
    afterStep();
    if (m_program.person() != "amara" || m_program.account() != "mem_amara") {
        m_person.signInAsOneself();
        advance(1min);
    }
    if (m_plan.settlesAlone && !m_program.needsSignIn() && !m_program.isTooOld() && !m_watch.cacheIsDoubtful()) {
        ++m_tally.deeds["settled by itself"];
        return settle(std::max(Milliseconds(0), m_watch.toldToWaitUntil() - m_clock.monotonic()) + longestAlone +
                      (m_plan.forgetsOne ? betweenRecounts : Milliseconds(0)));
    }
    m_person.refresh();
    m_watch.acted();
    settle(longestSettling);
}

void Run::settle(Milliseconds longest)
{
    const Milliseconds until = m_clock.monotonic() + longest;
    bool restarted = false;
    while (!isOver() && m_clock.monotonic() < until && !m_watch.unsettled().isEmpty()) {
        advance(30s);
        m_person.signInAgain();
        // A file that was found damaged in use is set aside at the next start.
        if (m_watch.cacheIsDoubtful() && !restarted && m_clock.monotonic() > until - longest / 2) {
            restarted = true;
            m_person.quitAndStart();
        }
    }
    if (!isOver())
        m_watch.mustBeSettled();
}

} // namespace simulation
