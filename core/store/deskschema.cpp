#include "core/store/openstore.h"

using namespace Qt::Literals::StringLiterals;

// desk.db. Rows are what the accountant said: a decision with what was read when it was made, and how it ended.
namespace {

QStringList firstTables()
{
    return {
        uR"(CREATE TABLE operation (
    rid INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    invitation_id TEXT NOT NULL,
    revision TEXT NOT NULL,
    reason_id TEXT,
    reason_text TEXT NOT NULL,
    message TEXT NOT NULL,
    body BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('held', 'ready', 'inflight', 'acked', 'conflict', 'failed', 'cancelled')),
    maybe_applied INTEGER NOT NULL CHECK (maybe_applied IN (0, 1)),
    attempts INTEGER NOT NULL,
    hold INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    acked_at INTEGER,
    finished_at INTEGER,
    dismissed_at INTEGER,
    replaces TEXT,
    caught_up INTEGER NOT NULL CHECK (caught_up IN (0, 1)),
    reviewed_branch_id TEXT NOT NULL,
    reviewed_branch_name TEXT NOT NULL,
    reviewed_company_name TEXT NOT NULL,
    reviewed_owner_name TEXT NOT NULL,
    reviewed_owner_email TEXT NOT NULL,
    reviewed_message TEXT NOT NULL,
    reviewed_reason_label TEXT NOT NULL,
    end_kind TEXT NOT NULL,
    end_code TEXT NOT NULL,
    end_detail TEXT NOT NULL,
    end_field TEXT NOT NULL,
    end_permission TEXT NOT NULL,
    end_by_name TEXT NOT NULL,
    end_by_at INTEGER,
    end_status TEXT NOT NULL
) STRICT)"_s,
        // One live decision on an invitation, whatever the program does.
        u"CREATE UNIQUE INDEX operation_live ON operation (invitation_id) WHERE state IN ('held', 'ready', 'inflight')"_s,
        u"CREATE INDEX operation_invitation ON operation (invitation_id)"_s,
        u"CREATE INDEX operation_state ON operation (state)"_s,
        uR"(CREATE TABLE draft (
    invitation_id TEXT PRIMARY KEY,
    revision TEXT NOT NULL,
    reason_id TEXT NOT NULL,
    reason_text TEXT NOT NULL,
    message TEXT NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT)"_s,
    };
}

/// Words that are for this computer alone. `mark` says on each row what it is: where a desk's first page is lost,
/// another one's says where its tables are (desksalvage.cpp), and these tables stand elsewhere in a desk that is older
/// than they.
QStringList writingTables()
{
    return {
        uR"(CREATE TABLE reply_template (
    rid INTEGER PRIMARY KEY,
    mark TEXT NOT NULL CHECK (mark = 'reply_template'),
    id TEXT NOT NULL UNIQUE,
    reason_id TEXT,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT)"_s,
        // ended_at: since when the invitation is known to be no longer pending, or no longer here.
        uR"(CREATE TABLE note (
    rid INTEGER PRIMARY KEY,
    mark TEXT NOT NULL CHECK (mark = 'note'),
    invitation_id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT)"_s,
    };
}

/// Decisions on clients and branches: several of a client may wait, and their row names no invitation. What they say is in
/// their body.
QStringList decisionsOnClients()
{
    return {
        u"DROP INDEX operation_live"_s,
        u"CREATE UNIQUE INDEX operation_live ON operation (invitation_id)\n"
        "WHERE invitation_id <> '' AND state IN ('held', 'ready', 'inflight')"_s,
    };
}

} // namespace

StoreSchema deskSchema()
{
    constexpr quint32 applicationId = 0x41744465; // "AtDe"
    return {applicationId, {firstTables(), writingTables(), decisionsOnClients()}, true};
}
