#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace sandbox {

/// Milliseconds since 1970-01-01T00:00:00Z.
using Millis = std::int64_t;

/// Where the service's time comes from; injected, so that nothing here reads a clock of its own.
using Clock = std::function<Millis()>;

constexpr Millis secondMs = 1000;
constexpr Millis hourMs = 3600 * secondMs;
constexpr Millis dayMs = 24 * hourMs;

/// The machine's wall clock.
Millis wallClock();

/// RFC 3339 in UTC, whole seconds: 2026-11-23T09:30:00Z.
std::string rfc3339(Millis time);

/// Reads RFC 3339 with any offset and any fraction; nothing where it is not that.
std::optional<Millis> parseRfc3339(const std::string &text);

/// The form of HTTP's Date header.
std::string httpDate(Millis time);

/// The form of a message's Date header (RFC 5322), in UTC.
std::string mailDate(Millis time);

} // namespace sandbox
