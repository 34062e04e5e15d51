#pragma once

#include "core/domain/time.h"

#include <optional>

/// How far back History goes.
enum class HistoryPeriod { Last30Days, Last90Days, ThisYear, All };

/// The first moment of the period, in the user's time zone: the beginning of a day, so that within a day it stays the
/// same. Empty: from the beginning.
[[nodiscard]] std::optional<Instant> periodStart(HistoryPeriod period, Instant now);
