#include "tests/simulation/run.h"

using namespace std::chrono_literals;

// What each act of a plan does.

namespace simulation {

void Run::perform(const Event &event)
{
    Chance chance(event.dice);
    ++m_tally.deeds[actName(event.act)];
    if (event.act <= Act::OtherPerson)
        return personActs(event.act, chance);
    if (event.act <= Act::EventsOffered)
        return m_elsewhere.act(event.act, chance);
    if (event.act <= Act::BreakStream)
        return wayThere(event.act, chance);
    if (event.act <= Act::PowerCutInside)
        return computer(event.act, chance);
    timeGoes(event.act, chance);
}

void Run::personActs(Act act, Chance &chance)
{
    m_watch.acted();
    if (act == Act::Decide)
        m_person.decide(chance);
    else if (act == Act::Undo)
        m_person.undo(chance);
    else if (act == Act::AnswerCard)
        m_person.answerCard(chance);
    else if (act == Act::SendNow)
        m_person.sendNow();
    else if (act == Act::Refresh)
        m_person.refresh();
    else if (act == Act::Hint)
        m_person.hint();
    else if (act == Act::Quit)
        m_person.quitAndStart();
    else if (act == Act::SignInAgain)
        m_person.signInAgain();
    else
        m_person.signInAsOther(chance);
}

void Run::wayThere(Act act, Chance &chance)
{
    if (act == Act::Storm) {
        m_wire.weather = anyWeather(chance);
    } else if (act == Act::Outage) {
        m_wire.outage = true;
        m_wire.hangUp();
    } else if (act == Act::CalmDown) {
        m_wire.weather = {};
        m_wire.outage = false;
    } else if (act == Act::EventTrouble) {
        m_wire.events = static_cast<Wire::Events>(chance.below(5));
    } else {
        m_wire.breakStream();
    }
}

void Run::computer(Act act, Chance &chance)
{
    if (act <= Act::DiskFull)
        return breakDisk(act, chance);
    if (act <= Act::LoseDeskLog)
        return damage(act, chance);
    if (act == Act::Kill || act == Act::PowerCut)
        return crash(act == Act::Kill ? Disk::Loss::Kill : Disk::Loss::PowerCut, false, chance);
    m_pendingLoss = act == Act::KillInside ? Disk::Loss::Kill : Disk::Loss::PowerCut;
    m_disk.dieAfter(chance.below(chance.oneIn(2) ? 8 : 80));
}

void Run::breakDisk(Act act, Chance &chance)
{
    const int in = chance.below(chance.oneIn(2) ? 10 : 200);
    const int length = chance.oneIn(2) ? 1 : chance.between(2, 300);
    if (act == Act::StatementFault) {
        static const std::vector<ErrorKind> kinds{ErrorKind::Disk, ErrorKind::DiskFull, ErrorKind::Busy};
        return m_program.failStatements(chance.oneIn(2), {in, length, chance.oneOf(kinds)});
    }
    static const std::vector<Disk::Call> calls{Disk::Call::Write, Disk::Call::Sync, Disk::Call::Read, Disk::Call::Open};
    Disk::Trouble trouble;
    trouble.call = act == Act::DiskFull ? Disk::Call::Write : chance.oneOf(calls);
    trouble.fault = act == Act::DiskFull                    ? Disk::Fault::Full
                    : trouble.call == Disk::Call::Open ? Disk::Fault::CantOpen
                                                       : Disk::Fault::InputOutput;
    static const std::vector<std::string> suffixes{"", "desk.db-wal", "cache.db-wal", "desk.db", "cache.db"};
    trouble.suffix = chance.oneOf(suffixes);
    trouble.in = in;
    trouble.length = length;
    m_disk.setTrouble(trouble);
}

void Run::damage(Act act, Chance &chance)
{
    const bool ofDesk = act == Act::FlipDesk || act == Act::LoseDeskLog;
    const bool flips = act == Act::FlipDesk || act == Act::FlipCache;
    const std::string path = m_program.pathOf(ofDesk ? "desk.db" : "cache.db");
    // While the program is not running, and after a kill: else there is no log to lose.
    crash(Disk::Loss::Kill, false, chance);
    const std::string hit = flips && chance.oneIn(3) ? path + "-wal" : path;
    if (flips ? !m_disk.flip(hit, chance) : !m_disk.removeLog(path))
        return;
    fired(flips ? (ofDesk ? "a bit of the desk flipped" : "a bit of the cache flipped")
                : (ofDesk ? "the desk's log missing" : "the cache's log missing"));
    if (ofDesk)
        m_watch.deskDamaged(m_program.account());
    else if (flips)
        m_watch.cacheDamaged(m_program.account());
    else
        m_watch.cacheSetBack(m_program.account());
}

void Run::timeGoes(Act act, Chance &chance)
{
    const Milliseconds nap = chance.oneIn(3) ? Milliseconds(chance.between(2, 600) * 60'000) : Milliseconds(72h);
    if (act == Act::Sleep) {
        fired("a sleep, the monotonic clock stands still");
        m_slept += nap;
        m_clock.jumpWall(nap);
        wakeUp();
    } else if (act == Act::SleepThrough) {
        fired("a sleep, the monotonic clock goes on");
        m_clock.sleepThrough(nap);
        wakeUp();
    } else {
        const bool far = act == Act::ClockOff;
        const Milliseconds by = far ? Milliseconds(24h * 365) : Milliseconds(chance.between(1, 5'000));
        fired(far ? "the clock a year off" : "the clock set a little");
        const Milliseconds jump = chance.oneIn(2) ? by : -by;
        m_clock.jumpWall(jump);
        m_watch.clockSet(jump);
    }
}

/// The person is back, and connections did not outlive the sleep.
void Run::wakeUp()
{
    m_wire.hangUp();
    m_watch.acted();
    m_watch.slept();
}

} // namespace simulation
