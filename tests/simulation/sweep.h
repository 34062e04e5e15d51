#pragma once

#include "tests/simulation/campaign.h"

#include <iosfwd>

namespace simulation {

/// Each series of rehearsed days: the first, every `options.sweep`-th and the last call fails. False where something
/// forbidden was seen.
[[nodiscard]] bool sweep(const Options &options, std::ostream &out);
/// One day of one series, with its trace.
[[nodiscard]] bool rehearseOne(const Options &options, std::ostream &out);

} // namespace simulation
