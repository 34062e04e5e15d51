#include "tests/store/builders.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Invitation inState(const QString &id, const QString &state, Instant decidedAt, qint64 version = 1)
{
    Invitation invitation = pendingInvitation(id, version);
    invitation.companyName = id;
    invitation.status = invitationStatus(state);
    if (state != u"pending"_s)
        invitation.decidedAt = decidedAt;
    invitation.sentAt = noon - 100h;
    return invitation;
}

ListQuery history(HistoryFilter outcome = HistoryFilter::All, const std::optional<Instant> &since = {})
{
    ListQuery query;
    query.kind = ListKind::History;
    query.outcome = outcome;
    query.since = since;
    return query;
}

HistoryRow rowAt(CacheFixture &f, ListView &view, qsizetype row)
{
    const Result<RowPage> page = view.rows(row, 1, f.context);
    REQUIRE(page);
    REQUIRE(page->rows.size() == 1);
    return std::get<HistoryRow>(page->rows.front());
}

/// One in every state, each an hour older than the one before.
struct EveryState : CacheFixture
{
    EveryState()
    {
        const QStringList states{u"accepted"_s, u"rejected"_s,   u"withdrawn"_s,
                                 u"expired"_s,  u"superseded"_s, u"on_hold"_s};
        std::vector<Change> changes{branchOf("london", u"London"_s)};
        for (qsizetype i = 0; i < states.size(); ++i)
            changes.push_back(inState(states[i], states[i], noon - std::chrono::hours(i)));
        changes.push_back(inState(u"pending"_s, u"pending"_s, {}));
        apply(changes);
    }
};

} // namespace

TEST_CASE("History holds every invitation in any state, what happened last first")
{
    EveryState f;
    const auto view = f.open(history(), f.context);
    CHECK(companies(*view, f.context) == QStringList{u"accepted"_s, u"rejected"_s, u"withdrawn"_s, u"expired"_s,
                                                     u"superseded"_s, u"on_hold"_s, u"pending"_s});
}

TEST_CASE("History by what became of an invitation")
{
    EveryState f;
    const auto shown = [&f](HistoryFilter outcome) {
        return companies(*f.open(history(outcome), f.context), f.context);
    };
    CHECK(shown(HistoryFilter::Accepted) == QStringList{u"accepted"_s});
    CHECK(shown(HistoryFilter::Rejected) == QStringList{u"rejected"_s});
    CHECK(shown(HistoryFilter::Ended) == QStringList{u"withdrawn"_s, u"expired"_s, u"superseded"_s});
    CHECK(shown(HistoryFilter::Pending) == QStringList{u"pending"_s});
}

TEST_CASE("History since a moment holds what happened then or later, whenever it was sent")
{
    EveryState f;
    const auto view = f.open(history(HistoryFilter::All, noon - 2h), f.context);
    CHECK(companies(*view, f.context) == QStringList{u"accepted"_s, u"rejected"_s, u"withdrawn"_s});
}

TEST_CASE("History of a branch, searched, is that branch's")
{
    CacheFixture f;
    Invitation there = inState(u"Acme"_s, u"rejected"_s, noon);
    there.branchId = branchId("leeds");
    f.apply({inState(u"Acme.Ltd"_s, u"accepted"_s, noon), there, inState(u"Orbit"_s, u"accepted"_s, noon)});
    ListQuery query = history();
    query.branch = branchId("london");
    query.search = u"acm"_s;

    CHECK(companies(*f.open(query, f.context), f.context) == QStringList{u"Acme.Ltd"_s});

    query.kind = ListKind::Finder;
    query.branch.reset();
    CHECK(f.open(query, f.context)->size() == 2);
}

TEST_CASE("A row of History says who decided, when and why")
{
    CacheFixture f;
    Invitation rejected = inState(u"i1"_s, u"rejected"_s, noon - 5h);
    rejected.decidedByName = u"Priya"_s;
    rejected.reasonId = *ReasonId::parse(u"capacity"_s);
    const Reason reason{
        *ReasonId::parse(u"capacity"_s), {1}, reasonUse(u"rejection"_s), u"Capacity full"_s, {}, 1, false};
    f.apply({branchOf("london", u"London"_s), reason, rejected});
    const auto view = f.open(history(), f.context);

    const HistoryRow row = rowAt(f, *view, 0);

    CHECK(row.status == InvitationStatus::Rejected);
    CHECK(row.happenedAt == noon - 5h);
    CHECK(row.sentAt == noon - 100h);
    CHECK(row.decidedByName == u"Priya"_s);
    CHECK(row.reasonLabel == u"Capacity full"_s);
    CHECK(row.branchName == u"London"_s);
    CHECK_FALSE(row.local);
}

TEST_CASE("A decision that waits is shown as waiting, and the invitation stays what the service says it is")
{
    CacheFixture f;
    f.apply({inState(u"i1"_s, u"pending"_s, {}), inState(u"i2"_s, u"accepted"_s, noon)});
    const auto view = f.open(history(HistoryFilter::Pending), f.context);
    const auto rejected = f.open(history(HistoryFilter::Rejected), f.context);
    const auto touched = f.cache->setOverlay({invitationId(u"i1"_s)});
    REQUIRE(touched);
    f.context.decided[invitationId(u"i1"_s)] = {LocalDecision::Stage::Waits, false};

    const Result<ListDiff> diff = view->update(*touched, f.context);

    REQUIRE(diff);
    REQUIRE(diff->steps.size() == 1);
    CHECK(diff->steps.front().kind == ListStep::Kind::Change);
    const auto told = std::get<HistoryRow>(diff->steps.front().rows.front());
    CHECK(told.status == InvitationStatus::Pending);
    CHECK(told.local == LocalDecision{LocalDecision::Stage::Waits, false});
    REQUIRE(rejected->update(*touched, f.context));
    CHECK(rejected->size() == 0);
}

TEST_CASE("A decision that leaves is told as one step, though no row of the cache changed")
{
    CacheFixture f;
    f.apply({inState(u"i1"_s, u"pending"_s, {}), inState(u"i2"_s, u"pending"_s, {})});
    REQUIRE(f.cache->setOverlay({invitationId(u"i1"_s)}));
    f.context.decided[invitationId(u"i1"_s)] = {LocalDecision::Stage::Waits, true};
    const auto view = f.open(history(), f.context);
    f.context.decided[invitationId(u"i1"_s)].stage = LocalDecision::Stage::Leaves;

    const Result<ListDiff> diff = view->update({}, f.context);

    REQUIRE(diff);
    REQUIRE(diff->steps.size() == 1);
    CHECK(diff->steps.front().count == 1);
    CHECK(std::get<HistoryRow>(diff->steps.front().rows.front()).local->stage == LocalDecision::Stage::Leaves);
}

TEST_CASE("What was confirmed and has not come back says so, not that it is pending")
{
    CacheFixture f;
    f.apply({inState(u"i1"_s, u"pending"_s, {})});
    REQUIRE(f.cache->setOverlay({invitationId(u"i1"_s)}));
    const auto view = f.open(history(), f.context);
    CHECK(rowAt(f, *view, 0).local->stage == LocalDecision::Stage::Confirmed);
}

TEST_CASE("A decided invitation moves to the top of History in one step")
{
    CacheFixture f;
    f.apply({inState(u"i1"_s, u"pending"_s, {}), inState(u"i2"_s, u"accepted"_s, noon - 1h)});
    const auto view = f.open(history(), f.context);

    const PageApplied applied = f.apply({inState(u"i1"_s, u"rejected"_s, noon, 2)});
    const Result<ListDiff> diff = view->update(applied.touched, f.context);

    REQUIRE(diff);
    REQUIRE_FALSE(diff->steps.empty());
    CHECK(diff->steps.front().kind == ListStep::Kind::Move);
    CHECK(diff->steps.front().to == 0);
    CHECK(companies(*view, f.context) == QStringList{u"i1"_s, u"i2"_s});
}

TEST_CASE("A reason that is called otherwise is told to History")
{
    CacheFixture f;
    Invitation rejected = inState(u"i1"_s, u"rejected"_s, noon);
    rejected.reasonId = *ReasonId::parse(u"capacity"_s);
    Reason reason{*ReasonId::parse(u"capacity"_s), {1}, reasonUse(u"rejection"_s), u"Full"_s, {}, 1, false};
    f.apply({reason, rejected});
    const auto view = f.open(history(), f.context);
    reason.label = u"Capacity full"_s;
    reason.version = {2};

    const Result<ListDiff> diff = view->update(f.apply({reason}).touched, f.context);

    REQUIRE(diff);
    CHECK(diff->steps.size() == 1);
    CHECK(rowAt(f, *view, 0).reasonLabel == u"Capacity full"_s);
}

TEST_CASE("An invitation is found in History by its id, in any state")
{
    EveryState f;
    const auto view = f.open(history(), f.context);
    CHECK(view->positionOf(invitationId(u"expired"_s)) == 3);
    CHECK(view->positionOf(invitationId(u"nobody"_s)) == -1);
}
