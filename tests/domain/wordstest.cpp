#include "core/domain/feed.h"
#include "core/domain/operation.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("The contract's words are known")
{
    CHECK(invitationStatus(u"pending"_s) == InvitationStatus::Pending);
    CHECK(invitationStatus(u"accepted"_s) == InvitationStatus::Accepted);
    CHECK(invitationStatus(u"rejected"_s) == InvitationStatus::Rejected);
    CHECK(invitationStatus(u"withdrawn"_s) == InvitationStatus::Withdrawn);
    CHECK(invitationStatus(u"expired"_s) == InvitationStatus::Expired);
    CHECK(invitationStatus(u"superseded"_s) == InvitationStatus::Superseded);
    CHECK(invitationOrigin(u"client_pays_link"_s) == InvitationOrigin::ClientPaysLink);
    CHECK(invitationOrigin(u"external_access"_s) == InvitationOrigin::ExternalAccess);
    CHECK(branchState(u"active"_s) == BranchState::Active);
    CHECK(branchState(u"closed"_s) == BranchState::Closed);
    CHECK(billing(u"client_pays"_s) == Billing::ClientPays);
    CHECK(billing(u"charge_us"_s) == Billing::ChargeUs);
    CHECK(clientState(u"disconnected"_s) == ClientState::Disconnected);
    CHECK(accountantRole(u"primary"_s) == AccountantRole::Primary);
    CHECK(reasonUse(u"rejection"_s) == ReasonUse::Rejection);
    CHECK(activityAction(u"link_regenerated"_s) == ActivityAction::LinkRegenerated);
}

TEST_CASE("A word that is not the contract's is kept as it came")
{
    const QString text = GENERATE(u""_s, u"Pending"_s, u"pending "_s, u"on_hold"_s);

    CHECK(invitationStatus(text) == InvitationStatus::Unknown);
    CHECK(invitationStatus(text).text == text);
    CHECK(activityAction(text).text == text);
}

TEST_CASE("Kinds are read back from their words")
{
    for (const QString &text : {u"branch"_s, u"reason"_s, u"member"_s, u"invitation"_s, u"client"_s, u"activity"_s}) {
        REQUIRE(objectKind(text));
        CHECK(objectKindText(*objectKind(text)) == text);
    }
    CHECK_FALSE(objectKind(u"Branch"_s));
    CHECK_FALSE(objectKind(u""_s));
}

TEST_CASE("A permission is what the branch says, and no other")
{
    const Branch branch{*BranchId::parse(u"b1"_s), {}, {}, {}, {}, {}, {}, {u"view_clients"_s, u"fly"_s}};

    CHECK(allows(branch, Permission::ViewClients));
    CHECK_FALSE(allows(branch, Permission::CreateClients));
}

TEST_CASE("Operations are live until they have ended")
{
    CHECK(isLive(OperationState::Held));
    CHECK(isLive(OperationState::Ready));
    CHECK(isLive(OperationState::Inflight));
    CHECK_FALSE(isLive(OperationState::Acked));
    CHECK_FALSE(isLive(OperationState::Conflict));
    CHECK_FALSE(isLive(OperationState::Failed));
    CHECK_FALSE(isLive(OperationState::Cancelled));
}

TEST_CASE("A decision says of which invitation and which revision it is")
{
    const InvitationId id = *InvitationId::parse(u"i1"_s);
    const Decision decision =
        GENERATE_COPY(Decision(AcceptInvitation{id, u"r1"_s}),
                      Decision(RejectInvitation{id, u"r1"_s, *ReasonId::parse(u"full"_s), {}, {}}));

    CHECK(isAbout(decision, id));
    CHECK(decidedRevision(decision) == u"r1"_s);
}
