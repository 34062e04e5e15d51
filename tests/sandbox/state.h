#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sandbox {

/// A place in the feed as one person reads it, which clients keep as an opaque token.
struct State
{
    std::int64_t epoch = 0;
    std::int64_t scope = 0;
    std::int64_t begin = 0; ///< version at which the reading of everything began: what was removed before is left out
    std::int64_t position = 0;

    bool operator==(const State &) const = default;
};

/// Matches `[A-Za-z0-9_.:+/=-]{1,512}`; bound to the person.
std::string token(const State &state, const std::string &person);

/// Nothing where the token was not made for this person, or was damaged.
std::optional<State> stateFrom(const std::string &token, const std::string &person);

} // namespace sandbox
