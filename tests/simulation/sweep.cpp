#include "tests/simulation/sweep.h"

#include "tests/simulation/jobs.h"
#include "tests/simulation/rehearsal.h"
#include "tests/simulation/report.h"

#include <chrono>
#include <iomanip>
#include <ostream>
#include <sstream>

namespace simulation {

namespace {

constexpr size_t mostFailures = 20;

struct Day
{
    const Series *series = nullptr;
    quint64 number = 0;
};

struct Planned
{
    std::vector<Day> days;
    std::map<std::string, quint64> calls; ///< By series: how many can fail
    Tally tally;                          ///< Of the days on which nothing failed
    bool good = true;
};

bool isWanted(const Series &series, const Options &options)
{
    return options.only.isEmpty() || QString::fromStdString(series.name).contains(options.only);
}

/// A day without a fault says how many calls there are: until the i-th fails, each other day is the same.
Planned planDays(const Options &options, std::ostream &out)
{
    Planned planned;
    CrashVfs vfs;
    noteConnections();
    for (const Series &series : allSeries()) {
        if (!isWanted(series, options))
            continue;
        Rehearsal rehearsal(series, 0, vfs, diskFolder(), false);
        const RunResult outcome = rehearsal.go();
        planned.tally.add(outcome.tally);
        const quint64 calls = planned.calls[series.name] = rehearsal.calls();
        for (quint64 number = 1; number < calls; number += quint64(options.sweep))
            planned.days.push_back({&series, number});
        planned.days.push_back({&series, calls});
        if (outcome.violation)
            out << "FAILED without a fault, " << series.name << ": " << outcome.violation->what.toStdString() << '\n';
        planned.good = planned.good && !outcome.violation;
    }
    return planned;
}

std::string runDays(const std::vector<Day> &days, Seeds &seeds)
{
    CrashVfs vfs;
    noteConnections();
    Tally tally;
    std::string failures;
    size_t failed = 0;
    for (quint64 next = 0; seeds.take(next);) {
        const Day &day = days[next];
        const RunResult outcome = Rehearsal(*day.series, day.number, vfs, diskFolder(), false).go();
        tally.add(outcome.tally);
        if (!outcome.violation)
            continue;
        failures += "failed " + day.series->name + ", number " + std::to_string(day.number) + ": I" +
                    std::to_string(outcome.violation->invariant) + ' ' + outcome.violation->what.toStdString() + '\n';
        if (++failed >= mostFailures)
            seeds.stop();
    }
    return tally.text() + failures;
}

/// Prints the lines of `text` that tell of failures; whether there were any.
bool printFailures(const std::string &text, std::ostream &out)
{
    std::istringstream in(text);
    bool any = false;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("failed "))
            continue;
        any = true;
        out << "FAILED " << line.substr(7) << '\n';
    }
    return any;
}

void printSeries(std::ostream &out, const Planned &planned, const Tally &tally)
{
    out << "   calls    days   fired  series\n";
    const auto at = [](const std::map<std::string, long long> &counts, const std::string &name) {
        const auto found = counts.find(name);
        return found == counts.end() ? 0 : found->second;
    };
    for (const auto &[name, calls] : planned.calls)
        out << std::setw(8) << calls << std::setw(8) << at(tally.deeds, "days rehearsed: " + name) << std::setw(8)
            << at(tally.fired, name) << "  " << name << '\n';
}

} // namespace

bool sweep(const Options &options, std::ostream &out)
{
    const auto begun = std::chrono::steady_clock::now();
    const Planned planned = planDays(options, out);
    const std::vector<Day> &days = planned.days;
    if (!planned.good || days.empty())
        return false;
    const JobsResult jobs = runInProcesses(options.jobs, 0, days.size() - 1, 0,
                                           [&days](Seeds &seeds) { return runDays(days, seeds); });
    Tally tally = planned.tally;
    bool good = jobs.crashed.empty();
    for (const std::string &text : jobs.texts) {
        tally.add(Tally::parse(text));
        good = !printFailures(text, out) && good;
    }
    for (const quint64 crashed : jobs.crashed)
        out << "FAILED " << days[crashed].series->name << ", number " << days[crashed].number
            << ": the process ended by itself, or did not end\n";
    printTally(out, tally, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
    printSeries(out, planned, tally);
    out << "Every " << options.sweep << ". call of each series, the first and the last\n"
        << (good ? "Nothing forbidden was seen.\n" : "FAILED.\n");
    return good;
}

bool rehearseOne(const Options &options, std::ostream &out)
{
    CrashVfs vfs;
    noteConnections();
    for (const Series &series : allSeries()) {
        if (QString::fromStdString(series.name) != options.only)
            continue;
        Rehearsal rehearsal(series, options.call, vfs, diskFolder(), true);
        const RunResult outcome = rehearsal.go();
        for (const QString &line : outcome.trace)
            out << line.toStdString() << '\n';
        if (outcome.violation)
            out << "I" << outcome.violation->invariant << ": " << outcome.violation->what.toStdString() << '\n';
        return !outcome.violation;
    }
    for (const Series &series : allSeries())
        out << series.name << '\n';
    return false;
}

} // namespace simulation
