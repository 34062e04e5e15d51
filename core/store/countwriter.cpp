#include "core/store/countwriter.h"

#include "core/store/countschema.h"
#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

Result<CountLines> countLinesDrawn(Database &database)
{
    const auto lines = selectOne<CountLines>(
        database, u"SELECT overdue_until, soon_before\nFROM count_lines\nWHERE one = 1\nORDER BY one"_s, noBinds,
        [](const Statement &statement) -> Result<CountLines> {
            return CountLines{instantFromMs(statement.number(0)), instantFromMs(statement.number(1))};
        });
    if (!lines)
        return failure(lines.error());
    if (!*lines)
        return failure(ErrorKind::Damaged, u"The lines of the counts are gone"_s);
    return **lines;
}

CountWriter::CountWriter(Database &database)
    : m_database(database)
{}

Result<void> CountWriter::take(ObjectKind kind, qint64 rowid)
{
    if (kind == ObjectKind::Invitation)
        return takeInvitation(rowid);
    if (kind == ObjectKind::Client)
        return takeClient(rowid);
    return {};
}

Result<void> CountWriter::takeInvitation(qint64 rowid)
{
    return forEachRow(
        m_database,
        u"SELECT branch_id, sent_at, has_message\nFROM invitation\nWHERE rid = :rid AND status = 'pending'\nORDER BY rid"_s,
        [rowid](Statement &statement) { statement.bind(u":rid"_s, rowid); },
        [this](const Statement &statement) -> Result<void> {
            const auto branch = BranchId::parse(statement.text(0));
            if (!branch)
                return {};
            return add(*branch, instantFromMs(statement.number(1)), statement.number(2) != 0, -1);
        });
}

Result<void> CountWriter::takeClient(qint64 rowid)
{
    return forEachRow(
        m_database, u"SELECT branch_id\nFROM client\nWHERE rid = :rid AND listed = 1\nORDER BY rid"_s,
        [rowid](Statement &statement) { statement.bind(u":rid"_s, rowid); },
        [this](const Statement &statement) -> Result<void> {
            if (const auto branch = BranchId::parse(statement.text(0)))
                m_clients[*branch] -= 1;
            return {};
        });
}

Result<void> CountWriter::give(const Invitation &invitation)
{
    if (invitation.status != InvitationStatus::Pending)
        return {};
    return add(invitation.branchId, invitation.sentAt, !invitation.message.isEmpty(), 1);
}

void CountWriter::give(const Client &client)
{
    if (isListed(client))
        m_clients[client.branchId] += 1;
}

Result<void> CountWriter::add(const BranchId &branch, Instant sentAt, bool hasMessage, int by)
{
    if (!m_lines) {
        const Result<CountLines> drawn = countLinesDrawn(m_database);
        if (!drawn)
            return failure(drawn.error());
        m_lines = *drawn;
    }
    Pending &counts = m_pending[branch];
    counts.pending += by;
    counts.withMessage += hasMessage ? by : 0;
    counts.overdue += sentAt <= m_lines->overdueUntil ? by : 0;
    counts.beforeSoon += sentAt < m_lines->soonBefore ? by : 0;
    return {};
}

Result<void> CountWriter::write()
{
    for (const auto &[branch, gained] : m_pending) {
        const Result<void> written = runSql(
            m_database,
            u"INSERT INTO pending_count (branch_id, pending, with_message, overdue, before_soon)\n"
            "VALUES (:branch, :pending, :with_message, :overdue, :before_soon)\n"
            "ON CONFLICT (branch_id) DO UPDATE SET pending = pending + excluded.pending, "
            "with_message = with_message + excluded.with_message, overdue = overdue + excluded.overdue, "
            "before_soon = before_soon + excluded.before_soon"_s,
            [&branch = branch, &gained = gained](Statement &statement) {
                statement.bind(u":branch"_s, branch)
                    .bind(u":pending"_s, gained.pending)
                    .bind(u":with_message"_s, gained.withMessage)
                    .bind(u":overdue"_s, gained.overdue)
                    .bind(u":before_soon"_s, gained.beforeSoon);
            });
        if (!written)
            return written;
    }
    for (const auto &[branch, gained] : m_clients) {
        const Result<void> written = runSql(m_database,
                                            u"INSERT INTO client_count (branch_id, listed)\nVALUES (:branch, :listed)\n"
                                            "ON CONFLICT (branch_id) DO UPDATE SET listed = listed + excluded.listed"_s,
                                            [&branch = branch, &gained = gained](Statement &statement) {
                                                statement.bind(u":branch"_s, branch).bind(u":listed"_s, gained);
                                            });
        if (!written)
            return written;
    }
    return {};
}

Result<void> CountWriter::recount()
{
    m_pending.clear();
    m_clients.clear();
    for (const QString &sql : {u"DELETE FROM pending_count"_s, recountPendingSql(), recountMessagesSql(),
                               u"DELETE FROM client_count"_s, recountClientsSql()}) {
        if (Result<void> done = runSql(m_database, sql, noBinds); !done)
            return done;
    }
    return {};
}
