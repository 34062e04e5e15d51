#include "core/domain/responseclock.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Invitation sentAgo(const QString &id, Milliseconds ago, const char *branch = "london", const QString &message = {})
{
    Invitation invitation = pendingInvitation(id);
    invitation.sentAt = noon - ago;
    invitation.branchId = branchId(branch);
    invitation.message = message;
    return invitation;
}

} // namespace

TEST_CASE("Pending ones are counted per branch, also of branches not come yet")
{
    CacheFixture f;
    Invitation accepted = pendingInvitation(u"i4"_s);
    accepted.status = invitationStatus(u"accepted"_s);
    f.apply({sentAgo(u"i1"_s, {}), sentAgo(u"i2"_s, {}, "paris", u"Hello"_s), sentAgo(u"i3"_s, {}, "paris"), accepted});

    const auto counts = f.cache->counts(noon, 48);

    REQUIRE(counts);
    CHECK(counts->all == PendingCounts{3, 0, 0, 1});
    CHECK(counts->byBranch.at(branchId("london")) == PendingCounts{1, 0, 0, 0});
    CHECK(counts->byBranch.at(branchId("paris")) == PendingCounts{2, 0, 0, 1});
}

TEST_CASE("Due soon and overdue are counted as the response clock draws the lines, to the millisecond")
{
    for (const qint64 ms : {-1, 0, 1}) {
        for (const std::chrono::hours age : {std::chrono::hours(48), std::chrono::hours(36)}) {
            CacheFixture f;
            const Invitation invitation = sentAgo(u"i1"_s, Milliseconds(age) + Milliseconds(ms));
            f.apply({invitation});

            const PendingCounts all = f.cache->counts(noon, 48)->all;

            const Urgency expected = urgency(dueAt(invitation.sentAt, 48), noon);
            CHECK((all.overdue == 1) == (expected == Urgency::Overdue));
            CHECK((all.dueSoon == 1) == (expected == Urgency::DueSoon));
        }
    }
}

TEST_CASE("What the desk has decided doesn't count, until it is taken back")
{
    CacheFixture f;
    f.apply({sentAgo(u"i1"_s, std::chrono::hours(50), "london", u"Hello"_s), sentAgo(u"i2"_s, std::chrono::hours(40))});

    const auto touched = f.cache->setOverlay({invitationId(u"i1"_s), invitationId(u"not here"_s.remove(u' '))});
    CHECK(touched->invitations.size() == 1);
    CHECK(touched->invitationIds.size() == 2);
    CHECK(f.cache->counts(noon, 48)->all == PendingCounts{1, 1, 0, 0});
    CHECK(f.cache->rawPending()->at(branchId("london")) == 2);

    CHECK(f.cache->setOverlay({})->invitationIds.size() == 2);
    CHECK(f.cache->counts(noon, 48)->all == PendingCounts{2, 1, 1, 1});
    CHECK(f.cache->setOverlay({})->invitationIds.empty());
}

TEST_CASE("Clients are counted per branch, also in a state that this version does not know; not those that left")
{
    CacheFixture f;
    Client left = activeClient(u"c2"_s, u"Left"_s);
    left.state = clientState(u"disconnected"_s);
    Client frozen = activeClient(u"c3"_s, u"Frozen"_s);
    frozen.state = clientState(u"frozen"_s);
    f.apply({activeClient(u"c1"_s, u"Acme"_s), left, frozen});

    const auto counts = f.cache->counts(noon, 48);

    CHECK(counts->clients == 2);
    CHECK(counts->clientsByBranch.at(branchId("london")) == 2);
}
