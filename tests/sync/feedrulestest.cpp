#include "core/sync/feedrules.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

namespace {

Operation made(OperationState state, const Decision &decision = builders::accept(QStringLiteral("i1")))
{
    Operation operation = builders::operation(decision);
    operation.state = state;
    return operation;
}

Invitation cached(const char *status, const char *revision = "r1")
{
    return Invitation{.id = builders::invitationId(QStringLiteral("i1")),
                      .version = {3},
                      .revision = QString::fromLatin1(revision),
                      .branchId = *BranchId::parse(QStringLiteral("b1")),
                      .origin = {},
                      .status = invitationStatus(QString::fromLatin1(status)),
                      .companyName = {},
                      .ownerName = {},
                      .ownerEmail = {},
                      .message = {},
                      .country = {},
                      .registrationNumber = {},
                      .sentAt = {},
                      .expiresAt = {},
                      .decidedAt = {},
                      .decidedBy = {},
                      .decidedByName = QStringLiteral("Tom"),
                      .operationId = {},
                      .reasonId = {},
                      .reasonText = {},
                      .replyMessage = {},
                      .supersededBy = {},
                      .clientId = {}};
}

} // namespace

TEST_CASE("A pending invitation with the revision that was read lets the operation go on", "[feedrules]")
{
    for (const OperationState state : {OperationState::Held, OperationState::Ready})
        CHECK_FALSE(judgeByCache(made(state), cached("pending"), false));
}

TEST_CASE("A changed revision is a conflict", "[feedrules]")
{
    const std::optional<Ending> ending = judgeByCache(made(OperationState::Ready), cached("pending", "r2"), false);

    REQUIRE(ending);
    CHECK(ending->to == OperationState::Conflict);
    CHECK(ending->end.kind == EndKind::Changed);
}

TEST_CASE("A colleague's same decision acknowledges, and says so", "[feedrules]")
{
    const auto accepted = judgeByCache(made(OperationState::Held), cached("accepted"), false);
    const auto rejected =
        judgeByCache(made(OperationState::Held, builders::reject(QStringLiteral("i1"))), cached("rejected"), false);

    REQUIRE(accepted);
    REQUIRE(rejected);
    CHECK(accepted->to == OperationState::Acked);
    CHECK(rejected->to == OperationState::Acked);
    CHECK(rejected->end.kind == EndKind::SameDecision);
    CHECK(rejected->end.byName == QStringLiteral("Tom"));
}

TEST_CASE("A colleague's opposite decision is a conflict that names them", "[feedrules]")
{
    const auto ending = judgeByCache(made(OperationState::Ready), cached("rejected"), false);

    REQUIRE(ending);
    CHECK(ending->to == OperationState::Conflict);
    CHECK(ending->end.kind == EndKind::DecidedOtherwise);
    CHECK(ending->end.byName == QStringLiteral("Tom"));
}

TEST_CASE("What the client or the clock ended is a conflict", "[feedrules]")
{
    const auto kindOf = [](const char *status) {
        return judgeByCache(made(OperationState::Held), cached(status), false).value_or(Ending{}).end.kind;
    };

    CHECK(kindOf("withdrawn") == EndKind::Withdrawn);
    CHECK(kindOf("expired") == EndKind::Expired);
    CHECK(kindOf("superseded") == EndKind::Superseded);
}

TEST_CASE("An invitation that is gone is a conflict, unless an attempt may have decided it", "[feedrules]")
{
    Operation sent = made(OperationState::Ready);
    sent.maybeApplied = true;

    const auto ending = judgeByCache(made(OperationState::Ready), std::nullopt, true);

    REQUIRE(ending);
    CHECK(ending->end.kind == EndKind::Removed);
    CHECK_FALSE(judgeByCache(sent, std::nullopt, true));
}

TEST_CASE("What a full pass did not bring, and states of tomorrow, are for the service to answer", "[feedrules]")
{
    CHECK_FALSE(judgeByCache(made(OperationState::Ready), std::nullopt, false));
    CHECK_FALSE(judgeByCache(made(OperationState::Ready), cached("on_the_moon"), false));
}

TEST_CASE("An operation that the service says decided it is acknowledged; held, that is surprising", "[feedrules]")
{
    Invitation mine = cached("accepted");
    mine.operationId = made(OperationState::Held).id.text();

    const auto held = judgeByCache(made(OperationState::Held), mine, false);
    const auto ready = judgeByCache(made(OperationState::Ready), mine, false);

    REQUIRE(held);
    REQUIRE(ready);
    CHECK(held->to == OperationState::Acked);
    CHECK(held->surprising);
    CHECK(ready->end.kind == EndKind::None);
    CHECK_FALSE(ready->surprising);
}

TEST_CASE("An invitation that is pending was decided by nothing, whatever operation it names", "[feedrules]")
{
    Invitation odd = cached("pending");
    odd.operationId = made(OperationState::Ready).id.text();

    CHECK_FALSE(judgeByCache(made(OperationState::Ready), odd, false));
}
