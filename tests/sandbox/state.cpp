#include "tests/sandbox/state.h"

#include <array>
#include <cinttypes>
#include <cstdio>

namespace sandbox {

namespace {

/// FNV-1a: enough to tell a damaged token, which is all that is asked of it.
std::uint64_t checksum(const std::string &text)
{
    std::uint64_t sum = 14695981039346656037ULL;
    for (const char c : text)
        sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return sum;
}

} // namespace

std::string token(const State &state, const std::string &person)
{
    const std::string plain = std::to_string(state.epoch) + "." + std::to_string(state.scope) + "." +
                              std::to_string(state.begin) + "." + std::to_string(state.position);
    std::array<char, 32> sum{};
    std::snprintf(sum.data(), sum.size(), "%016" PRIx64, checksum(plain + "/" + person));
    return "S:" + plain + "=" + sum.data();
}

std::optional<State> stateFrom(const std::string &text, const std::string &person)
{
    State state;
    const int read = std::sscanf(text.c_str(), "S:%" SCNd64 ".%" SCNd64 ".%" SCNd64 ".%" SCNd64 "=", &state.epoch,
                                 &state.scope, &state.begin, &state.position);
    if (read != 4 || token(state, person) != text)
        return std::nullopt;
    return state;
}

} // namespace sandbox
