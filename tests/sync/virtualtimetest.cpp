#include "tests/support/virtualtime.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;

TEST_CASE("Calls run in the order of their time, then as they were asked for", "[virtualtime]")
{
    VirtualClock clock;
    VirtualScheduler scheduler(clock);
    std::vector<int> ran;
    (void)scheduler.callAfter(20ms, [&] { ran.push_back(3); });
    (void)scheduler.callAfter(10ms, [&] { ran.push_back(1); });
    (void)scheduler.callAfter(10ms, [&] { ran.push_back(2); });

    scheduler.advance(20ms);

    CHECK(ran == std::vector<int>{1, 2, 3});
}

TEST_CASE("A call that asks for another within the time gets it, at its own moment", "[virtualtime]")
{
    VirtualClock clock;
    VirtualScheduler scheduler(clock);
    const Milliseconds begin = clock.monotonic();
    Milliseconds second{0};
    (void)scheduler.callAfter(10ms, [&] { (void)scheduler.callAfter(5ms, [&] { second = clock.monotonic(); }); });

    scheduler.advance(100ms);

    CHECK(second - begin == 15ms);
    CHECK(clock.monotonic() - begin == 100ms);
}

TEST_CASE("A cancelled call doesn't run", "[virtualtime]")
{
    VirtualClock clock;
    VirtualScheduler scheduler(clock);
    bool ran = false;
    const Scheduler::Timer timer = scheduler.callAfter(10ms, [&] { ran = true; });

    scheduler.cancel(timer);
    scheduler.advance(1s);

    CHECK_FALSE(ran);
}
