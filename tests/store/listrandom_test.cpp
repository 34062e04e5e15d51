#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>

using namespace Qt::Literals::StringLiterals;

// Seeded changes of every kind against views of every kind: what a model shows by the steps it was told must be what a
// view opened afresh shows, row by row.
namespace {

/// What a model holds: rows, some not loaded.
using Shown = std::vector<std::optional<Row>>;

void applyTo(Shown &shown, const ListStep &step)
{
    const auto at = [&](qsizetype i) { return shown.begin() + i; };
    const auto rowOf = [&](qsizetype i) { return step.rows.empty() ? std::optional<Row>() : step.rows[size_t(i)]; };
    const auto size = qsizetype(shown.size());
    REQUIRE((step.rows.empty() || qsizetype(step.rows.size()) == step.count));
    switch (step.kind) {
    case ListStep::Kind::Insert: {
        REQUIRE((step.first >= 0 && step.first <= size && step.count > 0));
        REQUIRE(step.rows.empty() == (step.count > 64));
        Shown inserted;
        for (qsizetype i = 0; i < step.count; ++i)
            inserted.push_back(rowOf(i));
        shown.insert(at(step.first), inserted.begin(), inserted.end());
        break;
    }
    case ListStep::Kind::Remove:
        REQUIRE((step.first >= 0 && step.count > 0 && step.first + step.count <= size));
        shown.erase(at(step.first), at(step.first + step.count));
        break;
    case ListStep::Kind::Move: {
        REQUIRE((step.first < size && step.to < size));
        const std::optional<Row> row = shown[size_t(step.first)];
        shown.erase(at(step.first));
        shown.insert(at(step.to), row);
        break;
    }
    case ListStep::Kind::Change:
        REQUIRE((step.first >= 0 && step.count > 0 && step.first + step.count <= size));
        for (qsizetype i = 0; i < step.count; ++i)
            shown[size_t(step.first + i)] = rowOf(i);
        break;
    case ListStep::Kind::Reorder: {
        REQUIRE(qsizetype(step.order.size()) == size);
        Shown reordered;
        for (const quint32 old : step.order)
            reordered.push_back(shown.at(old));
        shown = std::move(reordered);
        break;
    }
    }
}

struct Watched
{
    ListQuery query;
    std::unique_ptr<ListView> view;
    Shown shown;
};

class World
{
public:
    explicit World(quint32 seed)
        : m_random(seed)
    {
        m_f.context.me = MemberId::parse(u"m1"_s);
        watchAll();
    }

    void round()
    {
        Touched touched;
        const size_t commits = 1 + pick(2);
        for (size_t i = 0; i < commits; ++i)
            touched.add(commit());
        moveTime();
        if (pick(4) == 0)
            changeConnecting();
        if (pick(3) == 0)
            changeDecided();
        for (Watched &watched : m_watched)
            bringUpToDate(watched, touched);
    }

private:
    size_t pick(size_t below) { return m_random() % below; }

    void watchAll()
    {
        for (const ListKind kind : {ListKind::Invitations, ListKind::Clients, ListKind::Activity}) {
            for (const SortOrder sort : {SortOrder::Urgency, SortOrder::Newest, SortOrder::Company}) {
                watch({kind, {}, InvitationFilter::All, sort, {}});
                watch({kind, branchId("b1"), InvitationFilter::All, sort, u"acm"_s});
                watch({kind, {}, InvitationFilter::All, sort, u"be or"_s});
                watch({kind, {}, InvitationFilter::All, sort, u"b"_s});
            }
        }
        for (const InvitationFilter filter :
             {InvitationFilter::DueSoon, InvitationFilter::Overdue, InvitationFilter::WithMessage}) {
            watch({ListKind::Invitations, {}, filter, SortOrder::Urgency, {}});
            watch({ListKind::Invitations, branchId("b2"), filter, SortOrder::Company, u"hello"_s});
        }
        watchHistory();
    }

    void watchHistory()
    {
        for (const HistoryFilter outcome : {HistoryFilter::All, HistoryFilter::Accepted, HistoryFilter::Rejected,
                                            HistoryFilter::Ended, HistoryFilter::Pending}) {
            watch({ListKind::History, {}, {}, SortOrder::Newest, {}, outcome, {}});
            watch(
                {ListKind::History, branchId("b1"), {}, SortOrder::Newest, {}, outcome, noon - std::chrono::hours(20)});
            watch({ListKind::History, branchId("b2"), {}, SortOrder::Newest, u"be"_s, outcome, {}});
        }
        watch({ListKind::Finder, {}, {}, SortOrder::Newest, u"acm"_s, {}, {}});
    }

    void watch(const ListQuery &query) { m_watched.push_back({query, m_f.open(query, m_f.context), {}}); }

    QString company()
    {
        static const QStringList names{u"Acme"_s,  u"ACME"_s,     u"Bée"_s,     u"bee"_s,
                                       u"Orbit"_s, u"東京会計"_s, u"Zed Beor"_s};
        return names[qsizetype(pick(size_t(names.size())))];
    }

    Invitation anyInvitation()
    {
        Invitation invitation = pendingInvitation(u"i%1"_s.arg(pick(60)), ++m_version);
        invitation.branchId = branchId(pick(2) == 0 ? "b1" : "b2");
        invitation.companyName = company();
        invitation.sentAt = m_f.context.now - std::chrono::hours(pick(60)) + Milliseconds(pick(3));
        invitation.message = pick(3) == 0 ? u"Hello there"_s : QString();
        static const QStringList decided{u"accepted"_s, u"rejected"_s, u"withdrawn"_s, u"on_hold"_s};
        if (pick(4) == 0)
            invitation.status = invitationStatus(decided[qsizetype(pick(4))]);
        if (invitation.status != InvitationStatus::Pending && pick(5) != 0)
            invitation.decidedAt = noon - std::chrono::hours(pick(40));
        return invitation;
    }

    Client anyClient()
    {
        Client client = activeClient(u"c%1"_s.arg(pick(30)), company(), ++m_version);
        client.branchId = branchId(pick(2) == 0 ? "b1" : "b2");
        client.connectedAt = noon - std::chrono::hours(pick(20));
        client.invitationId = invitationId(u"i%1"_s.arg(pick(60)));
        if (pick(2) == 0)
            client.accountants = {{*MemberId::parse(u"m1"_s), accountantRole(u"primary"_s)}};
        if (pick(4) == 0)
            client.state = clientState(pick(2) == 0 ? u"disconnected"_s : u"frozen"_s);
        return client;
    }

    Activity anyActivity()
    {
        Activity activity = activityOf(u"a%1"_s.arg(pick(30)), noon - std::chrono::hours(pick(20)), ++m_version);
        activity.branchId = branchId(pick(2) == 0 ? "b1" : "b2");
        if (pick(2) == 0)
            activity.invitationId = invitationId(u"i%1"_s.arg(pick(60)));
        if (pick(2) == 0)
            activity.clientId = clientId(u"c%1"_s.arg(pick(30)));
        return activity;
    }

    Change anyChange()
    {
        switch (pick(12)) {
        case 0:
            return branchOf(pick(2) == 0 ? "b1" : "b2", company(), ++m_version);
        case 1:
            return Removed{ObjectKind::Invitation, u"i%1"_s.arg(pick(60)), {++m_version}};
        case 2:
            return Removed{ObjectKind::Client, u"c%1"_s.arg(pick(30)), {++m_version}};
        case 3:
        case 4:
            return anyClient();
        case 5:
        case 6:
            return anyActivity();
        default:
            return anyInvitation();
        }
    }

    Touched commit()
    {
        if (pick(8) == 0)
            return overlay();
        if (pick(40) == 0)
            REQUIRE(m_f.cache->beginFullPass());
        std::vector<Change> changes;
        const size_t count = pick(6) == 0 ? 80 : pick(5);
        for (size_t i = 0; i < count; ++i)
            changes.push_back(anyChange());
        return m_f.apply(changes, pick(3) != 0).touched;
    }

    Touched overlay()
    {
        std::set<InvitationId> decided;
        const size_t count = pick(6);
        for (size_t i = 0; i < count; ++i)
            decided.insert(invitationId(u"i%1"_s.arg(pick(60))));
        const auto touched = m_f.cache->setOverlay(decided);
        REQUIRE(touched);
        return *touched;
    }

    void moveTime()
    {
        if (pick(3) == 0)
            m_f.context.now += Milliseconds(qint64(pick(4 * 3600 * 1000)) - 3600 * 1000);
        if (pick(50) == 0)
            m_f.context.respondWithinHours = pick(2) == 0 ? 48 : 24;
        if (pick(50) == 0)
            m_f.context.me = MemberId::parse(pick(2) == 0 ? u"m1"_s : u"m2"_s);
    }

    void changeConnecting()
    {
        m_f.context.connecting.clear();
        const size_t count = pick(4);
        for (size_t i = 0; i < count; ++i) {
            const quint64 number = pick(8);
            Operation operation = acceptance(number, u"i%1"_s.arg(number));
            operation.decidedAt += Milliseconds(number);
            operation.reviewed.branchId = branchId(number % 2 == 0 ? "b1" : "b2");
            operation.reviewed.companyName = number % 3 == 0 ? u"Acme"_s : u"bee"_s;
            const bool twice = std::any_of(m_f.context.connecting.begin(), m_f.context.connecting.end(),
                                           [&](const Operation &other) { return other.id == operation.id; });
            if (!twice)
                m_f.context.connecting.push_back(operation);
        }
    }

    void changeDecided()
    {
        m_f.context.decided.clear();
        const size_t count = pick(6);
        for (size_t i = 0; i < count; ++i)
            m_f.context.decided[invitationId(u"i%1"_s.arg(pick(60)))] = {LocalDecision::Stage(pick(2)), pick(2) == 0};
    }

    void bringUpToDate(Watched &watched, const Touched &touched)
    {
        const Result<ListDiff> diff = watched.view->update(touched, m_f.context);
        REQUIRE(diff);
        REQUIRE(diff->steps.size() <= 51);
        for (const ListStep &step : diff->steps)
            applyTo(watched.shown, step);
        REQUIRE(diff->total == qsizetype(watched.shown.size()));
        REQUIRE(diff->total == watched.view->size());
        const auto fresh = m_f.open(watched.query, m_f.context);
        const Result<RowPage> rows = fresh->rows(0, fresh->size(), m_f.context);
        REQUIRE(rows);
        REQUIRE(rows->rows.size() == watched.shown.size());
        for (size_t i = 0; i < watched.shown.size(); ++i) {
            const bool same = !watched.shown[i] || *watched.shown[i] == rows->rows[i];
            if (!same)
                FAIL("row " << i << " of kind " << int(watched.query.kind) << " sort " << int(watched.query.sort));
        }
    }

    CacheFixture m_f;
    std::mt19937 m_random;
    std::vector<Watched> m_watched;
    qint64 m_version = 0;
};

} // namespace

TEST_CASE("Whatever happens, a list that was told of it shows what a list opened afresh shows")
{
    const quint32 seed = GENERATE(1u, 2u, 3u, 4u, 5u);
    World world(seed);
    for (int round = 0; round < 250; ++round)
        world.round();
}
