#pragma once

#include <chrono>

/// A moment in UTC, in whole milliseconds since the epoch of 1970.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

[[nodiscard]] inline Instant instantFromMs(long long msSinceEpoch)
{
    return Instant(Milliseconds(msSinceEpoch));
}
[[nodiscard]] inline long long msSinceEpoch(Instant instant)
{
    return instant.time_since_epoch().count();
}
