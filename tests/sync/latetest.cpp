#include "tests/support/catch.h"
#include "tests/sync/clientrig.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

// What can't be taken back must not come as a surprise hours later: Disconnect, and a new link.

namespace {

Decision lateKind()
{
    return GENERATE(builders::disconnect(u"c1"_s), Decision(RegenerateLink{*BranchId::parse(u"b1"_s)}));
}

} // namespace

TEST_CASE("What needs a connection is not kept without one, and other decisions are", "[late]")
{
    const Decision decision = lateKind();
    ClientRig rig;
    rig.disconnectNetwork();

    CHECK(rig.decide(decision).error().kind == ErrorKind::Network);
    CHECK(rig.decide(builders::note(u"c1"_s, u"On the train"_s)));
    CHECK(rig.row(rig.keep(builders::note(u"c2"_s, u"Too"_s)).id).state == OperationState::Held);
}

TEST_CASE("Unsent for an hour it becomes a card that asks again, and never leaves by itself", "[late]")
{
    const Decision decision = lateKind();
    const bool restarted = GENERATE(false, true);
    ClientRig rig;
    const Operation operation = rig.keep(decision);
    rig.disconnectNetwork();
    rig.advance(59min);
    CHECK(isLive(rig.state(operation.id)));

    if (restarted)
        rig.restart();
    rig.advance(2min);
    CHECK(rig.state(operation.id) == OperationState::Failed);
    CHECK(rig.row(operation.id).end.kind == EndKind::NotSentInTime);
    CHECK(rig.attention().size() == 1);
    rig.connectNetwork();
    rig.advance(1h);

    CHECK(rig.bodies().empty());
    CHECK(rig.engine->tryAgain(operation.id, 0s));
    rig.advance(1min);
    CHECK(rig.bodies().size() == 1);
}

TEST_CASE("After a night in a closed computer it has not left before it is a card", "[late]")
{
    ClientRig rig;
    const Operation operation = rig.keep(builders::disconnect(u"c1"_s), 60s);
    rig.stop();
    rig.advance(9h);

    rig.start();
    rig.settle();

    CHECK(rig.row(operation.id).end.kind == EndKind::NotSentInTime);
    CHECK(rig.bodies().empty());
}

TEST_CASE("One that an attempt may have brought is asked about for as long as it takes", "[late]")
{
    ClientRig rig;
    const Operation operation = rig.keep(builders::disconnect(u"c1"_s), 0s);
    rig.transport.answerNext(u"/v1/operations/"_s, answers::lost());
    rig.advance(10ms);
    REQUIRE(rig.row(operation.id).maybeApplied);
    rig.disconnectNetwork();
    rig.advance(3h);
    CHECK(rig.state(operation.id) == OperationState::Ready);

    rig.connectNetwork();
    rig.advance(2min);

    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("A note waits as long as it must", "[late]")
{
    ClientRig rig;
    rig.disconnectNetwork();
    const Operation note = rig.keep(builders::note(u"c1"_s, u"From the mountains"_s));
    rig.advance(72h);

    rig.connectNetwork();
    rig.advance(2min);

    CHECK(rig.state(note.id) == OperationState::Acked);
}
