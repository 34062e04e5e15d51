#include "core/store/countschema.h"
#include "core/store/historyschema.h"
#include "core/store/openstore.h"

using namespace Qt::Literals::StringLiterals;

// cache.db. `pass` is the full pass that brought a row last: a full pass's end drops what it did not bring. Row ids are
// never used again, so that a view can't take one object for another. Lists are JSON.
namespace {

QStringList feedTables()
{
    return {
        uR"(CREATE TABLE feed (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    state TEXT NOT NULL,
    pass INTEGER NOT NULL,
    in_full_pass INTEGER NOT NULL,
    ever_whole INTEGER NOT NULL,
    received INTEGER NOT NULL,
    last_page_at INTEGER
) STRICT)"_s,
        u"INSERT INTO feed (one, state, pass, in_full_pass, ever_whole, received) VALUES (1, '', 0, 0, 0, 0)"_s,
        uR"(CREATE TABLE session (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    user_id TEXT NOT NULL,
    user_name TEXT NOT NULL,
    user_email TEXT NOT NULL,
    practice_id TEXT NOT NULL,
    practice_name TEXT NOT NULL,
    reply_message_limit INTEGER NOT NULL,
    respond_within_hours INTEGER NOT NULL,
    link_hosts TEXT NOT NULL,
    server_time INTEGER NOT NULL
) STRICT)"_s,
        uR"(CREATE TABLE tombstone (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE unreadable (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    reason TEXT NOT NULL,
    raw BLOB NOT NULL,
    pass INTEGER NOT NULL,
    UNIQUE (kind, key)
) STRICT)"_s,
    };
}

QStringList practiceTables()
{
    return {
        uR"(CREATE TABLE branch (
    rid INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    country TEXT NOT NULL,
    currency TEXT NOT NULL,
    state TEXT NOT NULL,
    permissions TEXT NOT NULL
) STRICT)"_s,
        uR"(CREATE TABLE reason (
    rid INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    use TEXT NOT NULL,
    label TEXT NOT NULL,
    description TEXT NOT NULL,
    position INTEGER NOT NULL,
    text_required INTEGER NOT NULL
) STRICT)"_s,
        uR"(CREATE TABLE member (
    rid INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    branch_ids TEXT NOT NULL
) STRICT)"_s,
    };
}

QStringList invitationTable()
{
    return {
        uR"(CREATE TABLE invitation (
    rid INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    revision TEXT NOT NULL,
    branch_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    status TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    has_message INTEGER NOT NULL,
    company_name TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    owner_email TEXT NOT NULL,
    country TEXT NOT NULL,
    registration_number TEXT NOT NULL,
    expires_at INTEGER,
    decided_at INTEGER,
    decided_by TEXT,
    decided_by_name TEXT NOT NULL,
    operation_id TEXT NOT NULL,
    reason_id TEXT,
    superseded_by TEXT,
    client_id TEXT,
    reason_text TEXT NOT NULL,
    message TEXT NOT NULL,
    reply_message TEXT NOT NULL
) STRICT)"_s,
        // What is counted and put in order is answered from these alone (sync.md, fact 11); an index with a condition
        // has to hold the columns of its condition too, else SQLite reads the rows.
        u"CREATE INDEX invitation_status ON invitation (status, sent_at)"_s,
        u"CREATE INDEX invitation_branch ON invitation (status, branch_id, sent_at)"_s,
        u"CREATE INDEX invitation_message ON invitation (status, has_message, branch_id, sent_at) WHERE has_message = 1"_s,
        u"CREATE TABLE invitation_text (rid INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"_s,
        u"CREATE VIRTUAL TABLE invitation_fts USING fts5 (text, content = '', tokenize = 'trigram case_sensitive 1')"_s,
    };
}

QStringList clientTable()
{
    return {
        uR"(CREATE TABLE client (
    rid INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    branch_id TEXT NOT NULL,
    company_name TEXT NOT NULL,
    owner_name TEXT NOT NULL,
    owner_email TEXT NOT NULL,
    billing TEXT NOT NULL,
    state TEXT NOT NULL,
    connected_at INTEGER NOT NULL,
    disconnected_at INTEGER,
    disconnected_by TEXT NOT NULL,
    account_url TEXT NOT NULL,
    invitation_id TEXT,
    accountants TEXT NOT NULL,
    first_steps TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT)"_s,
        u"CREATE INDEX client_state ON client (state, connected_at)"_s,
        u"CREATE INDEX client_branch ON client (state, branch_id, connected_at)"_s,
        u"CREATE INDEX client_invitation ON client (invitation_id) WHERE invitation_id IS NOT NULL"_s,
        u"CREATE TABLE client_text (rid INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"_s,
        u"CREATE VIRTUAL TABLE client_fts USING fts5 (text, content = '', tokenize = 'trigram case_sensitive 1')"_s,
    };
}

QStringList activityTable()
{
    return {
        uR"(CREATE TABLE activity (
    rid INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    pass INTEGER NOT NULL,
    branch_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    invitation_id TEXT,
    client_id TEXT,
    detail TEXT NOT NULL
) STRICT)"_s,
        u"CREATE INDEX activity_at ON activity (at)"_s,
        u"CREATE INDEX activity_branch ON activity (branch_id, at)"_s,
        u"CREATE INDEX activity_invitation ON activity (invitation_id) WHERE invitation_id IS NOT NULL"_s,
        u"CREATE INDEX activity_client ON activity (client_id) WHERE client_id IS NOT NULL"_s,
        u"CREATE TABLE activity_text (rid INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"_s,
        u"CREATE VIRTUAL TABLE activity_fts USING fts5 (text, content = '', tokenize = 'trigram case_sensitive 1')"_s,
    };
}

/// A column instead of a comparison, so that indexes alone put clients in order: those in a state that this version
/// does not know are listed, only those that left are not.
QStringList clientListing()
{
    return {
        u"ALTER TABLE client ADD COLUMN listed INTEGER NOT NULL DEFAULT 1"_s,
        u"UPDATE client\nSET listed = 0\nWHERE state = 'disconnected'"_s,
        u"DROP INDEX client_state"_s,
        u"DROP INDEX client_branch"_s,
        u"DROP INDEX client_name"_s,
        u"CREATE INDEX client_connected ON client (listed, connected_at)"_s,
        u"CREATE INDEX client_branch ON client (listed, branch_id, connected_at)"_s,
        u"CREATE INDEX client_name ON client (listed, company_name, branch_id, connected_at)"_s,
    };
}

/// All that an order by name needs, so that no row is read for it.
QStringList nameIndexes()
{
    return {
        u"CREATE INDEX invitation_name ON invitation (status, company_name, branch_id, sent_at)"_s,
        u"CREATE INDEX client_name ON client (state, company_name, branch_id, connected_at)"_s,
    };
}

} // namespace

StoreSchema cacheSchema()
{
    constexpr quint32 applicationId = 0x41744361; // "AtCa"
    const QStringList first = feedTables() + practiceTables() + invitationTable() + clientTable() + activityTable();
    return {applicationId,
            {first, countTables(), nameIndexes(), clientListing() + listedClients(), historyColumns()},
            false};
}
