#pragma once

#include "core/domain/operation.h"

/// What the accountant had written with a rejection: own words for the reason, and the message. Empty where nothing
/// was.
[[nodiscard]] QString ownWords(const Operation &operation);
