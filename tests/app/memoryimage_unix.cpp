#include "app/platform.h"
#include "tests/support/catch.h"

#include <QScopeGuard>

#include <sys/resource.h>

TEST_CASE("A crash leaves no image of the memory, neither in a file nor with a program of the system's")
{
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_CORE, &before) == 0);
    const auto back = qScopeGuard([&before] { setrlimit(RLIMIT_CORE, &before); });
    rlimit generous = before;
    generous.rlim_cur = before.rlim_max;
    REQUIRE(setrlimit(RLIMIT_CORE, &generous) == 0);

    forbidCoreDumps();

    rlimit now{};
    REQUIRE(getrlimit(RLIMIT_CORE, &now) == 0);
    CHECK(now.rlim_cur == std::min<rlim_t>(1, before.rlim_max)); // None would be given to such a program all the same
}
