#include "core/store/database.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

#include <QFile>

using namespace std::chrono_literals;

// The i-th call of a database fails, once or for ever, for every i: nothing that was kept is lost or done twice, it is
// told, and when the disk works again everything goes on without a restart.

namespace {

const QString one = QStringLiteral("i1");

enum class Which { Cache, Desk };

struct DiskRig : EngineRig
{
    DiskRig()
    {
        service.invite(one);
        service.invite(QStringLiteral("i2"));
        start();
        settle();
    }
    [[nodiscard]] Database &database(Which which)
    {
        return which == Which::Cache ? cache->database() : desk->database();
    }

    /// From the call `number` on (counted from 0): that one, or all.
    void failFrom(Which which, int number, bool forEver)
    {
        fired = false;
        calls = 0;
        database(which).setFault([this, number, forEver]() -> std::optional<Error> {
            const int call = calls++;
            if (call != number && !(forEver && call > number))
                return std::nullopt;
            fired = true;
            return Error{ErrorKind::Disk, QStringLiteral("a fault by test")};
        });
    }
    void mend(Which which) { database(which).setFault({}); }

    bool fired = false;
    int calls = 0;
};

/// A day's work: a decision, its delivery, an edit by a client, a look at the feed.
std::optional<OperationId> work(DiskRig &rig)
{
    const Result<Operation> kept = rig.decide(builders::accept(one, QStringLiteral("r1")), 8s);
    rig.advance(9s);
    rig.service.rename(QStringLiteral("i2"));
    rig.engine->refresh();
    rig.advance(10s);
    return kept ? std::optional(kept->id) : std::nullopt;
}

void checkWhole(DiskRig &rig, const std::optional<OperationId> &kept)
{
    if (kept) {
        CHECK(rig.state(*kept) == OperationState::Acked);
        CHECK(rig.service.effects[kept->text()] == 1);
    }
    CHECK(rig.engine->outbox().live().empty());
    CHECK(rig.badge() == rig.service.pending());
    CHECK(rig.cached(QStringLiteral("i2"))->version.number ==
          rig.service.invitations().at(QStringLiteral("i2")).version);
}

/// Until no call is left to fail.
void sweep(Which which, bool forEver)
{
    bool fired = true;
    for (int i = 0; fired && i < 2'000; ++i) {
        INFO("the call number " << i);
        DiskRig rig;
        rig.failFrom(which, i, forEver);
        const std::optional<OperationId> kept = work(rig);
        fired = rig.fired;
        rig.mend(which);
        rig.engine->refresh();
        rig.advance(5min);
        checkWhole(rig, kept);
    }
}

} // namespace

TEST_CASE("Each call of the desk fails once: nothing is lost or doubled", "[disk]")
{
    sweep(Which::Desk, false);
}

TEST_CASE("From each call on the desk fails until it is mended: nothing is lost or doubled", "[disk]")
{
    sweep(Which::Desk, true);
}

TEST_CASE("Each call of the cache fails once: nothing is lost or doubled", "[disk]")
{
    sweep(Which::Cache, false);
}

TEST_CASE("From each call on the cache fails until it is mended: nothing is lost or doubled", "[disk]")
{
    sweep(Which::Cache, true);
}

TEST_CASE("Each call fails once while a restore of the service is read: what it lost is pending again by itself", "[disk]")
{
    const Which which = GENERATE(Which::Desk, Which::Cache);
    bool fired = true;
    for (int i = 0; fired && i < 2'000; ++i) {
        INFO("the call number " << i << " of the " << (which == Which::Desk ? "desk" : "cache"));
        DiskRig rig;
        const ModelService::State before = rig.service.backup();
        const Operation lost = rig.accept(one, 0s);
        rig.advance(1s);
        REQUIRE(rig.state(lost.id) == OperationState::Acked);
        rig.service.restore(before);
        rig.failFrom(which, i, false);

        rig.engine->refresh();
        rig.advance(20s); // Before the feed is asked again

        fired = rig.fired;
        rig.mend(which);
        CHECK(rig.row(lost.id).end.kind == EndKind::LostInRestore);
        CHECK(rig.badge() == rig.service.pending());
    }
}

TEST_CASE("A desk that can't take an end has the operation asked for seldom, and takes it when it can", "[disk]")
{
    DiskRig rig;
    REQUIRE(rig.desk->database().execute(
        QStringLiteral("CREATE TEMP TRIGGER no_end BEFORE UPDATE OF state ON main.operation WHEN NEW.state = 'acked' "
                       "BEGIN SELECT RAISE(ABORT, 'by test'); END")));
    const Operation operation = rig.accept(one, 0s);
    rig.advance(1h);
    CHECK(rig.transport.operationsSent().size() <= 150);
    CHECK(rig.state(operation.id) != OperationState::Acked);

    REQUIRE(rig.desk->database().execute(QStringLiteral("DROP TRIGGER no_end")));
    rig.advance(3min);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.service.effects[operation.id.text()] == 1);
}

TEST_CASE("A disk that fails at the start is tried again, without a restart", "[disk]")
{
    DiskRig rig;
    const Operation operation = rig.accept(one, 0s);
    rig.stop();
    std::vector<StoreTrouble> trouble;
    rig.cache = std::move(*CacheStore::open(rig.folder.filePath(QStringLiteral("cache.db")), trouble));
    rig.desk = std::move(*DeskStore::open(rig.folder.filePath(QStringLiteral("desk.db")), trouble));
    rig.failFrom(Which::Desk, 0, true);

    rig.startEngine(false);
    rig.advance(1min);
    CHECK_FALSE(rig.started);
    CHECK_FALSE(rig.diskErrors.empty());
    rig.mend(Which::Desk);
    rig.advance(1min);

    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("While the desk can't be read, nothing spins", "[disk]")
{
    DiskRig rig;
    (void)rig.accept(one, 8s);
    rig.advance(7s);
    rig.failFrom(Which::Desk, 0, true);

    int steps = 0;
    const Milliseconds until = rig.clock.monotonic() + 10min;
    while (steps < 100'000 && rig.scheduler.step(until))
        ++steps;

    CHECK(steps < 2'000);
    rig.mend(Which::Desk);
}

TEST_CASE("That the desk can't be written is told until it can: what is read, and the cache, say nothing of that",
          "[disk]")
{
    DiskRig rig;
    REQUIRE(rig.desk->database().execute(QStringLiteral("PRAGMA query_only = ON")));
    CHECK_FALSE(rig.decide(builders::accept(one, QStringLiteral("r1"))));
    rig.service.rename(QStringLiteral("i2"));
    rig.engine->refresh();
    rig.advance(1min);
    CHECK_FALSE(rig.diskErrors.empty());
    CHECK(rig.diskWorked == 0);

    REQUIRE(rig.desk->database().execute(QStringLiteral("PRAGMA query_only = OFF")));
    rig.advance(10s);

    CHECK(rig.diskWorked == 1); // Without anybody doing anything
}

TEST_CASE("A file that somebody else of the program could not use is told until it can be used", "[disk]")
{
    DiskRig rig;
    rig.engine->diskFailed({ErrorKind::DiskFull, {}});
    CHECK(rig.diskErrors.size() == 1);
    rig.advance(10s);
    CHECK(rig.diskWorked == 1);
}

TEST_CASE("A desk that was taken away keeps nothing new, and what it kept is still delivered", "[disk]")
{
    DiskRig rig;
    const Operation operation = rig.accept(one, 8s);
    const QString path = rig.folder.filePath(QStringLiteral("desk.db"));
    REQUIRE(QFile::rename(path, path + QStringLiteral("-away")));

    const Decision second = builders::accept(QStringLiteral("i2"), rig.cached(QStringLiteral("i2"))->revision);
    const Result<Operation> refused = rig.decide(second);
    rig.advance(1min);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Disk);
    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.diskWorked == 0);
    REQUIRE(QFile::rename(path + QStringLiteral("-away"), path));
    rig.advance(10s);
    CHECK(rig.diskWorked == 1);
    CHECK(rig.decide(second));
}

TEST_CASE("A rejection whose reason can't be read now is not kept without it", "[disk]")
{
    constexpr int callsBeforeReasons = 4; // The invitation and its branch: prepared and run, each
    DiskRig rig;
    rig.failFrom(Which::Cache, callsBeforeReasons, true);

    const Result<Operation> kept = rig.decide(builders::reject(one, QStringLiteral("r1")));

    CHECK(rig.fired);
    rig.mend(Which::Cache);
    CHECK_FALSE(kept);
    CHECK(rig.engine->outbox().live().empty());
}
