#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

using namespace std::chrono_literals;

// Who is signed in, and what stops everything.

namespace {

const QString operations = QStringLiteral("/v1/operations/");
const QString session = QStringLiteral("/v1/session");

struct SessionRig : EngineRig
{
    SessionRig()
    {
        service.invite(QStringLiteral("i1"));
        start();
        settle();
    }
};

} // namespace

TEST_CASE("With another person's token nothing is sent, and it is told whose it is", "[session]")
{
    SessionRig rig;
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.stop();
    rig.transport.sent.clear();
    rig.service.user = QStringLiteral("u2");

    rig.start();
    rig.advance(3h);

    REQUIRE(rig.another);
    CHECK(rig.another->userId.text() == QStringLiteral("u2"));
    CHECK(rig.transport.sent.size() == 1);
    CHECK(rig.state(operation.id) == OperationState::Ready);
}

TEST_CASE("With another practice's token of the same person nothing is sent, either", "[session]")
{
    SessionRig rig;
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.stop();
    rig.transport.sent.clear();
    rig.service.practice = QStringLiteral("p2");

    rig.start();
    rig.advance(3h);

    REQUIRE(rig.another);
    CHECK(rig.transport.sent.size() == 1);
    CHECK(rig.state(operation.id) == OperationState::Ready);
}

TEST_CASE("While it isn't known who is signed in, nothing but that is asked", "[session]")
{
    SessionRig rig;
    (void)rig.accept(QStringLiteral("i1"), 0s);
    rig.stop();
    rig.transport.sent.clear();
    rig.transport.service = [&](const Request &request) {
        return request.path == session ? answers::problem(503, "unavailable") : rig.service.answer(request);
    };

    rig.start();
    rig.advance(1h);

    CHECK(rig.transport.sentTo(session) == rig.transport.sent.size());
    CHECK_FALSE(rig.engine->status().accountConfirmed);
}

TEST_CASE("Signed out, nothing is claimed: rows keep their state and their hold", "[session]")
{
    SessionRig rig;
    rig.service.invite(QStringLiteral("i2"));
    rig.engine->refresh();
    rig.settle();
    rig.transport.answerNext(operations, answers::problem(401, "unauthenticated"));
    const Operation first = rig.accept(QStringLiteral("i1"), 0s);
    const Operation second = rig.accept(QStringLiteral("i2"), 30s);
    rig.advance(1s);
    const size_t before = rig.transport.sent.size();

    rig.advance(5h);

    CHECK(rig.connection() == Connection::SignedOut);
    CHECK(rig.transport.sent.size() == before);
    CHECK(rig.state(first.id) == OperationState::Ready);
    CHECK(rig.row(second.id).attempts == 0);
    CHECK(rig.engine->outbox().undo(second.id));
}

TEST_CASE("Too old, nothing is claimed until somebody asks again", "[session]")
{
    SessionRig rig;
    rig.transport.answerNext(operations, answers::problem(403, "client_too_old"));
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1h);
    CHECK(rig.connection() == Connection::TooOld);
    CHECK(rig.transport.operationsSent().size() == 1);
    CHECK(rig.state(operation.id) == OperationState::Ready);

    rig.engine->refresh();
    rig.advance(1s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("A token that is no longer valid is found out wherever it is used", "[session]")
{
    const char *const path = GENERATE("/v1/session", "/v1/changes");
    EngineRig rig;
    rig.transport.answerNext(QString::fromLatin1(path), answers::problem(401, "unauthenticated"));

    rig.start();
    rig.advance(1h);

    CHECK(rig.connection() == Connection::SignedOut);
    CHECK(rig.transport.sent.size() <= 3); // The session, the feed, the stream
}

TEST_CASE("A session that ends while the stream is open signs out", "[session]")
{
    SessionRig rig;
    rig.transport.events = FakeTransport::Events::Open;
    rig.advance(2h); // It was not offered at first: it is asked for again
    REQUIRE(rig.engine->status().live);

    rig.transport.endEvents(EventHandler::Ended::SignedOut);

    CHECK(rig.connection() == Connection::SignedOut);
}

TEST_CASE("A portal in the session's place changes nothing here", "[session]")
{
    SessionRig rig;
    rig.stop();
    rig.transport.service = [](const Request &) { return answers::portal(401); };

    rig.start();
    rig.advance(10min);

    CHECK(rig.connection() == Connection::Blocked);
    CHECK_FALSE(rig.another);
    CHECK(rig.badge() == 1);
}

TEST_CASE("Now is the wall clock, corrected by the service's", "[session]")
{
    SessionRig rig;
    const Instant truth = rig.clock.wall();
    rig.transport.service = [&rig](const Request &request) {
        Response response = rig.service.answer(request);
        response.date = *response.date + 24h * 365;
        return response;
    };

    rig.engine->refresh();
    rig.settle();

    CHECK(rig.engine->now() - truth > 24h * 365 - 5s);
    CHECK(rig.engine->now() - truth < 24h * 365 + 5s);
}

TEST_CASE("Whole seconds of a service's clock correct nothing", "[session]")
{
    SessionRig rig;
    rig.advance(700ms);
    rig.engine->refresh();
    rig.settle();

    CHECK(rig.engine->now() == rig.clock.wall());
}

TEST_CASE("Told to ask the network nothing, the program asks nothing, and everything else works", "[session]")
{
    SessionRig rig;
    rig.stop();
    rig.transport.sent.clear();

    rig.start(true);
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.engine->refresh();
    rig.engine->hint();
    rig.engine->sendNow();
    rig.advance(3h);

    CHECK(rig.transport.sent.empty());
    CHECK(rig.connection() == Connection::Offline);
    CHECK(rig.state(operation.id) == OperationState::Ready);
}
