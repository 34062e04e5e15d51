#include "core/store/database.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

using namespace std::chrono_literals;

namespace {

/// One pending invitation, "i1", and the cache has it.
struct HoldRig : EngineRig
{
    HoldRig()
    {
        service.invite(QStringLiteral("i1"));
        start();
        settle();
    }
    [[nodiscard]] size_t left() const { return transport.operationsSent().size(); }
};

} // namespace

TEST_CASE("A decision is on the disk before it is answered", "[hold]")
{
    HoldRig rig;

    const Operation kept = rig.accept(QStringLiteral("i1"));

    rig.stop();
    std::vector<StoreTrouble> trouble;
    const auto desk = DeskStore::open(rig.folder.filePath(QStringLiteral("desk.db")), trouble);
    REQUIRE(desk);
    const auto row = (*desk)->operation(kept.id);
    REQUIRE(row);
    REQUIRE(*row);
    CHECK((*row)->body == kept.body);
    CHECK((*row)->state == OperationState::Held);
}

TEST_CASE("A decision that can't be written is not kept: the invitation stays pending and the error is told", "[hold]")
{
    HoldRig rig;
    rig.desk->database().setFault([] { return Error{ErrorKind::DiskFull, {}}; });

    const Result<Operation> kept =
        rig.decide(builders::accept(QStringLiteral("i1"), rig.cached(QStringLiteral("i1"))->revision));

    rig.desk->database().setFault({});
    REQUIRE_FALSE(kept);
    CHECK(kept.error().kind == ErrorKind::DiskFull);
    CHECK(rig.badge() == 1);
    CHECK(rig.engine->outbox().live().empty());
    CHECK(rig.diskErrors.size() >= 1);
}

TEST_CASE("A decided invitation is no longer counted as pending, at once", "[hold]")
{
    HoldRig rig;
    CHECK(rig.badge() == 1);

    (void)rig.accept(QStringLiteral("i1"));

    CHECK(rig.badge() == 0);
}

TEST_CASE("A decision doesn't leave before its hold is over, and leaves then", "[hold]")
{
    HoldRig rig;
    (void)rig.accept(QStringLiteral("i1"), 8s);

    rig.advance(7999ms);
    CHECK(rig.left() == 0);
    rig.advance(1ms);

    CHECK(rig.left() == 1);
}

TEST_CASE("A hold of nothing leaves at once", "[hold]")
{
    HoldRig rig;

    (void)rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(0ms);

    CHECK(rig.left() == 1);
}

TEST_CASE("A hold begins anew after a restart of the program", "[hold]")
{
    HoldRig rig;
    (void)rig.accept(QStringLiteral("i1"), 8s);
    rig.advance(6s);

    rig.restart();
    rig.advance(7999ms);
    CHECK(rig.left() == 0);
    rig.advance(1ms);

    CHECK(rig.left() == 1);
}

TEST_CASE("A hold begins anew after the computer woke", "[hold]")
{
    HoldRig rig;
    (void)rig.accept(QStringLiteral("i1"), 8s);
    rig.advance(4s);

    SECTION("where its monotonic clock stood still")
    {
        rig.clock.jumpWall(72h);
    }
    SECTION("where its monotonic clock went on")
    {
        rig.clock.sleepThrough(72h);
    }
    rig.advance(4s);
    CHECK(rig.left() == 0);
    rig.advance(7900ms);

    CHECK(rig.left() <= 1);
    rig.advance(200ms);
    CHECK(rig.left() == 1);
}

TEST_CASE("A decision made right after a wake doesn't hide the sleep from those made before it", "[hold]")
{
    HoldRig rig;
    rig.service.invite(QStringLiteral("i2"));
    rig.engine->refresh();
    rig.settle();
    (void)rig.accept(QStringLiteral("i1"), 8s);
    rig.advance(4s);
    rig.clock.jumpWall(72h);

    (void)rig.accept(QStringLiteral("i2"), 8s);
    rig.advance(7999ms);

    CHECK(rig.left() == 0);
}

TEST_CASE("A clock that is set back changes no hold", "[hold]")
{
    HoldRig rig;
    (void)rig.accept(QStringLiteral("i1"), 8s);

    rig.clock.jumpWall(-24h * 365);
    rig.advance(7999ms);
    CHECK(rig.left() == 0);
    rig.advance(1ms);

    CHECK(rig.left() == 1);
}

TEST_CASE("Send now ends the holds", "[hold]")
{
    HoldRig rig;
    const Operation kept = rig.accept(QStringLiteral("i1"), 60s);

    rig.engine->sendNow();
    rig.settle();

    CHECK(rig.state(kept.id) == OperationState::Acked);
}

TEST_CASE("A second decision on an invitation is refused while the first lives", "[hold]")
{
    HoldRig rig;
    const QString revision = rig.cached(QStringLiteral("i1"))->revision;
    (void)rig.accept(QStringLiteral("i1"));

    const Result<Operation> second = rig.decide(builders::reject(QStringLiteral("i1"), revision));

    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::Conflict);
}

TEST_CASE("A decision on what has changed since it was read is refused", "[hold]")
{
    HoldRig rig;

    const Result<Operation> stale = rig.decide(builders::accept(QStringLiteral("i1"), QStringLiteral("r0")));
    const Result<Operation> unknown = rig.decide(builders::accept(QStringLiteral("nobody")));

    REQUIRE_FALSE(stale);
    CHECK(stale.error().kind == ErrorKind::Conflict);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().kind == ErrorKind::NotFound);
}
