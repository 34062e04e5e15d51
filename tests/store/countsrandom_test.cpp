#include "core/domain/lists.h"
#include "core/domain/responseclock.h"
#include "core/store/openstore.h"
#include "core/store/sql.h"
#include "core/store/transaction.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QFile>

#include <random>

using namespace Qt::Literals::StringLiterals;

// The counts are values that are kept, not counted when they are asked for: whatever happens, they must be what one gets
// by counting the rows themselves.
namespace {

/// By reading every row, with the response clock's own words for each.
Counts countedByHand(CacheStore &cache, const std::set<InvitationId> &overlay, Instant now, int hours)
{
    Counts counts;
    const auto countOne = [&](const Statement &s) -> Result<void> {
        if (overlay.contains(invitationId(s.text(0))))
            return {};
        const Urgency how = urgency(dueAt(instantFromMs(s.number(2)), hours), now);
        for (PendingCounts *sum : {&counts.all, &counts.byBranch[*BranchId::parse(s.text(1))]}) {
            sum->pending += 1;
            sum->overdue += how == Urgency::Overdue ? 1 : 0;
            sum->dueSoon += how == Urgency::DueSoon ? 1 : 0;
            sum->withMessage += s.text(3).isEmpty() ? 0 : 1;
        }
        return {};
    };
    REQUIRE(forEachRow(cache.database(),
                       u"SELECT id, branch_id, sent_at, message FROM invitation WHERE status = 'pending'"_s, noBinds,
                       countOne));
    REQUIRE(forEachRow(cache.database(), u"SELECT branch_id FROM client WHERE state <> 'disconnected'"_s, noBinds,
                       [&](const Statement &s) -> Result<void> {
                           counts.clientsByBranch[*BranchId::parse(s.text(0))] += 1;
                           counts.clients += 1;
                           return {};
                       }));
    return counts;
}

class World
{
public:
    explicit World(quint32 seed)
        : m_random(seed)
    {}

    void round()
    {
        if (pick(30) == 0)
            REQUIRE(m_f.cache->beginFullPass());
        std::vector<Change> changes;
        for (size_t i = pick(6); i > 0; --i)
            changes.push_back(anyChange());
        m_f.apply(changes, pick(4) != 0);
        if (pick(5) == 0)
            changeOverlay();
        moveTime();
        if (pick(40) == 0) {
            m_f.reopen();
            REQUIRE(m_f.cache->setOverlay(m_overlay));
        }
    }

    void check()
    {
        const Result<Counts> counts = m_f.cache->counts(m_now, m_hours);
        REQUIRE(counts);
        REQUIRE(*counts == countedByHand(*m_f.cache, m_overlay, m_now, m_hours));
        std::map<BranchId, qint64> raw;
        for (const auto &[branch, counted] : countedByHand(*m_f.cache, {}, m_now, m_hours).byBranch)
            raw[branch] = counted.pending;
        REQUIRE(*m_f.cache->rawPending() == raw);
    }

private:
    size_t pick(size_t below) { return m_random() % below; }
    BranchId anyBranch() { return branchId(pick(3) == 0 ? "b1" : pick(2) == 0 ? "b2" : "b3"); }

    Change anyChange()
    {
        const QString id = QString::number(pick(40));
        const qint64 version = ++m_version;
        switch (pick(8)) {
        case 0:
            return Removed{ObjectKind::Invitation, id, {version}};
        case 1:
            return Removed{ObjectKind::Client, id, {version}};
        case 2:
        case 3: {
            Client client = activeClient(id, u"Acme"_s, version);
            client.branchId = anyBranch();
            client.state = clientState(pick(3) == 0 ? u"disconnected"_s : pick(3) == 0 ? u"frozen"_s : u"active"_s);
            return client;
        }
        default: {
            Invitation invitation = pendingInvitation(id, version);
            invitation.branchId = anyBranch();
            invitation.sentAt = noon - std::chrono::hours(pick(96)) + Milliseconds(qint64(pick(3)) - 1);
            invitation.message = pick(2) == 0 ? u"Hello"_s : QString();
            invitation.status = invitationStatus(pick(3) == 0 ? u"accepted"_s : u"pending"_s);
            return invitation;
        }
        }
    }

    void changeOverlay()
    {
        m_overlay.clear();
        for (size_t i = pick(5); i > 0; --i)
            m_overlay.insert(invitationId(QString::number(pick(40))));
        REQUIRE(m_f.cache->setOverlay(m_overlay));
    }

    void moveTime()
    {
        if (pick(2) == 0)
            m_now += Milliseconds(qint64(pick(20 * 60 * 1000)) - 5 * 60 * 1000);
        if (pick(20) == 0)
            m_now = noon + std::chrono::hours(qint64(pick(200)) - 100);
        if (pick(30) == 0)
            m_hours = pick(2) == 0 ? 48 : 24;
    }

    CacheFixture m_f;
    std::mt19937 m_random;
    std::set<InvitationId> m_overlay;
    Instant m_now = noon;
    int m_hours = 48;
    qint64 m_version = 0;
};

} // namespace

TEST_CASE("Whatever happens, the counts that are kept are those of the rows")
{
    const quint32 seed = GENERATE(1u, 2u, 3u);
    World world(seed);
    for (int round = 0; round < 400; ++round) {
        world.round();
        world.check();
    }
}

TEST_CASE("A file from before counts were kept is counted when it is opened")
{
    CacheFixture f;
    f.cache.reset();
    REQUIRE(QFile::remove(f.path()));
    StoreSchema older = cacheSchema();
    older.migrations.resize(1);
    {
        const auto database = openStore(f.path(), older);
        REQUIRE(database);
        REQUIRE((*database)->execute(
            u"INSERT INTO invitation SELECT 1, 'i1', 1, 1, 'r', 'london', 'o', 'pending', %1, 1, 'Acme', '', '', '', '', "
            "NULL, NULL, NULL, '', '', NULL, NULL, NULL, '', 'Hello', ''"_s.arg(
                msSinceEpoch(noon - std::chrono::hours(50)))));
    }

    f.reopen();

    CHECK(f.cache->counts(noon, 48)->all == PendingCounts{1, 0, 1, 1});
}

TEST_CASE("Counts that went wrong are right again after a full pass")
{
    CacheFixture f;
    REQUIRE(f.cache->database().execute(
        u"INSERT INTO pending_count (branch_id, pending, with_message, overdue, before_soon) "
        "VALUES ('london', 7, 7, 7, 7), ('gone', 1, 1, 1, 1)"_s));
    REQUIRE(f.cache->database().execute(u"INSERT INTO client_count (branch_id, listed) VALUES ('london', 5)"_s));
    REQUIRE(f.cache->beginFullPass());

    f.apply({pendingInvitation(u"i1"_s), activeClient(u"c1"_s, u"Acme"_s)});

    const auto counts = f.cache->counts(noon, 48);
    CHECK(counts->all == PendingCounts{1, 0, 0, 0});
    CHECK(counts->byBranch.size() == 1);
    CHECK(counts->clients == 1);
}
