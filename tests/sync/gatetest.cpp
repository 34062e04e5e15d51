#include "core/sync/gate.h"
#include "tests/support/catch.h"
#include "tests/support/virtualtime.h"

using namespace std::chrono_literals;

namespace {

struct GateRig
{
    VirtualClock clock;
    SeededRandomness randomness{7};
    Gate gate{clock, randomness};

    void pass(Milliseconds by) { clock.moveTo(clock.monotonic() + by); }
    void fail(Channel channel = Channel::Changes, std::optional<Milliseconds> retryAfter = std::nullopt,
              bool waits = true)
    {
        gate.failed(channel, Trouble::Service, retryAfter, waits);
    }
};

} // namespace

TEST_CASE("Full jitter lies between nothing and the doubled pause, and under the cap", "[gate]")
{
    SeededRandomness randomness(3);
    Milliseconds longest[12]{};

    for (int round = 0; round < 4'000; ++round) {
        for (int failures = 0; failures < 12; ++failures)
            longest[failures] = std::max(longest[failures], fullJitter(randomness, failures, 60s));
    }

    CHECK(longest[0] <= 2s);
    CHECK(longest[0] > 1900ms);
    CHECK(longest[3] <= 16s);
    CHECK(longest[3] > 15s);
    CHECK(longest[11] <= 60s);
    CHECK(longest[11] > 58s);
}

TEST_CASE("Full jitter can be nothing at all, and very many failures are no overflow", "[gate]")
{
    FixedRandomness none(0);
    FixedRandomness most(~0ULL);

    CHECK(fullJitter(none, 5, 60s) == 0ms);
    CHECK(fullJitter(most, 2'000'000'000, 300s) <= 300s);
}

TEST_CASE("A success that was under way when the service asked to wait does not end the wait", "[gate]")
{
    GateRig rig;
    rig.fail(Channel::Operations, 1h);

    rig.gate.succeeded(Channel::Operations);

    CHECK(rig.gate.wait() == 1h);
    rig.pass(1h);
    CHECK(rig.gate.isOpen());
}

TEST_CASE("A failure shuts the gate; success opens it", "[gate]")
{
    GateRig rig;
    rig.fail();
    CHECK(rig.gate.isProbing());
    CHECK(rig.gate.trouble() == Trouble::Service);

    rig.gate.succeeded(Channel::Changes);

    CHECK(rig.gate.isOpen());
    CHECK(rig.gate.trouble() == Trouble::None);
    CHECK_FALSE(rig.gate.isProbing());
}

TEST_CASE("Pages that come don't shorten the pauses of operations that are refused", "[gate]")
{
    VirtualClock clock;
    FixedRandomness most(60'000'000'000'000); // A multiple of no bound: large pauses
    Gate gate(clock, most);
    for (int i = 0; i < 10; ++i) {
        gate.failed(Channel::Operations, Trouble::Service, std::nullopt, true);
        clock.moveTo(clock.monotonic() + gate.wait());
        gate.succeeded(Channel::Changes);
    }

    CHECK(gate.isProbing());
    CHECK(gate.trouble() == Trouble::Service);
}

TEST_CASE("The service's wish to wait counts, up to an hour", "[gate]")
{
    GateRig rig;

    rig.fail(Channel::Changes, 24h);

    CHECK(rig.gate.wait() <= 1h);
    CHECK(rig.gate.wait() > 59min);
}

TEST_CASE("A hint opens the gate, but not before what the service asked for; a person opens it always", "[gate]")
{
    GateRig plain;
    plain.fail();
    GateRig asked;
    asked.fail(Channel::Changes, 10min);

    plain.gate.hint();
    asked.gate.hint();

    CHECK(plain.gate.isOpen());
    CHECK(asked.gate.wait() == Milliseconds(10min));
    asked.gate.open();
    CHECK(asked.gate.isOpen());
}

TEST_CASE("The longest pause is a minute while something waits, else five", "[gate]")
{
    Milliseconds waiting{0};
    Milliseconds idle{0};
    GateRig rig;
    for (int i = 0; i < 500; ++i) {
        rig.fail(Channel::Changes, std::nullopt, true);
        waiting = std::max(waiting, rig.gate.wait());
        rig.pass(1h);
        rig.fail(Channel::Changes, std::nullopt, false);
        idle = std::max(idle, rig.gate.wait());
        rig.pass(1h);
    }

    CHECK(waiting <= 60s);
    CHECK(idle <= 300s);
    CHECK(idle > 200s);
}

TEST_CASE("What has to leave shortens a pause that began with nothing waiting, not what the service asked for", "[gate]")
{
    VirtualClock clock;
    FixedRandomness most(Milliseconds(300s).count()); // Where the longest pause is 300 s, that is what it draws
    Gate idle(clock, most);
    for (int failures = 0; failures < 20; ++failures)
        idle.failed(Channel::Changes, Trouble::NoAnswer, std::nullopt, false);
    Gate asked = idle;
    asked.failed(Channel::Changes, Trouble::Service, 10min, false);
    REQUIRE(idle.wait() == Milliseconds(300s));

    CHECK(idle.cutIdlePause());
    CHECK_FALSE(asked.cutIdlePause());

    CHECK(idle.wait() == Milliseconds(60s));
    CHECK(asked.wait() == Milliseconds(10min));
    CHECK_FALSE(idle.cutIdlePause());
}

TEST_CASE("A channel with nothing to ask any more is forgotten", "[gate]")
{
    GateRig rig;
    rig.fail(Channel::Operations);

    rig.gate.forget(Channel::Operations);

    CHECK_FALSE(rig.gate.isProbing());
    CHECK(rig.gate.isOpen());
}
