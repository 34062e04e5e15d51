#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

using namespace std::chrono_literals;

namespace {

const QString operations = QStringLiteral("/v1/operations/");

struct SendingRig : EngineRig
{
    explicit SendingRig(int invitations = 1)
    {
        for (int i = 1; i <= invitations; ++i)
            service.invite(name(i));
        start();
        settle();
    }
    static QString name(int i) { return QStringLiteral("i%1").arg(i); }
    std::vector<OperationId> acceptAll(int count)
    {
        std::vector<OperationId> ids;
        for (int i = 1; i <= count; ++i)
            ids.push_back(accept(name(i), 0s).id);
        return ids;
    }
    /// A service that is answered by `status` for every operation.
    void refuseOperations(int status, const char *code)
    {
        transport.service = [this, status, code](const Request &request) {
            return request.verb == Request::Verb::Put ? answers::problem(status, code) : service.answer(request);
        };
    }
    void serveAgain()
    {
        transport.service = [this](const Request &request) { return service.answer(request); };
    }
};

} // namespace

TEST_CASE("A delivered decision is acknowledged once, and the invitation is as the service says", "[sending]")
{
    SendingRig rig;

    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.service.effects[operation.id.text()] == 1);
    CHECK(rig.cached(QStringLiteral("i1"))->status == InvitationStatus::Accepted);
    CHECK(rig.engine->outbox().confirmed() == std::vector{operation.id});
}

TEST_CASE("Who is signed in is asked before the first operation is sent", "[sending]")
{
    SendingRig rig;
    rig.transport.service = {};
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(10s);
    rig.stop();
    rig.transport.sent.clear();
    rig.serveAgain();

    rig.start();
    rig.advance(1s);

    REQUIRE(rig.transport.sent.size() >= 2);
    CHECK(rig.transport.sent.front().path == QStringLiteral("/v1/session"));
    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("A decision made offline waits, and goes by itself when the service can be reached", "[sending]")
{
    SendingRig rig;
    rig.transport.service = {};
    const Operation operation = rig.accept(QStringLiteral("i1"));
    rig.advance(3h);
    CHECK(rig.state(operation.id) == OperationState::Ready);
    CHECK(rig.connection() == Connection::Offline);

    rig.serveAgain();
    rig.advance(2min);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.service.effects[operation.id.text()] == 1);
}

TEST_CASE("After a lost answer the same bytes go under the same name, and there is one effect", "[sending]")
{
    SendingRig rig;
    rig.transport.loseNextAnswer(operations);
    rig.transport.loseNextAnswer(operations);

    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(2min);

    const std::vector<QByteArray> &attempts = rig.service.attempts[operation.id.text()];
    CHECK(rig.state(operation.id) == OperationState::Acked);
    REQUIRE(attempts.size() >= 2);
    CHECK(
        std::all_of(attempts.begin(), attempts.end(), [&](const QByteArray &body) { return body == operation.body; }));
    CHECK(rig.service.effects[operation.id.text()] == 1);
    CHECK(rig.service.attempts.size() == 1);
}

TEST_CASE("After a restart in the middle of an attempt the same bytes go again", "[sending]")
{
    SendingRig rig;
    rig.transport.loseNextAnswer(operations);
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(15ms); // It has reached the service, and its answer is under way

    rig.restart();
    rig.advance(2s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.service.attempts[operation.id.text()] == std::vector<QByteArray>(2, operation.body));
    CHECK(rig.service.effects[operation.id.text()] == 1);
}

TEST_CASE("Two are under way at once, never more, and each in its turn", "[sending]")
{
    SendingRig rig(5);
    rig.transport.holdBack(operations);
    const std::vector<OperationId> ids = rig.acceptAll(5);
    rig.advance(1s);
    CHECK(rig.transport.operationsSent().size() == 2);

    rig.transport.release();
    rig.advance(1s);
    CHECK(rig.transport.operationsSent().size() == 3);
    rig.transport.releaseAll();
    rig.advance(1s);

    const std::vector<Request> sent = rig.transport.operationsSent();
    REQUIRE(sent.size() == 5);
    for (size_t i = 0; i < 5; ++i)
        CHECK(sent[i].path == operations + ids[i].text());
}

TEST_CASE("One that is refused doesn't stop the next", "[sending]")
{
    SendingRig rig(3);
    rig.transport.answerNext(operations, answers::problem(403, "permission_denied"));

    const std::vector<OperationId> ids = rig.acceptAll(3);
    rig.advance(1s);

    CHECK(rig.state(ids[0]) == OperationState::Failed);
    CHECK(rig.state(ids[1]) == OperationState::Acked);
    CHECK(rig.state(ids[2]) == OperationState::Acked);
}

TEST_CASE("A service that asks to wait is not asked before, not even on a hint", "[sending]")
{
    SendingRig rig;
    rig.transport.answerNext(operations, answers::withRetryAfter(answers::problem(503, "unavailable"), 5min));
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1s);
    const size_t before = rig.transport.sent.size();

    rig.engine->hint();
    rig.advance(4min + 58s);

    CHECK(rig.transport.sent.size() == before);
    rig.advance(2min);
    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("A person who asks now is not kept waiting by the gate", "[sending]")
{
    SendingRig rig;
    rig.transport.answerNext(operations, answers::withRetryAfter(answers::problem(503, "unavailable"), 50min));
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1s);

    rig.engine->refresh();
    rig.advance(1s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("An operation still running at the service waits alone; the others go on", "[sending]")
{
    SendingRig rig(3);
    rig.transport.answerNext(operations, answers::withRetryAfter(answers::problem(409, "operation_in_progress"), 40s));

    const std::vector<OperationId> ids = rig.acceptAll(3);
    rig.advance(2s);
    CHECK(rig.state(ids[0]) == OperationState::Ready);
    CHECK(rig.state(ids[1]) == OperationState::Acked);
    CHECK(rig.state(ids[2]) == OperationState::Acked);
    CHECK(rig.connection() == Connection::Online);
    rig.advance(2min);

    CHECK(rig.state(ids[0]) == OperationState::Acked);
}

TEST_CASE("A person who asks now is not kept waiting by an operation still running at the service, either", "[sending]")
{
    SendingRig rig(2);
    for (int i = 0; i < 2; ++i)
        rig.transport.answerNext(operations, answers::withRetryAfter(answers::problem(409, "operation_in_progress"), 50min));
    const std::vector<OperationId> ids = rig.acceptAll(2);
    rig.advance(10s);
    REQUIRE(rig.state(ids[0]) == OperationState::Ready);
    REQUIRE(rig.state(ids[1]) == OperationState::Ready);

    rig.engine->hint();
    rig.advance(1s);
    CHECK(rig.state(ids[0]) == OperationState::Ready); // Nobody asked for it
    rig.engine->refresh();
    rig.advance(1s);

    CHECK(rig.state(ids[0]) == OperationState::Acked);
    CHECK(rig.state(ids[1]) == OperationState::Acked);
}

TEST_CASE("A portal's answers end nothing", "[sending]")
{
    SendingRig rig;
    rig.transport.service = [](const Request &) { return answers::portal(403); };
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(30min);
    CHECK(rig.state(operation.id) == OperationState::Ready);
    CHECK(rig.connection() == Connection::Blocked);

    rig.serveAgain();
    rig.advance(2min);

    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("While operations are refused with 503, the feed goes on", "[sending]")
{
    SendingRig rig;
    rig.refuseOperations(503, "unavailable");
    (void)rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(10min);
    rig.service.invite(QStringLiteral("new"));

    rig.advance(5min);

    CHECK(rig.cached(QStringLiteral("new")));
    CHECK(rig.badge() == 1);
}

TEST_CASE("While the feed is refused with 503, operations go on", "[sending]")
{
    SendingRig rig;
    rig.transport.service = [&rig](const Request &request) {
        return request.path.startsWith(QStringLiteral("/v1/changes")) ? answers::problem(503, "unavailable")
                                                                      : rig.service.answer(request);
    };
    rig.advance(10min);
    const Operation operation = rig.accept(QStringLiteral("i1"));

    rig.advance(6min);

    CHECK(rig.state(operation.id) == OperationState::Acked);
}
