#include "tests/support/catch.h"
#include "tests/sync/walk.h"

TEST_CASE("Whatever a seed brings, nothing is lost, nothing is done twice, and everything settles", "[walk]")
{
    for (quint64 seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        Walk walk(seed);
        for (int i = 0; i < 40; ++i)
            walk.step();
        walk.calmDown();
    }
}

TEST_CASE("The same seed gives the same trace", "[walk]")
{
    const auto trace = [](quint64 seed) {
        Walk walk(seed);
        for (int i = 0; i < 40; ++i)
            walk.step();
        return walk.transport.sent;
    };

    CHECK(trace(17) == trace(17));
}
