#pragma once

#include "tests/simulation/campaign.h"

#include <iosfwd>

namespace simulation {

void printTally(std::ostream &out, const Tally &tally, double seconds);
/// What a campaign of this size must have seen and has not: faults, transitions, invariants that were never looked at.
[[nodiscard]] std::vector<std::string> neverSeen(const Tally &tally);
/// The seed's trace: of a failing one the shortest, unless `whole`. True where nothing forbidden was seen.
bool printTrace(std::ostream &out, const Plan &plan, bool whole);

} // namespace simulation
