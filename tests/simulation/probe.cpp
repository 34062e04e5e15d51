#include "tests/simulation/probe.h"

#include <functional>
#include <map>
#include <sqlite3.h>

namespace simulation {

namespace {

std::map<std::string, sqlite3 *> &connections()
{
    static std::map<std::string, sqlite3 *> all; // SQLite calls a function without a context
    return all;
}

int opened(sqlite3 *connection, const char **, const struct sqlite3_api_routines *)
{
    const char *path = sqlite3_db_filename(connection, "main");
    if (path && *path)
        connections()[path] = connection;
    return SQLITE_OK;
}

void run(sqlite3 *connection, const std::string &sql)
{
    char *message = nullptr;
    if (sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK)
        qFatal("The probe: %s", message ? message : "no memory");
}

void each(sqlite3 *connection, const std::string &sql, const std::function<void(sqlite3_stmt *)> &row)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        return; // A damaged file: what can't be asked is not answered
    while (sqlite3_step(statement) == SQLITE_ROW)
        row(statement);
    sqlite3_finalize(statement);
}

std::string text(sqlite3_stmt *row, int column)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
    return bytes ? std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(row, column))) : std::string();
}

QString words(sqlite3_stmt *row, int column)
{
    return QString::fromStdString(text(row, column));
}

OperationState stateOf(const std::string &text)
{
    static const std::map<std::string, OperationState> states{
        {"held", OperationState::Held},         {"ready", OperationState::Ready},   {"inflight", OperationState::Inflight},
        {"acked", OperationState::Acked},       {"conflict", OperationState::Conflict}, {"failed", OperationState::Failed},
        {"cancelled", OperationState::Cancelled}};
    const auto found = states.find(text);
    return found == states.end() ? OperationState::Held : found->second;
}

const std::string deskColumns = "id, invitation_id, type, revision, state, maybe_applied, caught_up, "
                                "dismissed_at IS NOT NULL, body, hold, end_kind, coalesce(finished_at, 0)";
const std::string seenColumns = "id, invitation_id, type, revision, state, maybe_applied, caught_up, dismissed, body, hold, "
                                "end_kind, finished_at";
const std::string draftColumns = "'', invitation_id, '', revision, '', 0, 0, 0, CAST(message AS BLOB), 0, '', 0";

/// As columns, each of this row: "new" or "old".
std::string ofRow(const std::string &row)
{
    return row + ".id, " + row + ".invitation_id, " + row + ".type, " + row + ".revision, " + row + ".state, " + row +
           ".maybe_applied, " + row + ".caught_up, " + row + ".dismissed_at IS NOT NULL, " + row + ".body, " + row +
           ".hold, " + row + ".end_kind, coalesce(" + row + ".finished_at, 0)";
}

std::string ofDraft(const std::string &row)
{
    return "'', " + row + ".invitation_id, '', " + row + ".revision, '', 0, 0, 0, CAST(" + row +
           ".message AS BLOB), 0, '', 0";
}

DeskChange deskChange(sqlite3_stmt *row, int from)
{
    DeskChange change;
    change.id = words(row, from);
    change.invitation = words(row, from + 1);
    change.type = words(row, from + 2);
    change.revision = words(row, from + 3);
    change.state = stateOf(text(row, from + 4));
    change.maybeApplied = sqlite3_column_int(row, from + 5) != 0;
    change.caughtUp = sqlite3_column_int(row, from + 6) != 0;
    change.dismissed = sqlite3_column_int(row, from + 7) != 0;
    change.body = QByteArray(static_cast<const char *>(sqlite3_column_blob(row, from + 8)), sqlite3_column_bytes(row, from + 8));
    change.hold = Milliseconds(sqlite3_column_int64(row, from + 9));
    change.endKind = words(row, from + 10);
    change.finishedAt = sqlite3_column_int64(row, from + 11);
    return change;
}

const std::vector<std::string> &kinds()
{
    static const std::vector<std::string> all{"branch", "reason", "member", "invitation", "client", "activity"};
    return all;
}

const std::string cacheColumns = "what, kind, id, version, pass, status, branch, revision, operation, state_before, state, "
                                 "in_full_pass";

std::string ofObject(const std::string &kind, const std::string &row)
{
    std::string more = "'', '', '', ''";
    if (kind == "invitation")
        more = row + "status, " + row + "branch_id, " + row + "revision, " + row + "operation_id";
    else if (kind == "client")
        more = row + "state, " + row + "branch_id, '', ''";
    return "'" + kind + "', " + row + "id, " + row + "version, " + row + "pass, " + more + ", '', '', 0";
}

CacheChange cacheChange(sqlite3_stmt *row)
{
    CacheChange change;
    change.what = static_cast<CacheChange::What>(sqlite3_column_int(row, 0));
    change.kind = text(row, 1);
    change.id = text(row, 2);
    change.version = sqlite3_column_int64(row, 3);
    change.pass = sqlite3_column_int64(row, 4);
    change.status = text(row, 5);
    change.branch = text(row, 6);
    change.revision = text(row, 7);
    change.operation = text(row, 8);
    change.stateBefore = text(row, 9);
    change.state = text(row, 10);
    change.inFullPass = sqlite3_column_int(row, 11) != 0;
    return change;
}

} // namespace

void noteConnections()
{
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(opened));
}

sqlite3 *connectionTo(const std::string &path)
{
    const auto found = connections().find(path);
    return found == connections().end() ? nullptr : found->second;
}

Asked::Asked(sqlite3 *connection, const std::string &read, const std::string &forget)
{
    const bool good = sqlite3_prepare_v2(connection, read.c_str(), -1, &m_read, nullptr) == SQLITE_OK &&
                      sqlite3_prepare_v2(connection, forget.c_str(), -1, &m_forget, nullptr) == SQLITE_OK;
    if (!good)
        qFatal("The probe: %s", sqlite3_errmsg(connection));
}

Asked::~Asked()
{
    sqlite3_finalize(m_read);
    sqlite3_finalize(m_forget);
}

void Asked::take(const std::function<void(sqlite3_stmt *)> &row)
{
    bool any = false;
    while (sqlite3_step(m_read) == SQLITE_ROW) {
        any = true;
        row(m_read);
    }
    sqlite3_reset(m_read);
    if (!any)
        return;
    (void)sqlite3_step(m_forget);
    sqlite3_reset(m_forget);
}

// --- The desk -------------------------------------------------------------------------------------------------------

DeskProbe::DeskProbe(sqlite3 *connection)
    : m_connection(connection)
{
    run(connection, "CREATE TEMP TABLE seen (seq INTEGER PRIMARY KEY, what, before, " + seenColumns + ")");
    const auto write = [connection](const std::string &name, const std::string &when, const std::string &values) {
        run(connection, "CREATE TEMP TRIGGER " + name + " AFTER " + when + " BEGIN INSERT INTO seen (what, before, " +
                            seenColumns + ") VALUES (" + values + "); END");
    };
    write("seen_in", "INSERT ON operation", "0, '', " + ofRow("new"));
    write("seen_up", "UPDATE ON operation", "1, old.state, " + ofRow("new"));
    write("seen_out", "DELETE ON operation", "2, old.state, " + ofRow("old"));
    write("seen_draft_in", "INSERT ON draft", "3, '', " + ofDraft("new"));
    write("seen_draft_up", "UPDATE ON draft", "3, '', " + ofDraft("new"));
    write("seen_draft_out", "DELETE ON draft", "4, '', " + ofDraft("old"));
    m_seen = std::make_unique<Asked>(connection, "SELECT what, before, " + seenColumns + " FROM seen ORDER BY seq",
                                     "DELETE FROM seen");
}

std::vector<DeskChange> DeskProbe::changes()
{
    std::vector<DeskChange> changes;
    m_seen->take([&](sqlite3_stmt *row) {
        changes.push_back(deskChange(row, 2));
        changes.back().what = static_cast<DeskChange::What>(sqlite3_column_int(row, 0));
        changes.back().before = stateOf(text(row, 1));
    });
    return changes;
}

std::vector<DeskChange> DeskProbe::all()
{
    std::vector<DeskChange> rows;
    each(m_connection, "SELECT " + deskColumns + " FROM operation ORDER BY rid",
         [&](sqlite3_stmt *row) { rows.push_back(deskChange(row, 0)); });
    return rows;
}

std::vector<DeskChange> DeskProbe::drafts()
{
    std::vector<DeskChange> rows;
    each(m_connection, "SELECT " + draftColumns + " FROM draft ORDER BY invitation_id",
         [&](sqlite3_stmt *row) { rows.push_back(deskChange(row, 0)); });
    return rows;
}

// --- The cache ------------------------------------------------------------------------------------------------------

CacheProbe::CacheProbe(sqlite3 *connection)
    : m_connection(connection)
{
    run(connection, "CREATE TEMP TABLE seen (seq INTEGER PRIMARY KEY, " + cacheColumns + ")");
    const auto write = [connection](const std::string &name, const std::string &when, const std::string &values) {
        run(connection, "CREATE TEMP TRIGGER " + name + " AFTER " + when + " BEGIN INSERT INTO seen (" + cacheColumns +
                            ") VALUES (" + values + "); END");
    };
    for (const std::string &kind : kinds()) {
        write("seen_in_" + kind, "INSERT ON " + kind, "0, " + ofObject(kind, "new."));
        write("seen_up_" + kind, "UPDATE ON " + kind, "0, " + ofObject(kind, "new."));
        write("seen_out_" + kind, "DELETE ON " + kind, "1, " + ofObject(kind, "old."));
    }
    const std::string none = "'', '', '', ''";
    for (const std::string what : {"INSERT", "UPDATE"})
        write("seen_grave_" + what, what + " ON tombstone", "4, new.kind, new.id, new.version, new.pass, " + none + ", '', '', 0");
    write("seen_grave_out", "DELETE ON tombstone", "5, old.kind, old.id, old.version, old.pass, " + none + ", '', '', 0");
    write("seen_feed", "UPDATE ON feed", "2, '', '', 0, new.pass, " + none + ", old.state, new.state, new.in_full_pass");
    for (const std::string what : {"INSERT", "DELETE"})
        write("seen_overlay_" + what, what + " ON overlay", "3, '', '', 0, 0, " + none + ", '', '', 0");
    m_seen = std::make_unique<Asked>(connection, "SELECT " + cacheColumns + " FROM seen ORDER BY seq", "DELETE FROM seen");
}

std::vector<CacheChange> CacheProbe::changes()
{
    std::vector<CacheChange> changes;
    m_seen->take([&](sqlite3_stmt *row) { changes.push_back(cacheChange(row)); });
    return changes;
}

std::vector<CacheChange> CacheProbe::all()
{
    std::vector<CacheChange> rows;
    for (const std::string &kind : kinds()) {
        each(m_connection, "SELECT 0, " + ofObject(kind, "") + " FROM " + kind + " ORDER BY rid",
             [&](sqlite3_stmt *row) { rows.push_back(cacheChange(row)); });
    }
    each(m_connection, "SELECT 4, kind, id, version, pass, '', '', '', '', '', '', 0 FROM tombstone ORDER BY kind, id",
         [&](sqlite3_stmt *row) { rows.push_back(cacheChange(row)); });
    each(m_connection, "SELECT 2, '', '', 0, pass, '', '', '', '', state, state, in_full_pass FROM feed",
         [&](sqlite3_stmt *row) { rows.push_back(cacheChange(row)); });
    return rows;
}

bool CacheProbe::isUnreadable(const std::string &kind, const std::string &id)
{
    return !text("SELECT 1 FROM unreadable WHERE kind = '" + kind + "' AND key = '" + id + "'").empty();
}

void CacheProbe::rows(const std::string &sql, const std::function<void(const std::vector<std::string> &)> &row)
{
    each(m_connection, sql, [&](sqlite3_stmt *statement) {
        std::vector<std::string> values;
        for (int i = 0; i < sqlite3_column_count(statement); ++i)
            values.push_back(simulation::text(statement, i));
        row(values);
    });
}

std::string CacheProbe::text(const std::string &sql)
{
    std::string found;
    each(m_connection, sql, [&](sqlite3_stmt *row) { found = simulation::text(row, 0); });
    return found;
}

} // namespace simulation
