#include "tests/simulation/campaign.h"

#include "tests/simulation/jobs.h"

#include <QCoreApplication>

#include <chrono>
#include <filesystem>
#include <limits>
#include <sstream>

namespace simulation {

namespace {

constexpr quint64 repeatedEach = 16; ///< Runs that are run again, to see whether they are the same
constexpr int cutsInARun = 40;
constexpr size_t mostFailures = 5;

std::string failureText(const FailedSeed &failed)
{
    return "failed " + std::to_string(failed.invariant) + ' ' + std::to_string(failed.seed) + ' ' + failed.what.toStdString() + '\n';
}

/// Runs in a process of its own until there are no seeds left.
std::string runSeeds(const Options &options, Seeds &seeds)
{
    CrashVfs vfs;
    noteConnections();
    Tally tally;
    std::string failures;
    size_t failed = 0;
    for (quint64 seed = 0; seeds.take(seed);) {
        const Plan plan = planFor(options, seed);
        RunResult outcome = Run(plan, vfs, diskFolder(), false).go();
        if (!outcome.violation && seed % repeatedEach == 0) {
            const bool same = Run(plan, vfs, diskFolder(), false).go().digest == outcome.digest;
            ++outcome.tally.evaluated[13];
            if (!same)
                outcome.violation = Violation{13, QStringLiteral("the same seed gave another trace")};
        }
        tally.add(outcome.tally);
        if (!outcome.violation)
            continue;
        failures += failureText({seed, outcome.violation->invariant, outcome.violation->what});
        if (options.first || ++failed >= mostFailures)
            seeds.stop();
    }
    return tally.text() + failures;
}

void readFailures(const std::string &text, std::vector<FailedSeed> &failed)
{
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string kind;
        FailedSeed each;
        std::string what;
        if (!(words >> kind >> each.invariant >> each.seed) || kind != "failed")
            continue;
        std::getline(words >> std::ws, what);
        each.what = QString::fromStdString(what);
        failed.push_back(each);
    }
}

} // namespace

std::string diskFolder()
{
    const bool inMemory = std::filesystem::exists("/dev/shm");
    const std::string root = inMemory ? "/dev/shm" : std::filesystem::temp_directory_path().string();
    return root + "/atlas-simulation-" + std::to_string(QCoreApplication::applicationPid());
}

Plan planFor(const Options &options, quint64 seed)
{
    return options.powerCuts > 0 ? powerCutPlan(seed, cutsInARun) : planOf(seed);
}

RunResult runHere(const Plan &plan, bool keepsTrace)
{
    static CrashVfs vfs;
    noteConnections();
    return Run(plan, vfs, diskFolder(), keepsTrace).go();
}

Summary runCampaign(const Options &options, quint64 from)
{
    quint64 to = options.to;
    if (options.powerCuts > 0)
        to = from + static_cast<quint64>((options.powerCuts + cutsInARun - 1) / cutsInARun) - 1;
    else if (options.minutes > 0)
        to = std::numeric_limits<quint64>::max() - 1;
    const auto begun = std::chrono::steady_clock::now();
    const JobsResult jobs = runInProcesses(options.jobs, from, to, options.minutes * 60,
                                           [&options](Seeds &seeds) { return runSeeds(options, seeds); });
    Summary result;
    for (const std::string &text : jobs.texts) {
        result.tally.add(Tally::parse(text));
        readFailures(text, result.failed);
    }
    for (const quint64 seed : jobs.crashed)
        result.failed.push_back({seed, 0, QStringLiteral("the process ended by itself, or did not end")});
    std::sort(result.failed.begin(), result.failed.end(), [](const auto &a, const auto &b) { return a.seed < b.seed; });
    result.next = jobs.next;
    result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    return result;
}

} // namespace simulation
