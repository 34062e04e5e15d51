#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

using namespace std::chrono_literals;

// A decision that is claimed can't be taken back: while nothing is known to come through, none is.
namespace {

const QString changes = QStringLiteral("/v1/changes");
const QString operations = QStringLiteral("/v1/operations/");

struct WayRig : EngineRig
{
    WayRig()
    {
        service.invite(QStringLiteral("i1"));
        start();
        settle();
    }
    /// Requests whose path begins with `path` are answered so, all others by the service.
    void answerAlways(const QString &path, const Response &response)
    {
        transport.service = [this, path, response](const Request &request) {
            return request.path.startsWith(path) ? response : service.answer(request);
        };
    }
    void serveAgain()
    {
        transport.service = [this](const Request &request) { return service.answer(request); };
    }
    /// The accountant looks whether there is something new, and finds that nothing answers.
    void findOutThat(const Response &response)
    {
        answerAlways(QStringLiteral("/"), response);
        engine->refresh();
        advance(1s);
    }
    [[nodiscard]] size_t requestsIn(Milliseconds time)
    {
        transport.sent.clear();
        advance(time);
        return transport.sent.size();
    }
};

} // namespace

TEST_CASE("Offline a decision can be taken back until something comes through again", "[way]")
{
    const auto [response, connection] =
        GENERATE(table<Response, Connection>({{answers::lost(), Connection::Offline},
                                              {answers::portal(200), Connection::Blocked},
                                              {answers::portal(403), Connection::Blocked},
                                              {answers::untrusted(), Connection::Untrusted}}));
    WayRig rig;
    rig.findOutThat(response);
    REQUIRE(rig.connection() == connection);

    const Operation operation = rig.accept(QStringLiteral("i1"), 8s);
    rig.advance(3h);

    CHECK(rig.row(operation.id).maybeApplied == false);
    CHECK(rig.engine->outbox().undo(operation.id).has_value());
    CHECK(rig.transport.operationsSent().empty());
}

TEST_CASE("A decision made in a long pause of an idle program does not wait for its end", "[way]")
{
    WayRig rig;
    rig.findOutThat(answers::lost());
    while (rig.engine->status().nextTryAt.value_or(Instant{}) - rig.clock.wall() < 200s)
        rig.advance(1s);

    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.serveAgain();
    rig.advance(61s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("What waited while nothing came through is delivered once something does", "[way]")
{
    WayRig rig;
    rig.findOutThat(answers::lost());
    const Operation operation = rig.accept(QStringLiteral("i1"), 8s);
    rig.advance(10min);

    rig.serveAgain();
    rig.advance(90s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.service.effects[operation.id.text()] == 1);
    CHECK(rig.connection() == Connection::Online);
}

TEST_CASE("Where pages never come through, a decision does", "[way]")
{
    WayRig rig;
    rig.answerAlways(changes, answers::lost());
    rig.engine->refresh();
    rig.advance(1s);
    REQUIRE(rig.connection() == Connection::Offline);

    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(5min);

    CHECK(rig.state(operation.id) == OperationState::Acked);
}

TEST_CASE("Where only the session never comes through again, all else does, and the service is reached", "[way]")
{
    WayRig rig;
    rig.findOutThat(answers::lost());
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(5min);

    rig.answerAlways(QStringLiteral("/v1/session"), answers::lost());
    rig.advance(5min);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.connection() == Connection::Online);
}

TEST_CASE("Where decisions never come through, pages do, and little is asked", "[way]")
{
    WayRig rig;
    rig.answerAlways(operations, answers::lost());
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1h);

    rig.service.invite(QStringLiteral("i2"));
    const size_t requests = rig.requestsIn(1h);

    CHECK(rig.cached(QStringLiteral("i2")).has_value());
    CHECK(rig.row(operation.id).maybeApplied);
    CHECK(requests < 300);
}

TEST_CASE("A token that ended while nothing came through signs out, and the decision stays", "[way]")
{
    WayRig rig;
    rig.findOutThat(answers::lost());
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);

    rig.answerAlways(QStringLiteral("/"), answers::problem(401, "unauthenticated"));
    rig.advance(90s);

    CHECK(rig.connection() == Connection::SignedOut);
    CHECK(rig.state(operation.id) == OperationState::Ready);
}
