#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

using namespace std::chrono_literals;

// How a delivered operation ends, and what is there to be seen of it.

namespace {

const QString operations = QStringLiteral("/v1/operations/");

struct OutcomeRig : EngineRig
{
    OutcomeRig()
    {
        service.invite(QStringLiteral("i1"));
        start();
        settle();
        transport.holdBack(QStringLiteral("/v1/changes"));
    }
    /// Rejects, and the service answers so.
    Operation answered(const Response &response)
    {
        transport.answerNext(operations, response);
        const Operation operation = reject(QStringLiteral("i1"), 0s);
        advance(1s);
        return row(operation.id);
    }
};

} // namespace

TEST_CASE("A refusal is a card that keeps what the accountant wrote, until it is dismissed", "[outcome]")
{
    OutcomeRig rig;

    const Operation failed =
        rig.answered(answers::problem(403, "permission_denied", R"("permission":"create_clients")"));

    CHECK(failed.state == OperationState::Failed);
    CHECK(failed.end.permission == QStringLiteral("create_clients"));
    REQUIRE(rig.attention().size() == 1);
    CHECK(std::get<RejectInvitation>(rig.attention().front().decision).message ==
          QStringLiteral("Sorry, and good luck."));
    CHECK(rig.badge() == 1);
    CHECK(rig.engine->outbox().dismiss(failed.id));
    CHECK(rig.attention().empty());
}

TEST_CASE("Words that the service can't take are a card that names the field", "[outcome]")
{
    OutcomeRig rig;

    const Operation failed = rig.answered(answers::problem(422, "message_too_long", R"("field":"message")"));

    CHECK(failed.state == OperationState::Failed);
    CHECK(failed.end.kind == EndKind::Refused);
    CHECK(failed.end.field == QStringLiteral("message"));
}

TEST_CASE("A changed revision is a conflict, and the new version is here to be read", "[outcome]")
{
    OutcomeRig rig;
    const QString read = rig.cached(QStringLiteral("i1"))->revision;
    rig.service.edit(QStringLiteral("i1"));

    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1s);

    CHECK(rig.state(operation.id) == OperationState::Conflict);
    CHECK(rig.row(operation.id).end.kind == EndKind::Changed);
    CHECK(rig.cached(QStringLiteral("i1"))->revision != read);
    CHECK(rig.badge() == 1);
}

TEST_CASE("Answered that a colleague decided the opposite, a decision is a conflict that names them", "[outcome]")
{
    OutcomeRig rig;
    rig.service.setStatus(QStringLiteral("i1"), QStringLiteral("accepted"), QStringLiteral("Tom Field"));

    const Operation operation = rig.reject(QStringLiteral("i1"), 0s);
    rig.advance(1s);

    const Operation ended = rig.row(operation.id);
    CHECK(ended.state == OperationState::Conflict);
    CHECK(ended.end.byName == QStringLiteral("Tom Field"));
    CHECK(rig.attention().size() == 1);
    CHECK(rig.badge() == 0);
}

TEST_CASE("A colleague's same decision is acknowledged, with a card for the words that were not sent", "[outcome]")
{
    OutcomeRig rig;
    rig.service.setStatus(QStringLiteral("i1"), QStringLiteral("rejected"), QStringLiteral("Tom Field"));

    const Operation operation = rig.reject(QStringLiteral("i1"), 0s);
    rig.advance(1s);

    const Operation ended = rig.row(operation.id);
    CHECK(ended.state == OperationState::Acked);
    CHECK(ended.end.kind == EndKind::SameDecision);
    CHECK(ended.end.byName == QStringLiteral("Tom Field"));
    CHECK(rig.attention().size() == 1);
    CHECK(rig.engine->outbox().confirmed().empty());
}

TEST_CASE("Try again makes a new name that stands in for the old one", "[outcome]")
{
    OutcomeRig rig;
    const Operation failed = rig.answered(answers::problem(403, "permission_denied"));

    const Result<Operation> again = rig.engine->tryAgain(failed.id, 0s);
    rig.advance(1s);

    REQUIRE(again);
    CHECK_FALSE(again->id == failed.id);
    CHECK(again->replaces == failed.id);
    CHECK(rig.attention().empty());
    CHECK(rig.state(again->id) == OperationState::Acked);
}

TEST_CASE("What was delivered is not tried again", "[outcome]")
{
    OutcomeRig rig;
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1s);

    const Result<Operation> again = rig.engine->tryAgain(operation.id, 0s);

    REQUIRE_FALSE(again);
    CHECK(again.error().kind == ErrorKind::Conflict);
}

TEST_CASE("An acknowledged decision hides the invitation until the feed has brought it", "[outcome]")
{
    OutcomeRig rig;
    rig.service.bareOutcomes = true; // The cache still has it pending
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1s);
    REQUIRE(rig.state(operation.id) == OperationState::Acked);
    REQUIRE(rig.cached(QStringLiteral("i1"))->status == InvitationStatus::Pending);
    CHECK(rig.badge() == 0);

    rig.restart();
    CHECK(rig.badge() == 0);
    rig.transport.releaseAll();
    rig.advance(2min);

    CHECK(rig.cached(QStringLiteral("i1"))->status == InvitationStatus::Accepted);
    CHECK(rig.desk->uncaught()->empty());
    CHECK(rig.badge() == 0);
}

TEST_CASE("An invitation whose acknowledged decision the feed has not brought can't be decided again", "[outcome]")
{
    OutcomeRig rig;
    rig.service.bareOutcomes = true;
    (void)rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1s);

    const Result<Operation> second =
        rig.decide(builders::reject(QStringLiteral("i1"), rig.cached(QStringLiteral("i1"))->revision));

    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::Conflict);
}

TEST_CASE("What the feed brought before the answer came needs no catching up", "[outcome]")
{
    OutcomeRig rig;
    rig.transport.releaseAll();
    rig.transport.holdBack(operations);
    const Operation operation = rig.accept(QStringLiteral("i1"), 0s);
    rig.advance(1s);
    rig.service.setStatus(QStringLiteral("i1"), QStringLiteral("accepted"), QStringLiteral("Tom Field"));
    rig.engine->refresh();
    rig.advance(1s);
    REQUIRE(rig.state(operation.id) == OperationState::Inflight);

    rig.transport.releaseAll();
    rig.advance(1s);

    CHECK(rig.state(operation.id) == OperationState::Acked);
    CHECK(rig.desk->uncaught()->empty());
}
