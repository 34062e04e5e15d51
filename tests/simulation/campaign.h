#pragma once

#include "tests/simulation/options.h"
#include "tests/simulation/run.h"

namespace simulation {

struct FailedSeed
{
    quint64 seed = 0;
    int invariant = 0; ///< 0: the process ended by itself
    QString what;
};

/// What a campaign came to.
struct Summary
{
    Tally tally;
    std::vector<FailedSeed> failed;
    quint64 next = 0;
    double seconds = 0;
};

/// Where this process's disks lie.
[[nodiscard]] std::string diskFolder();
[[nodiscard]] Summary runCampaign(const Options &options, quint64 from);
/// The seed's plan in this kind of campaign.
[[nodiscard]] Plan planFor(const Options &options, quint64 seed);
/// One run, here; for replays.
[[nodiscard]] RunResult runHere(const Plan &plan, bool keepsTrace);

} // namespace simulation
