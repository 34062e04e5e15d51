#include "core/store/countschema.h"

using namespace Qt::Literals::StringLiterals;

// Counts are values, kept by FeedWriter with every row that it writes: reading them costs a row a branch, however many
// invitations there are.

QString recountPendingSql()
{
    return u"INSERT INTO pending_count (branch_id, pending, with_message, overdue, before_soon)\n"
           "SELECT branch_id, COUNT(*), 0, SUM(sent_at <= overdue_until), SUM(sent_at < soon_before)\n"
           "FROM invitation CROSS JOIN count_lines\nWHERE status = 'pending'\nGROUP BY branch_id"_s;
}

QString recountMessagesSql()
{
    return u"UPDATE pending_count\nSET with_message = (SELECT COUNT(*) FROM invitation AS i WHERE "
           "i.status = 'pending' AND i.has_message = 1 AND i.branch_id = pending_count.branch_id)"_s;
}

QString recountClientsSql()
{
    return u"INSERT INTO client_count (branch_id, listed)\nSELECT branch_id, COUNT(*)\nFROM client\n"
           "WHERE listed = 1\nGROUP BY branch_id"_s;
}

QStringList countTables()
{
    return {
        uR"(CREATE TABLE pending_count (
    branch_id TEXT PRIMARY KEY,
    pending INTEGER NOT NULL,
    with_message INTEGER NOT NULL,
    overdue INTEGER NOT NULL,
    before_soon INTEGER NOT NULL
) STRICT, WITHOUT ROWID)"_s,
        // The lines that the two last columns are drawn by, as times of sending.
        uR"(CREATE TABLE count_lines (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    overdue_until INTEGER NOT NULL,
    soon_before INTEGER NOT NULL
) STRICT)"_s,
        u"INSERT INTO count_lines (one, overdue_until, soon_before) VALUES (1, 0, 0)"_s,
        u"CREATE TABLE client_count (branch_id TEXT PRIMARY KEY, active INTEGER NOT NULL) STRICT, WITHOUT ROWID"_s,
        recountPendingSql(),
        recountMessagesSql(),
        u"INSERT INTO client_count (branch_id, active)\nSELECT branch_id, COUNT(*)\nFROM client\n"
        "WHERE state = 'active'\nGROUP BY branch_id"_s,
    };
}

QStringList listedClients()
{
    return {
        u"DROP TABLE client_count"_s,
        u"CREATE TABLE client_count (branch_id TEXT PRIMARY KEY, listed INTEGER NOT NULL) STRICT, WITHOUT ROWID"_s,
        recountClientsSql(),
    };
}
