#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

#include "core/api/codec.h"

using namespace std::chrono_literals;

// The service was restored to before some of what it had acknowledged.

namespace {

const QString one = QStringLiteral("i1");

struct RestoreRig : EngineRig
{
    RestoreRig()
    {
        service.invite(one);
        start();
        settle();
        before = service.backup();
    }
    Operation delivered()
    {
        const Operation operation = accept(one, 0s);
        advance(1s);
        engine->refresh();
        settle();
        return row(operation.id);
    }
    /// The program read everything again from a service that was restored, and crashed right after the last page.
    void crashAfterFullPass()
    {
        service.restore(before);
        stop();
        std::vector<StoreTrouble> trouble;
        const auto closed = CacheStore::open(folder.filePath(QStringLiteral("cache.db")), trouble);
        const Result<ChangePage> page =
            readChangePage(service.answer({Request::Verb::Get, QStringLiteral("/v1/changes"), {}}).body);
        REQUIRE((*closed)->beginFullPass());
        REQUIRE((*closed)->applyPage(*page, clock.wall()));
    }
    void restoreService()
    {
        service.restore(before);
        engine->refresh();
        settle();
    }
    ModelService::State before;
};

} // namespace

TEST_CASE("A decision that a restore took back is a card", "[restore]")
{
    RestoreRig rig;
    const Operation operation = rig.delivered();
    REQUIRE(operation.state == OperationState::Acked);

    rig.restoreService();

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.row(operation.id).end.kind == EndKind::LostInRestore);
    REQUIRE(rig.attention().size() == 1);
    CHECK(rig.engine->outbox().confirmed().empty());
    CHECK(rig.badge() == 1);
}

TEST_CASE("Sent again after a restore are the same name and the same bytes", "[restore]")
{
    RestoreRig rig;
    const Operation operation = rig.delivered();
    rig.restoreService();

    const Result<void> again = rig.engine->outbox().sendAgain(operation.id);
    rig.advance(1s);

    REQUIRE(again);
    CHECK(rig.service.attempts[operation.id.text()] == std::vector<QByteArray>(2, operation.body));
    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.row(operation.id).end.kind == EndKind::None);
    CHECK(rig.attention().empty());
    CHECK(rig.badge() == 0);
}

TEST_CASE("A decision that a restore took back and the client then changed is asked about, not sent", "[restore]")
{
    RestoreRig rig;
    const Operation operation = rig.delivered();
    rig.service.restore(rig.before);
    rig.service.edit(one);
    rig.engine->refresh();
    rig.settle();

    const Result<void> again = rig.engine->outbox().sendAgain(operation.id);
    rig.advance(1s);

    REQUIRE(again);
    CHECK(rig.row(operation.id).end.kind == EndKind::Changed);
    CHECK(rig.service.attempts[operation.id.text()].size() == 1);
}

TEST_CASE("A card of a restore is told once", "[restore]")
{
    RestoreRig rig;
    const Operation operation = rig.delivered();
    rig.restoreService();
    REQUIRE(rig.engine->outbox().dismiss(operation.id));

    rig.service.forgetStates();
    rig.engine->refresh();
    rig.settle();

    CHECK(rig.attention().empty());
}

TEST_CASE("A full pass without a restore takes no decision for lost", "[restore]")
{
    RestoreRig rig;
    const Operation operation = rig.delivered();

    rig.service.forgetStates();
    rig.engine->refresh();
    rig.settle();

    CHECK(rig.row(operation.id).end.kind == EndKind::None);
    CHECK(rig.attention().empty());
}

TEST_CASE("A decision acknowledged after the last page was asked for is not taken for lost by it", "[restore]")
{
    RestoreRig rig;
    rig.service.bareOutcomes = true;
    rig.service.forgetStates();
    const Operation operation = rig.accept(one, 0s);
    // The full pass's only page is written before the decision reaches the service, and heard after its answer.
    Response page;
    rig.transport.service = [&](const Request &request) {
        const Response response = rig.service.answer(request);
        return request.path.startsWith(QStringLiteral("/v1/changes")) && response.status == 200 ? page : response;
    };
    page = rig.service.answer({Request::Verb::Get, QStringLiteral("/v1/changes"), {}});
    rig.engine->refresh();
    rig.advance(1s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.row(operation.id).end.kind == EndKind::None);
    CHECK(rig.attention().empty());
    CHECK(rig.badge() == 0);
}

TEST_CASE("A service that lost everything unsettles nothing that is still to be sent", "[restore]")
{
    RestoreRig rig;
    const Operation operation = rig.accept(one);

    rig.restoreService();
    rig.advance(10s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.service.effects[operation.id.text()] == 1);
}

TEST_CASE("A crash right after a full pass hides no decision that the service lost", "[restore]")
{
    RestoreRig rig;
    const Operation operation = rig.delivered();
    REQUIRE(rig.desk->uncaught()->empty());

    rig.crashAfterFullPass();
    rig.start();
    rig.settle();

    CHECK(rig.row(operation.id).end.kind == EndKind::LostInRestore);
    CHECK(rig.attention().size() == 1);
    CHECK(rig.badge() == 1);
}

TEST_CASE("A crash right after a full pass hides no invitation behind a decision that the feed never brought",
          "[restore]")
{
    RestoreRig rig;
    rig.service.bareOutcomes = true;
    rig.transport.holdBack(QStringLiteral("/v1/changes"));
    const Operation operation = rig.accept(one, 0s);
    rig.advance(1s);
    REQUIRE(rig.desk->uncaught()->size() == 1);

    rig.crashAfterFullPass();
    rig.transport.releaseAll();
    rig.start();
    rig.advance(5min);

    CHECK(rig.row(operation.id).end.kind == EndKind::LostInRestore);
    CHECK(rig.badge() == 1);
}

TEST_CASE("A decision that a restore took back is a card also where the one made instead is taken back", "[restore]")
{
    RestoreRig rig;
    const Operation lost = rig.delivered();
    rig.service.restore(rig.before);
    rig.service.invite(QStringLiteral("i2"));
    rig.service.pageSize = 1;
    bool whole = false; // The full pass stops once it has brought the invitation
    rig.transport.service = [&rig, &whole](const Request &request) {
        const bool isBack = rig.cached(one)->status == InvitationStatus::Pending;
        return isBack && !whole ? answers::lost() : rig.service.answer(request);
    };
    rig.engine->refresh();
    rig.settle();
    const Operation instead = rig.accept(one, 60s);
    const auto endPass = [&rig, &whole] {
        whole = true;
        rig.engine->refresh();
        rig.advance(5s);
    };

    SECTION("before everything was read again")
    {
        REQUIRE(rig.engine->outbox().undo(instead.id));
        endPass();
    }
    SECTION("afterwards")
    {
        endPass();
        REQUIRE(rig.engine->outbox().undo(instead.id));
    }

    REQUIRE(rig.attention().size() == 1);
    CHECK(rig.attention().front().id == lost.id);
    CHECK(rig.row(lost.id).end.kind == EndKind::LostInRestore);
}

TEST_CASE("A decision whose invitation can't be read any more is not taken for lost", "[restore]")
{
    RestoreRig rig;
    rig.service.bareOutcomes = true;
    rig.transport.service = [&rig](const Request &request) {
        Response response = rig.service.answer(request);
        response.body.replace("\"sentAt\":", "\"sentAt\":5,\"then\":");
        return response;
    };
    const Operation operation = rig.accept(one, 0s);
    rig.advance(1s);
    REQUIRE(rig.state(operation.id) == OperationState::Acked);

    rig.service.forgetStates();
    rig.engine->refresh();
    rig.settle();

    REQUIRE(rig.cache->unreadable()->size() == 1);
    CHECK(rig.row(operation.id).end.kind == EndKind::None);
    CHECK(rig.badge() == 0);
}
