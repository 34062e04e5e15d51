#pragma once

#include "tests/sandbox/world.h"

#include <cstdint>
#include <functional>
#include <random>
#include <string>

namespace sandbox {

/// Harbour & Vale as it is without clients: branches, reasons, members and the people who can sign in. `newToken` makes
/// their access tokens.
void setUpPractice(World &world, const std::function<std::string()> &newToken);

/// How much sample data, and which: the same seed and clock give the same data.
struct SampleOrder
{
    std::int64_t invitations = 0;
    std::int64_t clients = 0;
    std::uint64_t seed = 1;
};

/// Adds sample invitations (a tenth of them decided in one way or another) and clients, in one commit. A million takes
/// seconds.
void addSamples(World &world, const SampleOrder &order);

/// Who might knock next: endless, made up, and the same for the same seed. Not tied to a world.
class SamplePeople
{
public:
    explicit SamplePeople(std::uint64_t seed)
        : m_random(seed)
    {}

    Application next();
    /// A number below `bound`.
    std::uint64_t below(std::uint64_t bound) { return m_random() % bound; }
    bool oneIn(std::uint64_t number) { return below(number) == 0; }

private:
    std::mt19937_64 m_random; // its numbers are the same everywhere; the standard's distributions are not
    std::uint64_t m_made = 0;
};

} // namespace sandbox
