#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

using namespace std::chrono_literals;

namespace {

const QString operations = QStringLiteral("/v1/operations/");

struct UndoRig : EngineRig
{
    UndoRig()
    {
        service.invite(QStringLiteral("i1"));
        start();
        settle();
    }
    /// Accepted, and its hold is over.
    Operation sent()
    {
        const Operation operation = accept(QStringLiteral("i1"), 8s);
        advance(8s);
        settle();
        return operation;
    }
};

void checkRefused(const Result<void> &undone)
{
    REQUIRE_FALSE(undone);
    CHECK(undone.error().kind == ErrorKind::Conflict);
}

} // namespace

TEST_CASE("Undo within the hold takes the decision back, and it never leaves", "[undo]")
{
    UndoRig rig;
    const Operation operation = rig.accept(QStringLiteral("i1"));

    const Result<void> undone = rig.engine->outbox().undo(operation.id);
    rig.advance(1h);

    REQUIRE(undone);
    CHECK(rig.state(operation.id) == OperationState::Cancelled);
    CHECK(rig.transport.operationsSent().empty());
    CHECK(rig.badge() == 1);
}

TEST_CASE("Offline a decision can be taken back for as long as it was not tried", "[undo]")
{
    UndoRig rig;
    rig.transport.service = {};
    rig.engine->refresh();
    rig.settle(); // Now it is known that nobody answers
    rig.stop();
    rig.start(true);
    const Operation operation = rig.accept(QStringLiteral("i1"));
    rig.advance(1h);

    const Result<void> undone = rig.engine->outbox().undo(operation.id);

    CHECK(undone);
    CHECK(rig.transport.operationsSent().empty());
}

TEST_CASE("Undo is refused while an attempt is under way", "[undo]")
{
    UndoRig rig;
    rig.transport.holdBack(operations);
    const Operation operation = rig.sent();

    checkRefused(rig.engine->outbox().undo(operation.id));

    CHECK(rig.state(operation.id) == OperationState::Inflight);
    CHECK(rig.row(operation.id).maybeApplied);
}

TEST_CASE("Undo is refused after an attempt that got no answer", "[undo]")
{
    UndoRig rig;
    rig.transport.answerNext(operations, answers::lost());
    const Operation operation = rig.sent();
    REQUIRE(rig.state(operation.id) == OperationState::Ready);

    checkRefused(rig.engine->outbox().undo(operation.id));
}

TEST_CASE("Undo is possible again where the answer proves that nothing was done", "[undo]")
{
    UndoRig rig;
    for (const int status : {429, 425})
        rig.transport.answerNext(operations, answers::withRetryAfter(answers::problem(status, "later"), 1min));
    const Operation operation = rig.sent();
    REQUIRE_FALSE(rig.row(operation.id).maybeApplied);

    CHECK(rig.engine->outbox().undo(operation.id));
}

TEST_CASE("An answer proves nothing while an earlier attempt is open", "[undo]")
{
    UndoRig rig;
    rig.transport.answerNext(operations, answers::lost());
    rig.transport.answerNext(operations, answers::withRetryAfter(answers::problem(429, "later"), 30min));
    const Operation operation = rig.sent();
    rig.advance(5min);
    REQUIRE(rig.row(operation.id).attempts == 2);

    checkRefused(rig.engine->outbox().undo(operation.id));
}

TEST_CASE("A decision is claimed durably before its first byte leaves", "[undo]")
{
    UndoRig rig;
    const Operation operation = rig.accept(QStringLiteral("i1"));
    std::optional<Operation> atTheService;
    rig.transport.service = [&](const Request &request) {
        if (request.verb == Request::Verb::Put)
            atTheService = rig.row(operation.id);
        return rig.service.answer(request);
    };

    rig.advance(9s);

    REQUIRE(atTheService);
    CHECK(atTheService->state == OperationState::Inflight);
    CHECK(atTheService->maybeApplied);
    CHECK(atTheService->attempts == 1);
}

TEST_CASE("Undo after a restart in the middle of an attempt is refused", "[undo]")
{
    UndoRig rig;
    rig.transport.holdBack(operations);
    const Operation operation = rig.sent();
    rig.stop();

    rig.start(true);

    REQUIRE(rig.state(operation.id) == OperationState::Ready);
    checkRefused(rig.engine->outbox().undo(operation.id));
}
