#include "tests/store/builders.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Invitation invited(const QString &id, Instant sentAt, const std::optional<Instant> &decidedAt = {})
{
    Invitation invitation = pendingInvitation(id);
    invitation.companyName = id;
    invitation.sentAt = sentAt;
    invitation.decidedAt = decidedAt;
    if (decidedAt)
        invitation.status = invitationStatus(u"rejected"_s);
    return invitation;
}

std::vector<Record> recordsOf(CacheFixture &f, const RecordQuery &query)
{
    const Result<std::vector<qint64>> rowids = f.cache->recordRowids(query);
    REQUIRE(rowids);
    const Result<std::vector<Record>> records = f.cache->records(query.kind, *rowids);
    REQUIRE(records);
    return *records;
}

QStringList companiesOf(const std::vector<Record> &records)
{
    QStringList companies;
    for (const Record &record : records)
        companies += std::get<InvitationRecord>(record).invitation.companyName;
    return companies;
}

} // namespace

TEST_CASE("Records of invitations stand in the order in which they came to their state")
{
    CacheFixture f;
    f.apply({invited(u"late"_s, noon - 50h, noon), invited(u"open"_s, noon - 10h), invited(u"early"_s, noon - 90h, noon - 20h)});

    CHECK(companiesOf(recordsOf(f, {})) == QStringList{u"early"_s, u"open"_s, u"late"_s});
}

TEST_CASE("A period has its first moment and not the one that it ends before")
{
    CacheFixture f;
    f.apply({invited(u"before"_s, noon - 1ms), invited(u"first"_s, noon), invited(u"last"_s, noon + 1h - 1ms),
             invited(u"after"_s, noon + 1h)});

    CHECK(companiesOf(recordsOf(f, {RecordKind::Invitations, {}, noon, noon + 1h})) == QStringList{u"first"_s, u"last"_s});
}

TEST_CASE("Records of a branch are that branch's, with its name and the reason's label")
{
    CacheFixture f;
    Invitation rejected = invited(u"there"_s, noon - 2h, noon);
    rejected.branchId = branchId("leeds");
    rejected.reasonId = *ReasonId::parse(u"capacity"_s);
    const Reason reason{
        *ReasonId::parse(u"capacity"_s), {1}, reasonUse(u"rejection"_s), u"Capacity full"_s, {}, 1, false};
    f.apply({branchOf("leeds", u"Leeds"_s), reason, invited(u"elsewhere"_s, noon), rejected});

    const std::vector<Record> records = recordsOf(f, {RecordKind::Invitations, branchId("leeds"), {}, {}});

    REQUIRE(records.size() == 1);
    CHECK(records.front() == Record(InvitationRecord{rejected, u"Leeds"_s, u"Capacity full"_s, {}}));
}

TEST_CASE("A record that the desk has overlaid is not a decided one")
{
    CacheFixture f;
    f.apply({invited(u"i1"_s, noon)});
    REQUIRE(f.cache->setOverlay({invitationId(u"i1"_s)}));

    const std::vector<Record> records = recordsOf(f, {});

    CHECK(std::get<InvitationRecord>(records.front()).local == LocalDecision{LocalDecision::Stage::Confirmed, false});
}

TEST_CASE("A record that is gone by the time it is read is left out")
{
    CacheFixture f;
    f.apply({invited(u"i1"_s, noon), invited(u"i2"_s, noon + 1h)});
    const Result<std::vector<qint64>> rowids = f.cache->recordRowids({});
    REQUIRE(rowids);
    f.apply({Removed{ObjectKind::Invitation, u"i1"_s, {9}}});

    const Result<std::vector<Record>> records = f.cache->records(RecordKind::Invitations, *rowids);

    REQUIRE(records);
    CHECK(companiesOf(*records) == QStringList{u"i2"_s});
}

TEST_CASE("Records of activity say who, what and about whom")
{
    CacheFixture f;
    Activity accepted = activityOf(u"a1"_s, noon);
    accepted.actorName = u"Priya"_s;
    accepted.action = activityAction(u"invitation_accepted"_s);
    accepted.invitationId = invitationId(u"i1"_s);
    accepted.detail = u"by hand"_s;
    f.apply({branchOf("london", u"London"_s), invited(u"i1"_s, noon), accepted, activityOf(u"a0"_s, noon - 1h)});

    const std::vector<Record> records = recordsOf(f, {RecordKind::Activity, branchId("london"), noon - 2h, {}});

    REQUIRE(records.size() == 2);
    const auto &row = std::get<ActivityRow>(records.back());
    CHECK(row == ActivityRow{*ActivityId::parse(u"a1"_s), branchId("london"), u"London"_s, noon, u"Priya"_s,
                             activityAction(u"invitation_accepted"_s), u"i1"_s, u"by hand"_s});
}
