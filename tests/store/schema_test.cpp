#include "core/domain/lists.h"
#include "core/store/openstore.h"
#include "core/store/sql.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Every statement of the migrations in one, as they were released: append-only.
QByteArray digestOf(const QStringList &migration)
{
    return QCryptographicHash::hash(migration.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
}

} // namespace

TEST_CASE("Released migrations are never edited: a change of the schema is a new one at the end")
{
    const StoreSchema cache = cacheSchema();
    const StoreSchema desk = deskSchema();
    REQUIRE(cache.migrations.size() == 5);
    REQUIRE(desk.migrations.size() == 3);
    CHECK(digestOf(cache.migrations[0]) == "e5e580a2aba1b532");
    CHECK(digestOf(cache.migrations[1]) == "7011e4c8b5f9ca7e");
    CHECK(digestOf(cache.migrations[2]) == "90054c756f4d2d11");
    CHECK(digestOf(cache.migrations[3]) == "5114eedd360cc8c7");
    CHECK(digestOf(cache.migrations[4]) == "3dafcb9ef8c838a6");
    CHECK(digestOf(desk.migrations[0]) == "7ca72836d554bfa8");
    CHECK(digestOf(desk.migrations[1]) == "74c1f5300370fd08");
    CHECK(digestOf(desk.migrations[2]) == "fa3a0c4792ce51bb");
    CHECK(cache.applicationId != desk.applicationId);
}

TEST_CASE("A file of every older version is brought to the newest")
{
    for (const StoreSchema &newest : {cacheSchema(), deskSchema()}) {
        for (size_t version = 1; version <= newest.migrations.size(); ++version) {
            QTemporaryDir folder;
            StoreSchema older = newest;
            older.migrations.resize(version);
            REQUIRE(openStore(folder.filePath(u"a.db"_s), older));

            const auto opened = openStore(folder.filePath(u"a.db"_s), newest);

            REQUIRE(opened);
            CHECK(*(*opened)->number(u"PRAGMA user_version"_s) == qint64(newest.migrations.size()));
            CHECK(*(*opened)->text(u"PRAGMA integrity_check"_s) == u"ok"_s);
        }
    }
}

TEST_CASE("Clients that an older version left out, in a state it did not know, are listed and counted")
{
    QTemporaryDir folder;
    StoreSchema older = cacheSchema();
    older.migrations.resize(3);
    const QString path = folder.filePath(u"cache.db"_s);
    {
        const auto opened = openStore(path, older);
        REQUIRE(opened);
        for (const QString &state : {u"active"_s, u"frozen"_s, u"disconnected"_s}) {
            REQUIRE(
                runSql(**opened,
                       u"INSERT INTO client (id, version, pass, branch_id, company_name, owner_name, owner_email, "
                       "billing, state, connected_at, disconnected_by, account_url, accountants, first_steps, notes)\n"
                       "VALUES (:state, 1, 0, 'london', 'Acme', '', '', '', :state, 1, '', '', '[]', '[]', '[]')"_s,
                       [&state](Statement &statement) { statement.bind(u":state"_s, state); }));
        }
        REQUIRE(runSql(**opened, u"INSERT INTO client_count (branch_id, active) VALUES ('london', 1)"_s, noBinds));
    }
    std::vector<StoreTrouble> trouble;

    const auto cache = CacheStore::open(path, trouble);

    REQUIRE(cache);
    CHECK(trouble.empty());
    CHECK((*cache)->counts(noon, 48)->clientsByBranch.at(branchId("london")) == 2);
    const auto view =
        ListView::open(**cache, {ListKind::Clients, {}, InvitationFilter::All, SortOrder::Company, {}}, 1, {});
    REQUIRE(view);
    CHECK((*view)->size() == 2);
}

TEST_CASE("A migration that fails leaves the file as it was")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.db"_s);
    REQUIRE(openStore(path, deskSchema()));
    StoreSchema broken = deskSchema();
    broken.migrations.push_back(
        {u"CREATE TABLE new_one (a INTEGER) STRICT"_s, u"CREATE TABLE operation (a INTEGER) STRICT"_s});

    CHECK_FALSE(openStore(path, broken));

    const auto opened = openStore(path, deskSchema());
    REQUIRE(opened);
    CHECK(*(*opened)->number(u"SELECT COUNT(*) FROM sqlite_schema WHERE name = 'new_one'"_s) == 0);
}

TEST_CASE("The desk waits for the disk at every commit, the cache doesn't")
{
    QTemporaryDir folder;
    const auto cache = openStore(folder.filePath(u"cache.db"_s), cacheSchema());
    const auto desk = openStore(folder.filePath(u"desk.db"_s), deskSchema());
    constexpr qint64 normal = 1;
    constexpr qint64 full = 2;
    CHECK(*(*cache)->number(u"PRAGMA synchronous"_s) == normal);
    CHECK(*(*desk)->number(u"PRAGMA synchronous"_s) == full);
    CHECK(*(*desk)->text(u"PRAGMA journal_mode"_s) == u"wal"_s);
    CHECK(*(*desk)->text(u"PRAGMA locking_mode"_s) == u"exclusive"_s);
    CHECK(*(*desk)->number(u"PRAGMA trusted_schema"_s) == 0);
}

TEST_CASE("Counts and orders are answered by indexes alone")
{
    QTemporaryDir folder;
    const auto cache = openStore(folder.filePath(u"cache.db"_s), cacheSchema());
    const auto plan = [&](const QString &sql) {
        QStringList details;
        const auto rows =
            forEachRow(**cache, u"EXPLAIN QUERY PLAN "_s + sql, noBinds, [&](const Statement &s) -> Result<void> {
                details += s.text(3);
                return {};
            });
        REQUIRE(rows);
        return details.join(u'\n');
    };
    CHECK(plan(u"SELECT branch_id, COUNT(*) FROM invitation WHERE status = 'pending' GROUP BY branch_id"_s)
              .contains(u"COVERING INDEX invitation_branch"_s));
    CHECK(
        plan(
            u"SELECT branch_id, COUNT(*) FROM invitation WHERE status = 'pending' AND has_message = 1 GROUP BY branch_id"_s)
            .contains(u"COVERING INDEX invitation_message"_s));
    CHECK(plan(u"SELECT rid, sent_at FROM invitation WHERE status = 'pending' ORDER BY sent_at, rid"_s) ==
          u"SEARCH invitation USING COVERING INDEX invitation_status (status=?)"_s);
    CHECK(plan(u"SELECT rid, sent_at, company_name FROM invitation WHERE status = 'pending' "
               "ORDER BY company_name, branch_id, sent_at, rid"_s) ==
          u"SEARCH invitation USING COVERING INDEX invitation_name (status=?)"_s);
    CHECK(plan(u"SELECT rid, connected_at, company_name FROM client WHERE listed = 1 "
               "ORDER BY company_name, branch_id, connected_at, rid"_s) ==
          u"SEARCH client USING COVERING INDEX client_name (listed=?)"_s);
    CHECK(plan(u"SELECT rid, connected_at FROM client WHERE listed = 1 ORDER BY connected_at DESC, rid DESC"_s) ==
          u"SEARCH client USING COVERING INDEX client_connected (listed=?)"_s);
    CHECK(
        plan(
            u"SELECT rid, connected_at FROM client WHERE listed = 1 AND branch_id = 'b' ORDER BY connected_at DESC, rid DESC"_s) ==
        u"SEARCH client USING COVERING INDEX client_branch (listed=? AND branch_id=?)"_s);
}

TEST_CASE("History and dealings are answered by indexes alone")
{
    QTemporaryDir folder;
    const auto cache = openStore(folder.filePath(u"cache.db"_s), cacheSchema());
    const auto plan = [&](const QString &sql) {
        QStringList details;
        const auto rows = forEachRow(**cache, u"EXPLAIN QUERY PLAN "_s + sql, noBinds,
                                     [&](const Statement &s) -> Result<void> {
                                         details += s.text(3);
                                         return {};
                                     });
        REQUIRE(rows);
        return details.join(u'\n');
    };
    CHECK(plan(u"SELECT t.rid, t.happened_at FROM invitation AS t INDEXED BY invitation_happened "
               "WHERE t.status = 'rejected' AND t.happened_at >= :since ORDER BY t.happened_at DESC"_s) ==
          u"SEARCH t USING COVERING INDEX invitation_happened (happened_at>?)"_s);
    CHECK(plan(u"SELECT t.rid, t.happened_at FROM invitation AS t INDEXED BY invitation_branch_happened "
               "WHERE t.branch_id = :branch ORDER BY t.happened_at DESC"_s) ==
          u"SEARCH t USING COVERING INDEX invitation_branch_happened (branch_id=?)"_s);
    CHECK(plan(u"SELECT t.rid FROM invitation AS t INDEXED BY invitation_company WHERE t.company_key = :key AND "
               "t.company_key <> '' AND t.id <> :id ORDER BY t.happened_at DESC, t.rid DESC LIMIT 9"_s) ==
          u"SEARCH t USING INDEX invitation_company (company_key=?)"_s);
}
