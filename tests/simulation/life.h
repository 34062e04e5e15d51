#pragma once

#include "core/domain/operation.h"

#include <string>
#include <vector>

namespace simulation {

/// An operation's life as sync.md draws it.
[[nodiscard]] const char *stateName(OperationState state);
[[nodiscard]] std::string transitionName(OperationState from, OperationState to);
[[nodiscard]] bool isTransition(OperationState from, OperationState to);
/// Whether the life leads from one to the other, in any number of steps.
[[nodiscard]] bool canBecome(OperationState from, OperationState to);

/// Every transition of the life.
[[nodiscard]] std::vector<std::string> allTransitions();

} // namespace simulation
