#include "tests/simulation/report.h"

#include "tests/simulation/life.h"
#include "tests/simulation/shrink.h"

#include <iomanip>
#include <ostream>

namespace simulation {

namespace {

constexpr double msInAYear = 365.25 * 24 * 3600 * 1000;

/// Every fault that sync.md names, as it is counted when it fires.
const std::vector<std::string> &faults()
{
    static const std::vector<std::string> all{
        "request lost", "answer lost after the effect", "request doubled", "answers reordered", "answer delayed",
        "request delayed past its timeout", "answer cut short", "answer without its end", "wrong content type", "portal 200",
        "portal 403", "redirect", "outage", "certificate not trusted", "5xx or 408 after the effect", "operation in progress",
        "status 400", "status 401", "status 403", "status 404", "status 408", "status 409", "status 410", "status 412",
        "status 413", "status 415", "status 422", "status 425", "status 429", "status 500", "status 502",
        "status 503", "status 504", "event not told", "event doubled", "event split", "event late", "event stream broken",
        "events refused: busy", "no events offered", "a colleague decides", "a client leaves", "a withdrawal", "an edit", "an invitation expires",
        "an invitation superseded", "an invitation removed", "an object that can't be read", "permissions changed",
        "a branch opened or closed", "states expired", "a change that the feed forgets", "the service restored", "a session revoked",
        "the service wants a newer client", "another person's token", "database call fails", "read fails", "write fails",
        "fsync fails", "file can't be opened", "disk full", "kill between steps", "kill inside a step",
        "power cut between steps", "power cut inside a step", "power cut with a torn sector",
        "power cut with sectors reordered", "power cut with a directory entry not synced", "a bit of the cache flipped",
        "a bit of the desk flipped", "the cache's log missing", "the desk's log missing", "the clock a year off",
        "the clock set a little", "a sleep, the monotonic clock stands still", "a sleep, the monotonic clock goes on"};
    return all;
}

void printCounts(std::ostream &out, const char *title, const std::map<std::string, long long> &counts)
{
    out << title << '\n';
    for (const auto &[name, count] : counts)
        out << std::setw(12) << count << "  " << name << '\n';
}

} // namespace

void printTally(std::ostream &out, const Tally &tally, double seconds)
{
    printCounts(out, "Done, by everybody", tally.deeds);
    printCounts(out, "Faults fired", tally.fired);
    printCounts(out, "Transitions of an operation's life", tally.lives);
    out << "Evaluations of each invariant\n";
    long long all = 0;
    for (size_t i = 1; i < tally.evaluated.size(); ++i) {
        all += tally.evaluated[i];
        out << std::setw(12) << tally.evaluated[i] << "  I" << i << '\n';
    }
    const double years = double(tally.virtualMs) / msInAYear;
    out << std::fixed << std::setprecision(2) << tally.runs << " runs, " << tally.steps << " steps, " << all
        << " evaluations, " << tally.powerCuts << " power cuts; " << years << " virtual years in " << seconds << " s, "
        << (seconds > 0 ? years / seconds * 60 : 0) << " years a minute\n";
}

std::vector<std::string> neverSeen(const Tally &tally)
{
    std::vector<std::string> missing;
    for (const std::string &fault : faults()) {
        if (!tally.fired.contains(fault))
            missing.push_back("the fault \"" + fault + '"');
    }
    for (const std::string &name : allTransitions()) {
        if (!tally.lives.contains(name))
            missing.push_back("the transition " + name);
    }
    for (size_t i = 1; i < tally.evaluated.size(); ++i) {
        if (tally.evaluated[i] == 0)
            missing.push_back("an evaluation of I" + std::to_string(i));
    }
    return missing;
}

bool printTrace(std::ostream &out, const Plan &plan, bool whole)
{
    RunResult outcome = runHere(plan, true);
    const size_t before = plan.events.size();
    if (outcome.violation && !whole) {
        const Plan shorter = shortest(plan, outcome.violation->invariant);
        outcome = runHere(shorter, true);
        out << "seed " << plan.seed << ", " << shorter.events.size() << " of its " << before << " events\n";
    } else {
        out << "seed " << plan.seed << ", " << before << " events\n";
    }
    for (const QString &line : outcome.trace)
        out << line.toStdString() << '\n';
    if (outcome.violation)
        out << "I" << outcome.violation->invariant << ": " << outcome.violation->what.toStdString() << '\n';
    return !outcome.violation;
}

} // namespace simulation
