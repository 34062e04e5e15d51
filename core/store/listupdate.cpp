#include "core/domain/responseclock.h"
#include "core/store/listprivate.h"
#include "core/store/rowidset.h"
#include "core/store/sql.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

const std::vector<qint64> &rowidsOf(const Touched &touched, ListKind kind)
{
    switch (kind) {
    case ListKind::Invitations:
        return touched.invitations;
    case ListKind::Clients:
        return touched.clients;
    case ListKind::Activity:
        return touched.activities;
    case ListKind::History:
    case ListKind::Finder:
        return touched.invitations;
    }
    return touched.invitations;
}

void append(std::vector<qint64> &to, const std::vector<qint64> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

ListView::Private::Private(CacheStore &cache, const ListQuery &q, quint64 g, const ListContext &c)
    : database(cache.database())
    , query(q)
    , generation(g)
    , filter(q)
    , by(ListOrder::orderOf(q))
    , context(c)
{}

Result<void> ListView::Private::fill(const IsAbandoned &isAbandoned)
{
    limited = filter.limitable(by == ListOrder::By::Name);
    if (const Result<bool> names = refreshBranchNames(); !names)
        return failure(names.error());
    if (const Result<std::vector<qint64>> refreshed = refreshOverlaid(context); !refreshed)
        return failure(refreshed.error());
    Result<std::vector<ListEntry>> all = readAll(isAbandoned);
    if (!all)
        return failure(all.error());
    entries = std::move(*all);
    limited = limited && qsizetype(entries.size()) >= filter.limit();
    return {};
}

Result<std::vector<ListEntry>> ListView::Private::readAll(const IsAbandoned &isAbandoned)
{
    constexpr size_t askEvery = 512;
    const bool byName = by == ListOrder::By::Name;
    ListOrder ordering = order();
    std::vector<ListEntry> all;
    const Result<void> read = forEachRow(
        database, filter.allSql(byName, limited), [&](Statement &statement) { filter.bindAll(statement, context); },
        [&](const Statement &statement) -> Result<void> {
            all.push_back({statement.number(0), statement.number(1)});
            if (isAbandoned && all.size() % askEvery == 0 && isAbandoned())
                return failure(ErrorKind::NotFound, u"Nobody waits for this list any more"_s);
            if (byName)
                ordering.learnName(all.back().rowid, statement.text(2));
            return {};
        });
    if (!read)
        return failure(read.error());
    const std::vector<ListEntry> others = connecting.entries();
    all.insert(all.end(), others.begin(), others.end());
    if (byName || !others.empty())
        ordering.sort(all);
    else
        ordering.settleTies(all);
    if (ordering.failed())
        return failure(*ordering.failed());
    return all;
}

Result<std::vector<ListEntry>> ListView::Private::among(const std::vector<qint64> &rowids)
{
    return selectAll<ListEntry>(
        database, filter.amongSql(), [&](Statement &statement) { filter.bindAmong(statement, context, rowids); },
        [](const Statement &statement) -> Result<ListEntry> {
            return ListEntry{statement.number(0), statement.number(1)};
        });
}

Result<bool> ListView::Private::refreshBranchNames()
{
    Result<BranchNames> names = readBranchNames(database);
    if (!names)
        return failure(names.error());
    const bool changed = *names != branchNames;
    branchNames = std::move(*names);
    return changed;
}

/// Row ids of what lies where a line was drawn across between then and now.
Result<std::vector<qint64>> ListView::Private::movedByTime(const ListContext &old)
{
    std::vector<qint64> moved;
    const auto [from, to] = std::minmax({overdueLine(old), overdueLine(context)});
    if (!filter.timeMoves() || from == to)
        return moved;
    for (const Milliseconds offset : {Milliseconds(0), Milliseconds(dueSoonBefore)}) {
        const auto crossed =
            selectNumbers(database, filter.sentBetweenSql(), [&, f = from, t = to](Statement &statement) {
                filter.bindSentBetween(statement, f + offset, t + offset);
            });
        if (!crossed)
            return failure(crossed.error());
        append(moved, *crossed);
    }
    return moved;
}

Result<ListChange> ListView::Private::changeAround(const std::vector<qint64> &rowids)
{
    const RowidSet changing(rowids);
    ListChange change;
    change.kept.reserve(entries.size());
    for (const ListEntry &entry : entries) {
        if (changing.contains(entry.rowid))
            change.before.push_back({entry, qsizetype(change.kept.size())});
        else
            change.kept.push_back(entry);
    }
    Result<std::vector<ListEntry>> now = among(rowids);
    if (!now)
        return failure(now.error());
    for (const ListEntry &entry : connecting.entries()) {
        if (changing.contains(entry.rowid))
            now->push_back(entry);
    }
    ListOrder ordering = order();
    ordering.sort(*now);
    auto from = change.kept.begin();
    for (const ListEntry &entry : *now) {
        from = std::lower_bound(from, change.kept.end(), entry,
                                [&](const ListEntry &a, const ListEntry &b) { return ordering.before(a, b); });
        // Behind the last of the first matches, others may stand that have not been read.
        if (limited && from == change.kept.end())
            break;
        change.after.push_back({entry, from - change.kept.begin()});
    }
    if (ordering.failed())
        return failure(*ordering.failed());
    return change;
}

Result<ListDiff> ListView::Private::update(const Touched &touched, const ListContext &newContext)
{
    const ListContext old = std::exchange(context, newContext);
    const bool lookAtAll = stale || touched.everything || old.respondWithinHours != context.respondWithinHours;
    bool retold = lookAtAll || old.me != context.me || (touched.reasons && isHistory(query.kind));
    if (lookAtAll || touched.branches) {
        const Result<bool> renamed = refreshBranchNames();
        if (!renamed)
            return failure(renamed.error());
        retold = retold || *renamed;
    }
    const Result<std::vector<qint64>> overlaid = refreshOverlaid(old);
    if (!overlaid)
        return failure(overlaid.error());
    if (lookAtAll) {
        const Result<std::vector<ListEntry>> all = readAll();
        if (!all)
            return failure(all.error());
        return apply(changeBetween(entries, *all), {}, true);
    }
    const Result<std::vector<qint64>> moved = movedByTime(old);
    if (!moved)
        return failure(moved.error());
    std::vector<qint64> rowids = rowidsOf(touched, query.kind);
    append(rowids, *overlaid);
    const std::unordered_set<qint64> rewritten(rowids.begin(), rowids.end());
    append(rowids, *moved);
    if (rowids.empty())
        return apply({entries, {}, {}}, {}, retold);
    const Result<ListChange> change = changeAround(rowids);
    if (!change)
        return failure(change.error());
    return apply(*change, rewritten, retold);
}

Result<ListDiff> ListView::Private::finish(const ListContext &newContext, const IsAbandoned &isAbandoned)
{
    // What the last failed update left out is told with this one.
    const bool retold = stale;
    context = newContext;
    const bool wasLimited = std::exchange(limited, false);
    Result<std::vector<ListEntry>> all = readAll(isAbandoned);
    if (!all) {
        limited = wasLimited;
        return failure(all.error());
    }
    const bool goesOn = all->size() > entries.size() && std::equal(entries.begin(), entries.end(), all->begin());
    if (goesOn && !retold)
        return goOn(std::move(*all));
    return apply(changeBetween(entries, *all), {}, retold);
}

/// What was shown first is how the whole begins: the rest follows in one step, however much it is.
Result<ListDiff> ListView::Private::goOn(std::vector<ListEntry> all)
{
    ListStep rest;
    rest.kind = ListStep::Kind::Insert;
    rest.first = qsizetype(entries.size());
    rest.count = qsizetype(all.size() - entries.size());
    if (rest.count <= mostCarried) {
        std::vector<qint64> rowids;
        for (size_t i = entries.size(); i < all.size(); ++i)
            rowids.push_back(all[i].rowid);
        Result<std::vector<Row>> rows = rowsOf(rowids, context);
        if (!rows)
            return failure(rows.error());
        rest.rows = std::move(*rows);
    }
    entries = std::move(all);
    return ListDiff{query.kind, generation, {std::move(rest)}, qsizetype(entries.size())};
}

Result<ListDiff> ListView::Private::apply(const ListChange &change, const std::unordered_set<qint64> &rewritten,
                                          bool retold)
{
    // All that can fail comes before the new order is taken: the list on the screen and this one change together.
    ListDiff diff{query.kind, generation, {}, qsizetype(change.kept.size() + change.after.size())};
    for (PlannedStep &planned : planSteps(change, rewritten)) {
        const bool carries = planned.step.kind == ListStep::Kind::Insert || planned.step.kind == ListStep::Kind::Change;
        if (carries && planned.step.count <= mostCarried) {
            Result<std::vector<Row>> rows = rowsOf(planned.rowids, context);
            if (!rows)
                return failure(rows.error());
            planned.step.rows = std::move(*rows);
        }
        diff.steps.push_back(std::move(planned.step));
    }
    entries = entriesAfter(change);
    if (retold && !entries.empty()) {
        ListStep all;
        all.count = diff.total;
        diff.steps.push_back(std::move(all));
    }
    return diff;
}

Result<std::vector<Row>> ListView::Private::rowsOf(const std::vector<qint64> &rowids, const ListContext &with)
{
    ListRows reader(database, query.kind, branchNames, connecting, with);
    std::vector<Row> rows;
    rows.reserve(rowids.size());
    for (const qint64 rowid : rowids) {
        Result<Row> row = reader.row(rowid);
        if (!row)
            return failure(row.error());
        rows.push_back(std::move(*row));
    }
    return rows;
}
