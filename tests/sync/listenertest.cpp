#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

using namespace std::chrono_literals;

namespace {

const QString changes = QStringLiteral("/v1/changes");
const QString events = QStringLiteral("/v1/events");

struct ListenerRig : EngineRig
{
    explicit ListenerRig(FakeTransport::Events how = FakeTransport::Events::Open)
    {
        transport.events = how;
        start();
        advance(1s);
    }
};

} // namespace

TEST_CASE("An event brings what is new at once", "[listener]")
{
    ListenerRig rig;
    REQUIRE(rig.engine->status().live);
    rig.service.invite(QStringLiteral("i1"));

    rig.transport.announce();
    rig.settle();

    CHECK(rig.badge() == 1);
}

TEST_CASE("On every connect changes are asked for", "[listener]")
{
    ListenerRig rig;
    rig.service.invite(QStringLiteral("i1"));

    rig.transport.endEvents(EventHandler::Ended::Lost);
    rig.advance(20s);

    CHECK(rig.engine->status().live);
    CHECK(rig.badge() == 1);
}

TEST_CASE("An event that was lost is made up for by the clock", "[listener]")
{
    ListenerRig rig;
    rig.service.invite(QStringLiteral("i1"));

    rig.advance(6min);

    CHECK(rig.badge() == 1);
}

TEST_CASE("A stream that ends puts off no look that is due", "[listener]")
{
    ListenerRig rig;
    rig.advance(4min + 50s);
    rig.service.invite(QStringLiteral("i1"));
    rig.transport.events = FakeTransport::Events::NotOffered;

    rig.transport.endEvents(EventHandler::Ended::Lost);
    rig.advance(15s);

    CHECK(rig.badge() == 1);
}

TEST_CASE("Where the service has no events it is asked every minute, and for a stream once an hour", "[listener]")
{
    ListenerRig rig(FakeTransport::Events::NotOffered);
    rig.transport.sent.clear();

    rig.advance(3h);

    CHECK(rig.transport.sentTo(changes) >= 178);
    CHECK(rig.transport.sentTo(changes) <= 182);
    CHECK(rig.transport.sentTo(events) == 3);
}

TEST_CASE("A stream that is refused is tried ever more seldom", "[listener]")
{
    ListenerRig rig(FakeTransport::Events::Refused);
    rig.transport.sent.clear();

    rig.advance(3h);

    CHECK(rig.transport.sentTo(events) < 150);
    CHECK(rig.transport.sentTo(events) > 20);
}

TEST_CASE("A hint has the stream tried again at once", "[listener]")
{
    ListenerRig rig(FakeTransport::Events::NotOffered);
    rig.transport.events = FakeTransport::Events::Open;

    rig.engine->hint();
    rig.advance(1s);

    CHECK(rig.engine->status().live);
}

TEST_CASE("Doubled events cost one look more, not two", "[listener]")
{
    ListenerRig rig;
    rig.transport.sent.clear();

    for (int i = 0; i < 5; ++i)
        rig.transport.announce();
    rig.settle();

    CHECK(rig.transport.sentTo(changes) <= 2);
}
