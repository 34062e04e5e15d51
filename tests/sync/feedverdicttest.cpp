#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

#include "core/api/codec.h"

#include <QFile>

using namespace std::chrono_literals;

// What the feed brings while a decision waits here or is on its way.

namespace {

const QString operations = QStringLiteral("/v1/operations/");
const QString one = QStringLiteral("i1");

struct FeedRig : EngineRig
{
    FeedRig()
    {
        service.invite(one);
        start();
        settle();
    }
    void serve()
    {
        transport.service = [this](const Request &request) { return service.answer(request); };
    }
    /// The feed brings what changed at the service.
    void pull()
    {
        engine->refresh();
        settle();
    }
};

} // namespace

TEST_CASE("What ends an invitation while its decision is held is a conflict, and nothing is sent", "[feed]")
{
    const auto [status, kind] = GENERATE(table<const char *, EndKind>({{"withdrawn", EndKind::Withdrawn},
                                                                       {"expired", EndKind::Expired},
                                                                       {"superseded", EndKind::Superseded},
                                                                       {"rejected", EndKind::DecidedOtherwise}}));
    FeedRig rig;
    const Operation operation = rig.accept(one);
    rig.service.setStatus(one, QString::fromLatin1(status), QStringLiteral("Tom Field"));

    rig.pull();
    rig.advance(1h);

    CHECK(rig.state(operation.id) == OperationState::Conflict);
    CHECK(rig.row(operation.id).end.kind == kind);
    CHECK(rig.attention().size() == 1);
    CHECK(rig.transport.operationsSent().empty());
}

TEST_CASE("An edit while its decision is held is a conflict, and the invitation is pending again", "[feed]")
{
    FeedRig rig;
    const Operation operation = rig.accept(one);
    rig.service.edit(one);

    rig.pull();
    rig.advance(1h);

    CHECK(rig.row(operation.id).end.kind == EndKind::Changed);
    CHECK(rig.transport.operationsSent().empty());
    CHECK(rig.badge() == 1);
}

TEST_CASE("A newer version of what was read keeps the decision", "[feed]")
{
    FeedRig rig;
    const Operation operation = rig.accept(one);
    rig.service.rename(one);

    rig.pull();
    rig.advance(10s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("A colleague's same decision while one's own is held acknowledges it, and nothing is sent", "[feed]")
{
    FeedRig rig;
    const Operation operation = rig.accept(one);
    rig.service.setStatus(one, QStringLiteral("accepted"), QStringLiteral("Tom Field"));

    rig.pull();
    rig.advance(1h);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.row(operation.id).end.kind == EndKind::SameDecision);
    CHECK(rig.row(operation.id).end.byName == QStringLiteral("Tom Field"));
    CHECK(rig.transport.operationsSent().empty());
    CHECK(rig.desk->uncaught()->empty());
}

TEST_CASE("An invitation that goes out of sight while its decision is held is a conflict that keeps the words",
          "[feed]")
{
    FeedRig rig;
    const Operation operation = rig.reject(one);
    rig.service.remove(one);

    rig.pull();
    rig.advance(1h);

    CHECK(rig.row(operation.id).end.kind == EndKind::Removed);
    CHECK(rig.row(operation.id).reviewed.companyName == QStringLiteral("Company i1"));
    CHECK(rig.transport.operationsSent().empty());
}

TEST_CASE("What the feed brings while an attempt is under way waits for the answer", "[feed]")
{
    FeedRig rig;
    rig.transport.holdBack(operations);
    const Operation operation = rig.accept(one, 0s);
    rig.advance(1s);
    rig.service.setStatus(one, QStringLiteral("withdrawn"));
    rig.pull();
    REQUIRE(rig.state(operation.id) == OperationState::Inflight);

    rig.transport.releaseAll();
    rig.advance(1s);

    CHECK(rig.state(operation.id) == OperationState::Conflict);
    CHECK(rig.row(operation.id).end.kind == EndKind::Withdrawn);
}

TEST_CASE("What the feed brought during an attempt that got no answer counts afterwards", "[feed]")
{
    FeedRig rig;
    rig.transport.holdBack(operations);
    const Operation operation = rig.accept(one, 0s);
    rig.advance(1s);
    rig.service.setStatus(one, QStringLiteral("withdrawn"));
    rig.pull();
    rig.transport.answerNext(operations, answers::lost());

    rig.transport.releaseAll();
    rig.advance(1h);

    CHECK(rig.row(operation.id).end.kind == EndKind::Withdrawn);
    CHECK(rig.transport.operationsSent().size() == 1);
}

TEST_CASE("The feed tells that a decision was applied whose answer was lost", "[feed]")
{
    FeedRig rig;
    rig.transport.loseNextAnswer(operations);
    const Operation operation = rig.accept(one, 0s);
    rig.advance(20ms);
    REQUIRE(rig.state(operation.id) == OperationState::Ready);
    rig.transport.service = [&rig](const Request &request) {
        return request.verb == Request::Verb::Put ? answers::lost() : rig.service.answer(request);
    };

    rig.engine->refresh();
    rig.advance(3min);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.row(operation.id).end.kind == EndKind::None);
    CHECK(rig.engine->outbox().confirmed() == std::vector{operation.id});
    CHECK(rig.attention().empty());
}

TEST_CASE("Nothing that waits is given up because a full pass doesn't bring its invitation", "[feed]")
{
    FeedRig rig;
    const Operation operation = rig.accept(one);
    rig.service.restore({}); // A service that knows nothing

    rig.pull();
    rig.settle();
    CHECK(rig.state(operation.id) == OperationState::Held);
    CHECK_FALSE(rig.cached(one));
    rig.advance(10s);

    CHECK(rig.state(operation.id) == OperationState::Failed);
    CHECK(rig.row(operation.id).end.kind == EndKind::NotFound);
}

TEST_CASE("What the cache says already at a start counts once the feed has come to its end", "[feed]")
{
    FeedRig rig;
    rig.service.setStatus(one, QStringLiteral("withdrawn"));
    rig.transport.service = {};
    const Operation operation = rig.accept(one, 60s);
    rig.stop();
    {
        std::vector<StoreTrouble> trouble;
        const auto cache = CacheStore::open(rig.folder.filePath(QStringLiteral("cache.db")), trouble);
        const Result<ChangePage> page =
            readChangePage(rig.service.answer({Request::Verb::Get, QStringLiteral("/v1/changes"), {}}).body);
        REQUIRE((*cache)->applyPage(*page, rig.clock.wall()));
    }

    rig.start();
    CHECK(rig.state(operation.id) == OperationState::Held);
    rig.serve();
    rig.pull();

    CHECK(rig.row(operation.id).end.kind == EndKind::Withdrawn);
    CHECK(rig.transport.operationsSent().empty());
}

TEST_CASE("A cache that a power cut set back ends no decision", "[feed]")
{
    FeedRig rig;
    rig.stop();
    const QString cache = rig.folder.filePath(QStringLiteral("cache.db"));
    REQUIRE(QFile::copy(cache, cache + QStringLiteral(".before")));
    rig.start();
    rig.service.edit(one);
    rig.pull();
    rig.transport.service = {};
    const Operation operation = rig.accept(one, 8s);
    rig.stop();
    REQUIRE(QFile::remove(cache));
    REQUIRE(QFile::rename(cache + QStringLiteral(".before"), cache));

    rig.start();
    rig.advance(1h);
    CHECK(rig.state(operation.id) == OperationState::Ready);
    rig.serve();
    rig.pull();

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.attention().empty());
    CHECK(rig.service.effects[operation.id.text()] == 1);
}

TEST_CASE("What was acknowledged is not pending again on a cache that a power cut set back", "[feed]")
{
    FeedRig rig;
    rig.stop();
    const QString cache = rig.folder.filePath(QStringLiteral("cache.db"));
    REQUIRE(QFile::copy(cache, cache + QStringLiteral(".before")));
    rig.start();
    const Operation operation = rig.accept(one, 0s);
    rig.advance(1s);
    rig.pull();
    REQUIRE(rig.state(operation.id) == OperationState::Acked);
    rig.transport.service = {};
    rig.stop();
    REQUIRE(QFile::remove(cache));
    REQUIRE(QFile::rename(cache + QStringLiteral(".before"), cache));

    rig.start();
    rig.advance(10s);

    CHECK(rig.badge() == 0);
    CHECK_FALSE(rig.decide(builders::reject(one, rig.cached(one)->revision)));
    rig.service.restore({}); // To before everything, and the client asks again
    rig.service.invite(one);
    rig.serve();
    rig.pull();
    CHECK(rig.badge() == 1);
    CHECK(rig.row(operation.id).end.kind == EndKind::LostInRestore);
}
