#include "tests/simulation/shrink.h"

#include "tests/simulation/campaign.h"

namespace simulation {

namespace {

constexpr int mostRuns = 600;

bool failsAlike(const Plan &plan, int invariant)
{
    const RunResult outcome = runHere(plan, false);
    return outcome.violation && outcome.violation->invariant == invariant;
}

/// `late`: what follows still comes at its time; else at once.
Plan without(const Plan &plan, size_t from, size_t count, bool late)
{
    Plan shorter = plan;
    const auto first = shorter.events.begin() + static_cast<std::ptrdiff_t>(from);
    const size_t end = std::min(from + count, plan.events.size());
    Milliseconds pause{0};
    for (size_t i = from; i < end; ++i)
        pause += plan.events[i].after;
    const auto next = shorter.events.erase(first, shorter.events.begin() + static_cast<std::ptrdiff_t>(end));
    if (late && next != shorter.events.end())
        next->after += pause;
    return shorter;
}

Plan shorterOne(const Plan &plan, size_t from, size_t count, int invariant)
{
    for (const bool late : {false, true}) {
        const Plan shorter = without(plan, from, count, late);
        if (failsAlike(shorter, invariant))
            return shorter;
    }
    return plan;
}

} // namespace

Plan shortest(const Plan &plan, int invariant)
{
    Plan best = plan;
    int runs = 0;
    for (size_t count = std::max<size_t>(1, best.events.size() / 2);; count = std::max<size_t>(1, count / 2)) {
        bool cut = false;
        for (size_t from = 0; from < best.events.size() && runs < mostRuns;) {
            const Plan shorter = shorterOne(best, from, count, invariant);
            runs += 2;
            if (shorter.events.size() < best.events.size()) {
                best = shorter;
                cut = true;
            } else {
                from += count;
            }
        }
        if (runs >= mostRuns || (count == 1 && !cut))
            return best;
    }
}

} // namespace simulation
