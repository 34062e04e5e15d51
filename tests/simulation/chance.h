#pragma once

#include "core/sync/ports.h"

#include <vector>

namespace simulation {

/// Numbers by seed (SplitMix64): the same everywhere, and a stream of its own for whoever needs one, so that cutting an
/// event out of a run changes as little as can be of what the others draw.
class Chance final : public Randomness
{
public:
    explicit Chance(quint64 seed)
        : m_state(seed)
    {}
    Chance(quint64 seed, quint64 stream)
        : m_state(mix(seed ^ mix(stream)))
    {}

    quint64 next() override { return mix(m_state += step); }
    /// 0 to `count` - 1.
    int below(int count) { return static_cast<int>(next() % static_cast<quint64>(count)); }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool oneIn(int count) { return below(count) == 0; }
    bool percent(int share) { return below(100) < share; }
    template <class T>
    const T &oneOf(const std::vector<T> &values)
    {
        return values[static_cast<size_t>(below(static_cast<int>(values.size())))];
    }

private:
    static constexpr quint64 step = 0x9E3779B97F4A7C15ULL;
    static constexpr quint64 mix(quint64 z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    quint64 m_state;
};

} // namespace simulation
