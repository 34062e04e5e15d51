#include "tests/simulation/report.h"
#include "tests/simulation/sweep.h"

#include <QCoreApplication>
#include <QHashSeed>

#include <fstream>
#include <iostream>
#include <sstream>

using namespace simulation;

namespace {

constexpr long long wholeCampaign = 1000; ///< Runs after which everything must have been seen

struct Kept
{
    quint64 next = 1;
    double seconds = 0;
    Tally tally;
};

Kept readState(const Options &options)
{
    Kept kept;
    kept.next = options.from;
    std::ifstream file(options.state.toStdString());
    if (options.state.isEmpty() || !file)
        return kept;
    std::string rest;
    file >> kept.next >> kept.seconds;
    std::ostringstream text;
    text << file.rdbuf();
    kept.tally = Tally::parse(text.str());
    return kept;
}

void writeState(const Options &options, const Kept &kept)
{
    if (!options.state.isEmpty())
        std::ofstream(options.state.toStdString()) << kept.next << ' ' << kept.seconds << '\n' << kept.tally.text();
}

int campaign(const Options &options)
{
    Kept kept = readState(options);
    const quint64 from = kept.next;
    const Summary result = runCampaign(options, from);
    kept.tally.add(result.tally);
    kept.seconds += result.seconds;
    kept.next = result.next;
    writeState(options, kept);
    printTally(std::cout, kept.tally, kept.seconds);
    std::cout << "Seeds " << from << ".." << result.next - 1 << ", " << options.jobs << " at a time\n";
    bool good = result.failed.empty();
    for (const FailedSeed &failed : result.failed)
        std::cout << "FAILED seed " << failed.seed << ": I" << failed.invariant << ", " << failed.what.toStdString() << '\n';
    if (!good && !options.first && result.failed.front().invariant != 0)
        printTrace(std::cout, planFor(options, result.failed.front().seed), options.whole);
    if (options.powerCuts == 0 && kept.tally.runs >= wholeCampaign) {
        for (const std::string &missing : neverSeen(kept.tally)) {
            std::cout << "NEVER SEEN: " << missing << '\n';
            good = false;
        }
    }
    std::cout << (good ? "Nothing forbidden was seen.\n" : "FAILED.\n");
    return good ? 0 : 1;
}

int one(const Options &options)
{
    const Plan plan = planFor(options, *options.seed);
    if (options.trace)
        return printTrace(std::cout, plan, options.whole) ? 0 : 1;
    const RunResult outcome = runHere(plan, false);
    printTally(std::cout, outcome.tally, 0);
    if (outcome.violation)
        std::cout << "FAILED I" << outcome.violation->invariant << ": " << outcome.violation->what.toStdString() << '\n';
    return outcome.violation ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed(); // The same seed, the same order of everything
    const QCoreApplication application(argc, argv);
    const Typed typed = optionsFrom(QCoreApplication::arguments().mid(1));
    if (typed.options.help || !typed.error.isEmpty()) {
        std::cout << usage();
        std::cerr << typed.error.toStdString() << (typed.error.isEmpty() ? "" : "\n");
        return typed.options.help ? 0 : 2;
    }
    if (typed.options.call > 0)
        return rehearseOne(typed.options, std::cout) ? 0 : 1;
    if (typed.options.sweep > 0)
        return sweep(typed.options, std::cout) ? 0 : 1;
    return typed.options.seed ? one(typed.options) : campaign(typed.options);
}
