#pragma once

#include "core/domain/operation.h"

/// What the accountant had written with a rejection: own words for the reason, and the message. Empty where nothing
/// was.
[[nodiscard]] QString ownWords(const Operation &operation);

/// Whether the service refused something that the accountant wrote or chose with a rejection; else, where it refused,
/// it refused the decision itself.
[[nodiscard]] bool wordsWereRefused(const Operation &operation);
