#include "core/store/cacheprivate.h"

#include "core/domain/responseclock.h"
#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

// Counted branch by branch, each count a range of one index: a fifth of the time that GROUP BY takes.
namespace {

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

/// The branches that rows of a state are on: from one to the next in the index, so that only their number counts.
Result<std::vector<BranchId>> branchesOf(Database &database, const QString &sql)
{
    std::vector<BranchId> branches;
    QString last;
    while (true) {
        const auto next = selectOne<QString>(
            database, sql, [&](Statement &statement) { statement.bind(u":last"_s, last); },
            [](const Statement &statement) -> Result<QString> { return statement.text(0); });
        if (!next)
            return failure(next.error());
        last = next->value_or(QString());
        if (last.isEmpty())
            return branches;
        if (const auto branch = BranchId::parse(last))
            branches.push_back(*branch);
    }
}

Result<std::vector<BranchId>> pendingBranches(Database &database)
{
    return branchesOf(database, u"SELECT branch_id\nFROM invitation\nWHERE status = 'pending' AND branch_id > :last\n"
                                "ORDER BY branch_id\nLIMIT 1"_s);
}

Result<std::vector<BranchId>> clientBranches(Database &database)
{
    return branchesOf(database, u"SELECT branch_id\nFROM client\nWHERE state = 'active' AND branch_id > :last\n"
                                "ORDER BY branch_id\nLIMIT 1"_s);
}

template <class Binder>
Result<qint64> countRows(Database &database, const QString &condition, Binder binder)
{
    const auto count =
        selectOne<qint64>(database, u"SELECT COUNT(*)\nFROM %1"_s.arg(condition), binder,
                          [](const Statement &statement) -> Result<qint64> { return statement.number(0); });
    if (!count)
        return failure(count.error());
    return count->value_or(0);
}

QString pendingOn()
{
    return u"invitation\nWHERE status = 'pending' AND branch_id = :branch"_s;
}

Result<qint64> countPending(Database &database, const BranchId &branch)
{
    return countRows(database, pendingOn(), [&](Statement &statement) { statement.bind(u":branch"_s, branch); });
}

Result<PendingCounts> countBranch(Database &database, const BranchId &branch, const Lines &lines)
{
    const auto bindBranch = [&](Statement &statement) { statement.bind(u":branch"_s, branch); };
    const auto pending = countPending(database, branch);
    const auto messages = countRows(database, pendingOn() + u" AND has_message = 1"_s, bindBranch);
    const auto overdue = countRows(database, pendingOn() + u" AND sent_at <= :overdue"_s, [&](Statement &statement) {
        statement.bind(u":branch"_s, branch).bind(u":overdue"_s, lines.overdueUntil);
    });
    const auto soon =
        countRows(database, pendingOn() + u" AND sent_at > :overdue AND sent_at < :soon"_s, [&](Statement &statement) {
            statement.bind(u":branch"_s, branch)
                .bind(u":overdue"_s, lines.overdueUntil)
                .bind(u":soon"_s, lines.soonBefore);
        });
    for (const Result<qint64> *count : {&pending, &messages, &overdue, &soon}) {
        if (!*count)
            return failure(count->error());
    }
    return PendingCounts{*pending, *soon, *overdue, *messages};
}

/// Takes off what the desk overlays: few, so one by one.
Result<void> takeOffOverlay(Database &database, const Lines &lines, std::map<BranchId, PendingCounts> &byBranch)
{
    return forEachRow(database,
                      u"SELECT i.branch_id, i.sent_at, i.has_message\nFROM temp.overlay AS o\n"
                      "JOIN invitation AS i ON i.id = o.id\nWHERE i.status = 'pending'\nORDER BY i.rid"_s,
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

Result<void> countClients(Database &database, Counts &counts)
{
    const auto branches = clientBranches(database);
    if (!branches)
        return failure(branches.error());
    for (const BranchId &branch : *branches) {
        const auto clients = countRows(database, u"client\nWHERE state = 'active' AND branch_id = :branch"_s,
                                       [&](Statement &statement) { statement.bind(u":branch"_s, branch); });
        if (!clients)
            return failure(clients.error());
        counts.clientsByBranch[branch] = *clients;
        counts.clients += *clients;
    }
    return {};
}

} // namespace

Result<Counts> CacheStore::counts(Instant now, int respondWithinHours)
{
    Counts counts;
    const Lines lines = linesAt(now, respondWithinHours);
    const auto branches = pendingBranches(*d->database);
    if (!branches)
        return failure(branches.error());
    for (const BranchId &branch : *branches) {
        const Result<PendingCounts> counted = countBranch(*d->database, branch, lines);
        if (!counted)
            return failure(counted.error());
        counts.byBranch[branch] = *counted;
    }
    if (const Result<void> done = takeOffOverlay(*d->database, lines, counts.byBranch); !done)
        return failure(done.error());
    std::erase_if(counts.byBranch, [](const auto &branch) { return branch.second == PendingCounts{}; });
    for (const auto &[branch, counted] : counts.byBranch) {
        counts.all.pending += counted.pending;
        counts.all.dueSoon += counted.dueSoon;
        counts.all.overdue += counted.overdue;
        counts.all.withMessage += counted.withMessage;
    }
    if (const Result<void> done = countClients(*d->database, counts); !done)
        return failure(done.error());
    return counts;
}

Result<std::map<BranchId, qint64>> CacheStore::rawPending()
{
    const auto branches = pendingBranches(*d->database);
    if (!branches)
        return failure(branches.error());
    std::map<BranchId, qint64> pending;
    for (const BranchId &branch : *branches) {
        const auto counted = countPending(*d->database, branch);
        if (!counted)
            return failure(counted.error());
        pending[branch] = *counted;
    }
    return pending;
}
