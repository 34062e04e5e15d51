#include "core/store/cacheprivate.h"
#include "core/store/columns.h"
#include "core/store/sql.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

// Each question is one pass over the invitations of the period, counted by SQLite: by month, by branch, or all at once.
namespace {

QString momentBind(size_t index)
{
    return u":moment%1"_s.arg(index);
}

/// The number of the month that a row was sent in: how many months have begun by then, without the first.
QString monthOf(const InsightQuery &query)
{
    QStringList begun{u"0"_s};
    for (size_t i = 1; i + 1 < query.moments.size(); ++i)
        begun += u"(t.sent_at >= %1)"_s.arg(momentBind(i));
    return begun.join(u" + "_s);
}

QString among(const InsightQuery &query)
{
    const QString period = u"t.sent_at >= :begin AND t.sent_at < :end"_s;
    return query.branch ? period + u" AND t.branch_id = :branch"_s : period;
}

QString countSql(const InsightQuery &query, const QString &slot)
{
    return u"SELECT %1 AS slot, COUNT(*), SUM(t.status = 'accepted'), SUM(t.status = 'rejected'), "
           "SUM(t.status IN ('withdrawn', 'expired', 'superseded')), SUM(t.status = 'pending'), "
           "SUM(t.origin = 'client_pays_link'), SUM(t.origin = 'external_access')\nFROM invitation AS t\nWHERE %2\n"
           "GROUP BY slot\nORDER BY slot"_s.arg(slot, among(query));
}

/// The row in the middle, or the two of an even number.
QString medianSql(const InsightQuery &query, const QString &slot)
{
    return u"WITH took AS (\n    SELECT %1 AS slot, MAX(0, t.decided_at - t.sent_at) AS ms\n    FROM invitation AS t\n"
           "    WHERE t.status IN ('accepted', 'rejected') AND t.decided_at IS NOT NULL AND %2\n),\nranked AS (\n"
           "    SELECT slot, ms, ROW_NUMBER() OVER (PARTITION BY slot ORDER BY ms) AS place,\n"
           "        COUNT(*) OVER (PARTITION BY slot) AS timed\n    FROM took\n)\n"
           "SELECT slot, MAX(timed), SUM(ms) / COUNT(*)\nFROM ranked\n"
           "WHERE place IN ((timed + 1) / 2, (timed + 2) / 2)\nGROUP BY slot\nORDER BY slot"_s.arg(slot, among(query));
}

void bindQuery(Statement &statement, const InsightQuery &query, bool months)
{
    statement.bind(u":begin"_s, query.moments.front()).bind(u":end"_s, query.moments.back());
    if (query.branch)
        statement.bind(u":branch"_s, *query.branch);
    for (size_t i = 1; months && i + 1 < query.moments.size(); ++i)
        statement.bind(momentBind(i), query.moments[i]);
}

InsightCounts readCounts(const Statement &statement)
{
    InsightCounts counts;
    counts.received = statement.number(1);
    counts.accepted = statement.number(2);
    counts.rejected = statement.number(3);
    counts.ended = statement.number(4);
    counts.pending = statement.number(5);
    counts.byLink = statement.number(6);
    counts.byExternal = statement.number(7);
    return counts;
}

/// Counts with their medians by what `slot` is, as text.
Result<std::map<QString, InsightCounts>> countBy(Database &database, const InsightQuery &query, const QString &slot)
{
    const bool months = slot == monthOf(query);
    const auto bind = [&](Statement &statement) { bindQuery(statement, query, months); };
    std::map<QString, InsightCounts> counted;
    const Result<void> counts =
        forEachRow(database, countSql(query, slot), bind, [&](const Statement &statement) -> Result<void> {
            counted[statement.text(0)] = readCounts(statement);
            return {};
        });
    if (!counts)
        return failure(counts.error());
    const Result<void> medians =
        forEachRow(database, medianSql(query, slot), bind, [&](const Statement &statement) -> Result<void> {
            InsightCounts &of = counted[statement.text(0)];
            of.timed = statement.number(1);
            of.median = Milliseconds(statement.number(2));
            return {};
        });
    if (!medians)
        return failure(medians.error());
    return counted;
}

Result<std::vector<InsightReason>> reasonsOf(Database &database, const InsightQuery &query)
{
    return selectAll<InsightReason>(
        database,
        u"SELECT COALESCE(r.label, '') AS label, COUNT(*) AS times\nFROM invitation AS t\n"
        "LEFT JOIN reason AS r ON r.id = t.reason_id\nWHERE t.status = 'rejected' AND %1\nGROUP BY label\n"
        "ORDER BY times DESC, label"_s.arg(among(query)),
        [&](Statement &statement) { bindQuery(statement, query, false); },
        [](const Statement &statement) -> Result<InsightReason> {
            return InsightReason{statement.text(0), statement.number(1)};
        });
}

} // namespace

Result<Insight> CacheStore::insight(const InsightQuery &query)
{
    Database &database = *d->database;
    const auto all = countBy(database, query, u"'all'"_s);
    if (!all)
        return failure(all.error());
    const auto months = countBy(database, query, monthOf(query));
    if (!months)
        return failure(months.error());
    const auto byBranch = countBy(database, query, u"t.branch_id"_s);
    if (!byBranch)
        return failure(byBranch.error());
    Result<std::vector<InsightReason>> reasons = reasonsOf(database, query);
    if (!reasons)
        return failure(reasons.error());
    Insight insight;
    if (!all->empty())
        insight.all = all->begin()->second;
    insight.months.resize(query.moments.size() - 1);
    for (const auto &[slot, counts] : *months)
        insight.months[slot.toULongLong()] = counts;
    for (const auto &[id, counts] : *byBranch) {
        const auto branchId = BranchId::parse(id);
        if (!branchId)
            return failure(ErrorKind::Damaged, u"A row of invitation is not what was written"_s);
        insight.branches.push_back({*branchId, {}, counts});
    }
    insight.reasons = std::move(*reasons);
    return insight;
}
