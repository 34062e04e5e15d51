#include "tests/store/builders.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Two months of a day each.
const std::vector<Instant> twoDays{noon, noon + 24h, noon + 48h};

/// Sent `sent` after the first month's beginning and answered so long after that, unless it is pending.
Invitation answered(const QString &id, Milliseconds sent, const QString &state, std::optional<Milliseconds> took = {})
{
    Invitation invitation = pendingInvitation(id);
    invitation.sentAt = noon + sent;
    invitation.status = invitationStatus(state);
    if (took)
        invitation.decidedAt = invitation.sentAt + *took;
    return invitation;
}

Insight insightOf(CacheFixture &f, const std::optional<BranchId> &branch = {})
{
    const Result<Insight> insight = f.cache->insight({branch, twoDays});
    REQUIRE(insight);
    return *insight;
}

std::optional<Milliseconds> medianOf(const std::vector<Milliseconds> &times)
{
    CacheFixture f;
    std::vector<Change> changes;
    for (size_t i = 0; i < times.size(); ++i)
        changes.emplace_back(answered(u"i%1"_s.arg(i), 1h, i % 2 ? u"accepted"_s : u"rejected"_s, times[i]));
    f.apply(changes);
    return insightOf(f).all.median;
}

} // namespace

TEST_CASE("Invitations are counted by what became of them, in the month in which they were sent")
{
    CacheFixture f;
    f.apply({answered(u"a"_s, 0h, u"accepted"_s, 1h), answered(u"b"_s, 24h - 1ms, u"rejected"_s, 30h),
             answered(u"c"_s, 24h, u"withdrawn"_s, 1h), answered(u"d"_s, 30h, u"pending"_s),
             answered(u"e"_s, 47h, u"on_hold"_s), answered(u"before"_s, -1ms, u"accepted"_s, 1h),
             answered(u"after"_s, 48h, u"accepted"_s, 1h)});

    const Insight insight = insightOf(f);

    REQUIRE(insight.months.size() == 2);
    CHECK(insight.months[0].received == 2);
    CHECK(insight.months[0].accepted == 1);
    CHECK(insight.months[0].rejected == 1);
    CHECK(insight.months[1].received == 3);
    CHECK(insight.months[1].ended == 1);
    CHECK(insight.months[1].pending == 1);
    CHECK(insight.months[1].otherStates() == 1);
    CHECK(insight.all.received == 5);
}

TEST_CASE("A month without invitations is there with nothing in it")
{
    CacheFixture f;
    f.apply({answered(u"a"_s, 30h, u"pending"_s)});

    const Insight insight = insightOf(f);

    REQUIRE(insight.months.size() == 2);
    CHECK(insight.months[0] == InsightCounts());
    CHECK(insight.months[1].received == 1);
}

TEST_CASE("Invitations are counted by the way they came, also one that is not known")
{
    CacheFixture f;
    Invitation byLink = answered(u"a"_s, 1h, u"pending"_s);
    byLink.origin = invitationOrigin(u"client_pays_link"_s);
    Invitation external = answered(u"b"_s, 1h, u"pending"_s);
    external.origin = invitationOrigin(u"external_access"_s);
    Invitation odd = answered(u"c"_s, 1h, u"pending"_s);
    odd.origin = invitationOrigin(u"by_pigeon"_s);
    f.apply({byLink, external, odd});

    const InsightCounts all = insightOf(f).all;

    CHECK(all.byLink == 1);
    CHECK(all.byExternal == 1);
    CHECK(all.otherOrigins() == 1);
}

TEST_CASE("The median is the middle one, and of an even number the mean of the middle two")
{
    CHECK(medianOf({5h}) == 5h);
    CHECK(medianOf({1h, 100h, 3h}) == 3h);
    CHECK(medianOf({1h, 100h, 3h, 4h}) == 3h + 30min);
    CHECK(medianOf({2h, 2h, 9h, 1h, 2h}) == 2h);
    CHECK(medianOf({2h, 4h}) == 3h);
    CHECK_FALSE(medianOf({}));
}

TEST_CASE("The median of months is not that of the whole")
{
    CacheFixture f;
    f.apply({answered(u"a"_s, 1h, u"accepted"_s, 2h), answered(u"b"_s, 25h, u"accepted"_s, 10h),
             answered(u"c"_s, 26h, u"rejected"_s, 12h)});

    const Insight insight = insightOf(f);

    CHECK(insight.months[0].median == 2h);
    CHECK(insight.months[1].median == 11h);
    CHECK(insight.all.median == 10h);
}

TEST_CASE("Only an answer whose time is known has a time, and nobody answers what was withdrawn")
{
    CacheFixture f;
    f.apply({answered(u"a"_s, 1h, u"accepted"_s), answered(u"b"_s, 1h, u"accepted"_s, 6h),
             answered(u"c"_s, 1h, u"withdrawn"_s, 1h)});

    const InsightCounts all = insightOf(f).all;

    CHECK(all.accepted == 2);
    CHECK(all.timed == 1);
    CHECK(all.median == 6h);
}

TEST_CASE("Branches are counted each, and one alone where it is asked for")
{
    CacheFixture f;
    Invitation there = answered(u"b"_s, 1h, u"accepted"_s, 8h);
    there.branchId = branchId("leeds");
    f.apply({answered(u"a"_s, 1h, u"accepted"_s, 2h), there});

    const Insight both = insightOf(f);
    const Insight leeds = insightOf(f, branchId("leeds"));

    REQUIRE(both.branches.size() == 2);
    CHECK(both.branches[0].counts.median == 8h);
    CHECK(both.branches[1].counts.median == 2h);
    CHECK(leeds.all.received == 1);
    CHECK(leeds.months[0].median == 8h);
}

TEST_CASE("Reasons are counted, the most frequent first, and rejections without one are, too")
{
    CacheFixture f;
    const Reason capacity{
        *ReasonId::parse(u"capacity"_s), {1}, reasonUse(u"rejection"_s), u"Capacity full"_s, {}, 1, false};
    const auto because = [](const QString &id, const QString &reason) {
        Invitation invitation = answered(id, 1h, u"rejected"_s, 1h);
        invitation.reasonId = ReasonId::parse(reason);
        return invitation;
    };
    f.apply({capacity, because(u"a"_s, u"capacity"_s), because(u"b"_s, u"capacity"_s), because(u"c"_s, u"unheard"_s)});

    CHECK(insightOf(f).reasons == std::vector<InsightReason>{{u"Capacity full"_s, 2}, {{}, 1}});
}
