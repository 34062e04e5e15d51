#include "core/store/cacheprivate.h"

#include "core/domain/responseclock.h"
#include "core/store/countwriter.h"
#include "core/store/sql.h"
#include "core/store/transaction.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

// The counts are values that CountWriter keeps. Only time moves behind its back: what it has moved since the lines were
// drawn last is a short range of an index.
namespace {

/// Lines further apart than this are drawn anew, so that the range between them stays short.
constexpr Milliseconds redrawAfter = 10min;

CountLines linesAt(Instant now, int respondWithinHours)
{
    const Instant overdueUntil = now - std::chrono::hours(respondWithinHours);
    return {overdueUntil, overdueUntil + dueSoonBefore};
}

/// What a branch's counts gain when the lines move: from and to are the earlier and the later of the two.
QString overdueSql()
{
    return u"pending_count.overdue + :overdue_sign * (SELECT COUNT(*) FROM invitation AS i WHERE i.status = 'pending' "
           "AND i.branch_id = pending_count.branch_id AND i.sent_at > :overdue_from AND i.sent_at <= :overdue_to)"_s;
}

QString beforeSoonSql()
{
    return u"pending_count.before_soon + :soon_sign * (SELECT COUNT(*) FROM invitation AS i WHERE i.status = 'pending' "
           "AND i.branch_id = pending_count.branch_id AND i.sent_at >= :soon_from AND i.sent_at < :soon_to)"_s;
}

void bindMove(Statement &statement, const CountLines &old, const CountLines &lines)
{
    const auto [overdueFrom, overdueTo] = std::minmax(old.overdueUntil, lines.overdueUntil);
    const auto [soonFrom, soonTo] = std::minmax(old.soonBefore, lines.soonBefore);
    statement.bind(u":overdue_sign"_s, lines.overdueUntil < old.overdueUntil ? -1 : 1)
        .bind(u":overdue_from"_s, overdueFrom)
        .bind(u":overdue_to"_s, overdueTo)
        .bind(u":soon_sign"_s, lines.soonBefore < old.soonBefore ? -1 : 1)
        .bind(u":soon_from"_s, soonFrom)
        .bind(u":soon_to"_s, soonTo);
}

Result<std::map<BranchId, PendingCounts>> pendingAt(Database &database, const CountLines &old, const CountLines &lines)
{
    std::map<BranchId, PendingCounts> byBranch;
    const Result<void> read =
        forEachRow(database,
                   u"SELECT branch_id, pending, with_message, %1, %2\nFROM pending_count\nWHERE pending <> 0\n"
                   "ORDER BY branch_id"_s.arg(overdueSql(), beforeSoonSql()),
                   [&](Statement &statement) { bindMove(statement, old, lines); },
                   [&](const Statement &statement) -> Result<void> {
                       const auto branch = BranchId::parse(statement.text(0));
                       const qint64 overdue = statement.number(3);
                       if (branch)
                           byBranch[*branch] = {statement.number(1), statement.number(4) - overdue, overdue,
                                                statement.number(2)};
                       return {};
                   });
    if (!read)
        return failure(read.error());
    return byBranch;
}

Result<void> redraw(Database &database, const CountLines &old, const CountLines &lines)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return failure(transaction.error());
    Result<void> moved =
        runSql(database, u"UPDATE pending_count\nSET overdue = %1, before_soon = %2"_s.arg(overdueSql(), beforeSoonSql()),
               [&](Statement &statement) { bindMove(statement, old, lines); });
    if (!moved)
        return moved;
    Result<void> noted = runSql(
        database, u"UPDATE count_lines\nSET overdue_until = :overdue_until, soon_before = :soon_before\nWHERE one = 1"_s,
        [&](Statement &statement) {
            statement.bind(u":overdue_until"_s, lines.overdueUntil).bind(u":soon_before"_s, lines.soonBefore);
        });
    if (!noted)
        return noted;
    return transaction->commit();
}

/// Takes off what the desk overlays: few, so one by one. CROSS JOIN, because SQLite would rather go through every
/// invitation in order than sort the few.
Result<void> takeOffOverlay(Database &database, const CountLines &lines, std::map<BranchId, PendingCounts> &byBranch)
{
    return forEachRow(database,
                      u"SELECT i.branch_id, i.sent_at, i.has_message\nFROM temp.overlay AS o\n"
                      "CROSS JOIN invitation AS i ON i.id = o.id\nWHERE i.status = 'pending'\nORDER BY i.rid"_s,
                      noBinds, [&](const Statement &statement) -> Result<void> {
                          const auto branch = BranchId::parse(statement.text(0));
                          if (!branch)
                              return {};
                          PendingCounts &counts = byBranch[*branch];
                          const Instant sentAt = instantFromMs(statement.number(1));
                          counts.pending -= 1;
                          counts.withMessage -= statement.number(2);
                          if (sentAt <= lines.overdueUntil)
                              counts.overdue -= 1;
                          else if (sentAt < lines.soonBefore)
                              counts.dueSoon -= 1;
                          return {};
                      });
}

Result<std::map<BranchId, qint64>> readCounts(Database &database, const QString &sql)
{
    std::map<BranchId, qint64> counts;
    const Result<void> read = forEachRow(database, sql, noBinds, [&](const Statement &statement) -> Result<void> {
        if (const auto branch = BranchId::parse(statement.text(0)))
            counts[*branch] = statement.number(1);
        return {};
    });
    if (!read)
        return failure(read.error());
    return counts;
}

} // namespace

Result<Counts> CacheStore::counts(Instant now, int respondWithinHours)
{
    const CountLines lines = linesAt(now, respondWithinHours);
    const Result<CountLines> drawn = countLinesDrawn(*d->database);
    if (!drawn)
        return failure(drawn.error());
    Result<std::map<BranchId, PendingCounts>> byBranch = pendingAt(*d->database, *drawn, lines);
    if (!byBranch)
        return failure(byBranch.error());
    const Milliseconds apart = lines.overdueUntil - drawn->overdueUntil;
    if (apart > redrawAfter || apart < -redrawAfter)
        static_cast<void>(redraw(*d->database, *drawn, lines)); // The counts are right also where this can't be written
    if (const Result<void> done = takeOffOverlay(*d->database, lines, *byBranch); !done)
        return failure(done.error());
    Result<std::map<BranchId, qint64>> clients = readCounts(
        *d->database, u"SELECT branch_id, listed\nFROM client_count\nWHERE listed <> 0\nORDER BY branch_id"_s);
    if (!clients)
        return failure(clients.error());
    Counts counts{std::move(*byBranch), {}, std::move(*clients), 0};
    std::erase_if(counts.byBranch, [](const auto &branch) { return branch.second == PendingCounts{}; });
    for (const auto &[branch, counted] : counts.byBranch) {
        counts.all.pending += counted.pending;
        counts.all.dueSoon += counted.dueSoon;
        counts.all.overdue += counted.overdue;
        counts.all.withMessage += counted.withMessage;
    }
    for (const auto &[branch, listed] : counts.clientsByBranch)
        counts.clients += listed;
    return counts;
}

Result<std::map<BranchId, qint64>> CacheStore::rawPending()
{
    return readCounts(*d->database,
                      u"SELECT branch_id, pending\nFROM pending_count\nWHERE pending <> 0\nORDER BY branch_id"_s);
}
