#include "tests/sandbox/store.h"

#include "tests/sandbox/storeschema.h"

namespace sandbox {

namespace {

Row readRow(const Statement &query)
{
    Row row;
    row.version = query.number(0);
    row.kind = query.string(1);
    row.id = query.string(2);
    row.branch = query.string(3);
    row.formerBranch = query.string(4);
    row.status = query.string(5);
    row.match = query.string(6);
    row.expiresAt = query.maybeNumber(7);
    row.removed = query.number(8) != 0;
    row.body = query.string(9);
    return row;
}

void copyDatabase(sqlite3 *from, sqlite3 *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr)
        requireOk(to, sqlite3_errcode(to));
    sqlite3_backup_step(backup, -1);
    requireOk(to, sqlite3_backup_finish(backup));
}

} // namespace

Store::Store(const std::string &path)
{
    requireOk(m_database, sqlite3_open(path.c_str(), &m_database));
    execute(m_database, "PRAGMA locking_mode = EXCLUSIVE");
    execute(m_database, "PRAGMA journal_mode = PERSIST"); // not WAL: a copy of that can't be kept in memory
    execute(m_database, "PRAGMA synchronous = OFF"); // survives the end of the process; a power cut is no test of this
    execute(m_database, storeSchema);
}

Store::~Store()
{
    m_prepared.clear();
    sqlite3_close(m_database);
}

void Store::begin()
{
    prepared("BEGIN IMMEDIATE").run();
}

void Store::commit()
{
    prepared("COMMIT").run();
}

void Store::rollback()
{
    prepared("ROLLBACK").run();
}

std::optional<Row> Store::find(std::string_view kind, std::string_view id)
{
    Statement &query =
        prepared("SELECT version, kind, id, branch, former_branch, status, match, expires_at, removed, body\n"
                 "FROM objects\n"
                 "WHERE kind = :kind\n"
                 "AND id = :id\n"
                 "ORDER BY version");
    const auto found = rows(query.bind(":kind", kind).bind(":id", id));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

void Store::put(const Row &row)
{
    prepared("INSERT INTO objects\n"
             "(version, kind, id, branch, former_branch, status, match, expires_at, removed, body)\n"
             "VALUES (:version, :kind, :id, :branch, :former_branch, :status, :match, :expires_at, :removed, :body)\n"
             "ON CONFLICT (kind, id) DO UPDATE\n"
             "SET version = excluded.version, branch = excluded.branch, former_branch = excluded.former_branch,\n"
             "status = excluded.status, match = excluded.match, expires_at = excluded.expires_at,\n"
             "removed = excluded.removed, body = excluded.body")
        .bind(":version", row.version)
        .bind(":kind", row.kind)
        .bind(":id", row.id)
        .bind(":branch", row.branch)
        .bind(":former_branch", row.formerBranch)
        .bind(":status", row.status)
        .bind(":match", row.match)
        .bind(":expires_at", row.expiresAt)
        .bind(":removed", std::int64_t(row.removed ? 1 : 0))
        .bind(":body", row.body)
        .run();
}

std::vector<Row> Store::after(std::int64_t version, std::int64_t most)
{
    return rows(prepared("SELECT version, kind, id, branch, former_branch, status, match, expires_at, removed, body\n"
                         "FROM objects\n"
                         "WHERE version > :version\n"
                         "ORDER BY version\n"
                         "LIMIT :most")
                    .bind(":version", version)
                    .bind(":most", most));
}

std::vector<Row> Store::latest(std::string_view kind, std::int64_t most)
{
    return rows(prepared("SELECT version, kind, id, branch, former_branch, status, match, expires_at, removed, body\n"
                         "FROM objects\n"
                         "WHERE +kind = :kind\n" // not by the index on names: the newest are at the end of the table
                         "AND removed = 0\n"
                         "ORDER BY version DESC\n"
                         "LIMIT :most")
                    .bind(":kind", kind)
                    .bind(":most", most));
}

std::vector<Row> Store::all(std::string_view kind)
{
    return rows(prepared("SELECT version, kind, id, branch, former_branch, status, match, expires_at, removed, body\n"
                         "FROM objects\n"
                         "WHERE kind = :kind\n"
                         "AND removed = 0\n"
                         "ORDER BY id")
                    .bind(":kind", kind));
}

std::optional<Row> Store::connectedClient(std::string_view match)
{
    const auto found =
        rows(prepared("SELECT version, kind, id, branch, former_branch, status, match, expires_at, removed, body\n"
                      "FROM objects\n"
                      "WHERE match = :match\n"
                      "AND match <> ''\n"
                      "AND status = 'active'\n"
                      "AND removed = 0\n"
                      "ORDER BY version")
                 .bind(":match", match));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<Row> Store::expiredBy(std::int64_t time)
{
    return rows(prepared("SELECT version, kind, id, branch, former_branch, status, match, expires_at, removed, body\n"
                         "FROM objects\n"
                         "WHERE expires_at <= :time\n"
                         "ORDER BY expires_at, version")
                    .bind(":time", time));
}

std::int64_t Store::highestVersion()
{
    Statement &query = prepared("SELECT coalesce(max(version), 0)\n"
                                "FROM objects\n"
                                "ORDER BY 1");
    const std::int64_t highest = query.step() ? query.number(0) : 0;
    query.fresh();
    return highest;
}

std::map<std::string, std::int64_t> Store::pendingPerBranch()
{
    Statement &query = prepared("SELECT branch, count(*)\n"
                                "FROM objects\n"
                                "WHERE kind = 'invitation'\n"
                                "AND status = 'pending'\n"
                                "AND removed = 0\n"
                                "GROUP BY branch\n"
                                "ORDER BY branch");
    std::map<std::string, std::int64_t> counts;
    while (query.step())
        counts[query.string(0)] = query.number(1);
    return counts;
}

std::int64_t Store::count(std::string_view kind)
{
    Statement &query = prepared("SELECT count(*)\n"
                                "FROM objects\n"
                                "WHERE kind = :kind\n"
                                "AND removed = 0\n"
                                "ORDER BY 1");
    query.bind(":kind", kind);
    const std::int64_t number = query.step() ? query.number(0) : 0;
    query.fresh();
    return number;
}

std::optional<StoredOperation> Store::operation(std::string_view id)
{
    Statement &query = prepared("SELECT id, person, request, status, answer\n"
                                "FROM operations\n"
                                "WHERE id = :id\n"
                                "ORDER BY id");
    std::optional<StoredOperation> found;
    if (query.bind(":id", id).step())
        found =
            StoredOperation{query.string(0), query.string(1), query.string(2), int(query.number(3)), query.string(4)};
    query.fresh();
    return found;
}

void Store::remember(const StoredOperation &operation)
{
    prepared("INSERT INTO operations (id, person, request, status, answer)\n"
             "VALUES (:id, :person, :request, :status, :answer)")
        .bind(":id", operation.id)
        .bind(":person", operation.person)
        .bind(":request", operation.request)
        .bind(":status", std::int64_t(operation.status))
        .bind(":answer", operation.answer)
        .run();
}

std::optional<std::string> Store::note(std::string_view name)
{
    Statement &query = prepared("SELECT value\n"
                                "FROM notes\n"
                                "WHERE name = :name\n"
                                "ORDER BY name");
    std::optional<std::string> found;
    if (query.bind(":name", name).step())
        found = query.string(0);
    query.fresh();
    return found;
}

void Store::setNote(std::string_view name, std::string_view value)
{
    prepared("INSERT INTO notes (name, value)\n"
             "VALUES (:name, :value)\n"
             "ON CONFLICT (name) DO UPDATE\n"
             "SET value = excluded.value")
        .bind(":name", name)
        .bind(":value", value)
        .run();
}

std::unique_ptr<Store> Store::copy()
{
    auto other = std::make_unique<Store>(":memory:");
    copyDatabase(m_database, other->m_database);
    return other;
}

void Store::become(Store &other)
{
    m_prepared.clear();
    copyDatabase(other.m_database, m_database);
}

Statement &Store::prepared(std::string_view sql)
{
    auto &statement = m_prepared[sql];
    if (!statement)
        statement = std::make_unique<Statement>(m_database, sql);
    return statement->fresh();
}

std::vector<Row> Store::rows(Statement &query)
{
    std::vector<Row> found;
    while (query.step())
        found.push_back(readRow(query));
    return found;
}

} // namespace sandbox
