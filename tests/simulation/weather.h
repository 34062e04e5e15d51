#pragma once

#include "tests/simulation/chance.h"

#include <array>

namespace simulation {

/// What can become of a request and its answer on the way, and what the service can say instead of doing it.
enum class Mishap {
    None,
    RequestLost,
    AnswerLost,    ///< After the effect
    SentTwice,     ///< By the network stack, which tells of the second answer only
    ArrivesLate,   ///< Long after the client gave up
    Slow,
    CutShort,      ///< The connection ends inside the answer
    Shortened,     ///< A whole answer, but not all of its text
    WrongType,
    Portal200,
    Portal403,
    Redirected,
    Untrusted,
    Unavailable,   ///< 408, 425, 429, 5xx; some after the effect
    InProgress,    ///< 409 operation_in_progress
    Refused,       ///< A final refusal, kept by the service
    Malformed,     ///< 400, 413, 415
    Unauthenticated,
    TooOld,
    StateExpired,  ///< 410, and 400, to a page
};
inline constexpr size_t mishaps = 20;

/// How likely each is, in percent of the requests.
struct Weather
{
    std::array<int, mishaps> share{};

    [[nodiscard]] Mishap draw(Chance &chance) const
    {
        int dice = chance.below(100);
        for (size_t i = 1; i < mishaps; ++i) {
            dice -= share[i];
            if (dice < 0)
                return static_cast<Mishap>(i);
        }
        return Mishap::None;
    }
};

/// A few kinds of trouble at a time, rare or nearly always.
[[nodiscard]] Weather anyWeather(Chance &chance);

} // namespace simulation
