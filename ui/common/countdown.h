#pragma once

#include "core/domain/overview.h"

/// The entry as it stands `passed` after it was told: less of its hold is left. A clock that was set changes nothing
/// but the seconds shown.
[[nodiscard]] OutboxEntry countedDown(const OutboxEntry &entry, Milliseconds passed);
/// Whether the seconds left are to be shown, and so to be counted.
[[nodiscard]] bool isCounting(const OutboxEntry &entry);
