#include "core/domain/responseclock.h"
#include "core/store/cacheprivate.h"
#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

namespace {

using Count = qint64 PendingCounts::*;

void count(Counts &counts, const BranchId &branch, Count member, qint64 by)
{
    counts.all.*member += by;
    counts.byBranch[branch].*member += by;
}

/// `sql` answers branch ids and how many.
template <class Binder, class Add>
Result<void> addCounts(Database &database, const QString &sql, Binder binder, Add add)
{
    return forEachRow(database, sql, binder, [&](const Statement &statement) -> Result<void> {
        if (const auto branch = BranchId::parse(statement.text(0)))
            add(*branch, statement.number(1));
        return {};
    });
}

QString countPending(const QString &condition)
{
    return u"SELECT branch_id, COUNT(*)\nFROM invitation\nWHERE status = 'pending'%1\nGROUP BY branch_id\nORDER BY branch_id"_s
        .arg(condition);
}

/// The lines that time draws through the pending ones, as times they were sent: as urgency() has them.
struct Lines
{
    Instant overdueUntil; ///< Sent then or before: overdue
    Instant soonBefore;   ///< Sent after the other and before this: due soon
};

Lines linesAt(Instant now, int respondWithinHours)
{
    const Instant overdueUntil = now - std::chrono::hours(respondWithinHours);
    return {overdueUntil, overdueUntil + dueSoonBefore};
}

} // namespace

/// Counted from indexes alone; the few that the desk overlays are taken off one by one.
Result<Counts> CacheStore::counts(Instant now, int respondWithinHours)
{
    Counts counts;
    const Lines lines = linesAt(now, respondWithinHours);
    const auto add = [&](Count member) {
        return [&counts, member](const BranchId &branch, qint64 by) { count(counts, branch, member, by); };
    };
    const auto bindOverdue = [&](Statement &statement) { statement.bind(u":overdue"_s, lines.overdueUntil); };
    const auto bindSoon = [&](Statement &statement) {
        statement.bind(u":overdue"_s, lines.overdueUntil).bind(u":soon"_s, lines.soonBefore);
    };
    Database &database = *d->database;
    Result<void> done = addCounts(database, countPending({}), noBinds, add(&PendingCounts::pending));
    if (done)
        done = addCounts(database, countPending(u" AND has_message = 1"_s), noBinds, add(&PendingCounts::withMessage));
    if (done)
        done =
            addCounts(database, countPending(u" AND sent_at <= :overdue"_s), bindOverdue, add(&PendingCounts::overdue));
    if (done) {
        done = addCounts(database, countPending(u" AND sent_at > :overdue AND sent_at < :soon"_s), bindSoon,
                         add(&PendingCounts::dueSoon));
    }
    if (done) {
        done = forEachRow(database,
                          u"SELECT i.branch_id, i.sent_at, i.has_message\nFROM temp.overlay AS o\n"
                          "JOIN invitation AS i ON i.id = o.id\nWHERE i.status = 'pending'\nORDER BY i.rid"_s,
                          noBinds, [&](const Statement &statement) -> Result<void> {
                              const auto branch = BranchId::parse(statement.text(0));
                              if (!branch)
                                  return {};
                              const Instant sentAt = instantFromMs(statement.number(1));
                              count(counts, *branch, &PendingCounts::pending, -1);
                              count(counts, *branch, &PendingCounts::withMessage, -statement.number(2));
                              if (sentAt <= lines.overdueUntil)
                                  count(counts, *branch, &PendingCounts::overdue, -1);
                              else if (sentAt < lines.soonBefore)
                                  count(counts, *branch, &PendingCounts::dueSoon, -1);
                              return {};
                          });
    }
    if (done) {
        done = addCounts(database,
                         u"SELECT branch_id, COUNT(*)\nFROM client\nWHERE state = 'active'\nGROUP BY branch_id\n"
                         "ORDER BY branch_id"_s,
                         noBinds, [&](const BranchId &branch, qint64 by) {
                             counts.clientsByBranch[branch] += by;
                             counts.clients += by;
                         });
    }
    if (!done)
        return failure(done.error());
    std::erase_if(counts.byBranch, [](const auto &branch) { return branch.second == PendingCounts{}; });
    return counts;
}

Result<std::map<BranchId, qint64>> CacheStore::rawPending()
{
    std::map<BranchId, qint64> pending;
    const Result<void> done = addCounts(*d->database, countPending({}), noBinds,
                                        [&](const BranchId &branch, qint64 by) { pending[branch] += by; });
    if (!done)
        return failure(done.error());
    return pending;
}
