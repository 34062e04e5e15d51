#pragma once

#include <QByteArray>

#include <array>
#include <map>
#include <string>

namespace simulation {

inline constexpr int invariants = 18;

/// What runs did, to be added up over runs, processes and campaigns.
struct Tally
{
    long long runs = 0;
    long long steps = 0;
    long long virtualMs = 0;
    long long powerCuts = 0;
    std::array<long long, invariants + 1> evaluated{}; ///< By the number of the invariant; 0 is not used
    std::map<std::string, long long> fired;            ///< Faults, when they had their effect
    std::map<std::string, long long> lives;            ///< Transitions of an operation, "held -> ready"
    std::map<std::string, long long> deeds;            ///< What the person and everybody else did

    void add(const Tally &more);
    /// As lines, for a pipe or a state file, and back.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] static Tally parse(const std::string &text);
};

} // namespace simulation
