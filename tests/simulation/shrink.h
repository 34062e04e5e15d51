#pragma once

#include "tests/simulation/run.h"

namespace simulation {

/// The plan with as few events as still show the same invariant violated. Takes at most some hundred runs.
[[nodiscard]] Plan shortest(const Plan &plan, int invariant);

} // namespace simulation
