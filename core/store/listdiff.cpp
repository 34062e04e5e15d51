#include "core/store/listdiff.h"

#include <algorithm>
#include <unordered_map>

namespace {

/// Past this many rows a plan of single steps isn't even tried.
constexpr size_t mostSingles = 512;

using Rowids = std::unordered_set<qint64>;

Rowids rowidsOf(const std::vector<PlacedRow> &rows)
{
    Rowids rowids;
    for (const PlacedRow &row : rows)
        rowids.insert(row.entry.rowid);
    return rowids;
}

PlannedStep changeStep(qsizetype first, qsizetype count)
{
    PlannedStep planned;
    planned.step.kind = ListStep::Kind::Change;
    planned.step.first = first;
    planned.step.count = count;
    return planned;
}

/// Puts one row's step to the last one, where it goes on from that.
void addRow(std::vector<PlannedStep> &steps, ListStep::Kind kind, qsizetype position, qint64 rowid)
{
    if (!steps.empty()) {
        PlannedStep &last = steps.back();
        const bool goesOn = kind == ListStep::Kind::Remove ? position + 1 == last.step.first
                                                           : position == last.step.first + last.step.count;
        if (last.step.kind == kind && goesOn) {
            ++last.step.count;
            last.rowids.push_back(rowid);
            if (kind == ListStep::Kind::Remove)
                last.step.first = position;
            return;
        }
    }
    PlannedStep planned;
    planned.step.kind = kind;
    planned.step.first = position;
    planned.step.count = 1;
    planned.rowids = {rowid};
    steps.push_back(planned);
}

/// Step by step. `m_around` are the changing rows as they stand now: a row at index i of it is at position gap + i.
class SinglePlan
{
public:
    SinglePlan(const ListChange &change, const Rowids &rewritten)
        : m_change(change)
        , m_rewritten(rewritten)
        , m_around(change.before)
    {}

    std::vector<PlannedStep> steps()
    {
        remove();
        move();
        insert();
        rewrite();
        return std::move(m_steps);
    }

private:
    void remove()
    {
        const Rowids staying = rowidsOf(m_change.after);
        for (size_t i = m_around.size(); i-- > 0;) {
            const PlacedRow row = m_around[i];
            if (staying.contains(row.entry.rowid))
                continue;
            addRow(m_steps, ListStep::Kind::Remove, row.gap + qsizetype(i), row.entry.rowid);
            m_around.erase(m_around.begin() + qsizetype(i));
        }
    }

    /// In the new order, each behind those that have been put in their place already; the others stand where they
    /// stood.
    void move()
    {
        const Rowids old = rowidsOf(m_change.before);
        for (const PlacedRow &row : m_change.after) {
            if (!old.contains(row.entry.rowid))
                continue;
            moveOne(row);
            m_settled.insert(row.entry.rowid);
        }
    }

    void moveOne(const PlacedRow &row)
    {
        const auto here = std::find_if(m_around.begin(), m_around.end(),
                                       [&](const PlacedRow &other) { return other.entry.rowid == row.entry.rowid; });
        const auto settledInGap = [&](const PlacedRow &other) {
            return other.gap == row.gap && m_settled.contains(other.entry.rowid);
        };
        if (here->gap == row.gap && std::none_of(here, m_around.end(), settledInGap))
            return;
        const qsizetype from = here->gap + (here - m_around.begin());
        m_around.erase(here);
        auto there = std::find_if(m_around.begin(), m_around.end(),
                                  [&](const PlacedRow &other) { return other.gap >= row.gap; });
        for (auto other = there; other != m_around.end() && other->gap == row.gap; ++other) {
            if (m_settled.contains(other->entry.rowid))
                there = other + 1;
        }
        const qsizetype to = row.gap + (there - m_around.begin());
        m_around.insert(there, row);
        if (to == from)
            return;
        PlannedStep planned;
        planned.step.kind = ListStep::Kind::Move;
        planned.step.first = from;
        planned.step.count = 1;
        planned.step.to = to;
        m_steps.push_back(planned);
    }

    void insert()
    {
        const Rowids old = rowidsOf(m_change.before);
        for (size_t i = 0; i < m_change.after.size(); ++i) {
            const PlacedRow &row = m_change.after[i];
            if (!old.contains(row.entry.rowid))
                addRow(m_steps, ListStep::Kind::Insert, row.gap + qsizetype(i), row.entry.rowid);
        }
    }

    void rewrite()
    {
        const Rowids old = rowidsOf(m_change.before);
        for (size_t i = 0; i < m_change.after.size(); ++i) {
            const PlacedRow &row = m_change.after[i];
            if (old.contains(row.entry.rowid) && m_rewritten.contains(row.entry.rowid))
                addRow(m_steps, ListStep::Kind::Change, row.gap + qsizetype(i), row.entry.rowid);
        }
    }

    const ListChange &m_change;
    const Rowids &m_rewritten;
    std::vector<PlacedRow> m_around;
    Rowids m_settled;
    std::vector<PlannedStep> m_steps;
};

/// Rows of a change with those that stay, in order: `visit(entry, isKept)`.
template <class Visit>
void interleave(const std::vector<ListEntry> &kept, const std::vector<PlacedRow> &rows, Visit visit)
{
    size_t next = 0;
    for (size_t i = 0; i <= kept.size(); ++i) {
        for (; next < rows.size() && rows[next].gap == qsizetype(i); ++next)
            visit(rows[next].entry, false);
        if (i < kept.size())
            visit(kept[i], true);
    }
}

void addReorder(std::vector<PlannedStep> &steps, std::vector<quint32> order)
{
    for (size_t i = 0; i < order.size(); ++i) {
        if (order[i] == i)
            continue;
        PlannedStep planned;
        planned.step.kind = ListStep::Kind::Reorder;
        planned.step.count = qsizetype(order.size());
        planned.step.order = std::move(order);
        steps.push_back(std::move(planned));
        return;
    }
}

/// The rows that go are gathered at the end and removed. Answers what is left, in its order.
std::vector<qint64> gatherRemoved(const ListChange &change, std::vector<PlannedStep> &steps)
{
    const Rowids staying = rowidsOf(change.after);
    std::vector<qint64> left;
    std::vector<quint32> order;
    std::vector<quint32> going;
    quint32 position = 0;
    interleave(change.kept, change.before, [&](const ListEntry &entry, bool isKept) {
        const bool stays = isKept || staying.contains(entry.rowid);
        (stays ? order : going).push_back(position++);
        if (stays)
            left.push_back(entry.rowid);
    });
    if (going.empty())
        return left;
    order.insert(order.end(), going.begin(), going.end());
    addReorder(steps, std::move(order));
    PlannedStep removal;
    removal.step.kind = ListStep::Kind::Remove;
    removal.step.first = qsizetype(left.size());
    removal.step.count = qsizetype(going.size());
    steps.push_back(removal);
    return left;
}

/// Where every row of the new order stands before the last step, as a permutation.
std::vector<quint32> lastOrder(const ListChange &change, const std::vector<qint64> &left,
                               const std::vector<qint64> &added)
{
    std::unordered_map<qint64, quint32> places;
    const Rowids moving = rowidsOf(change.after);
    std::vector<quint32> keptPlaces;
    keptPlaces.reserve(change.kept.size());
    for (size_t i = 0; i < left.size(); ++i) {
        if (moving.contains(left[i]))
            places.emplace(left[i], quint32(i));
        else
            keptPlaces.push_back(quint32(i));
    }
    for (size_t i = 0; i < added.size(); ++i)
        places.emplace(added[i], quint32(left.size() + i));
    std::vector<quint32> order;
    order.reserve(left.size() + added.size());
    size_t nextKept = 0;
    interleave(change.kept, change.after, [&](const ListEntry &entry, bool isKept) {
        order.push_back(isKept ? keptPlaces[nextKept++] : places.at(entry.rowid));
    });
    return order;
}

void addRewritten(const ListChange &change, const Rowids &rewritten, std::vector<PlannedStep> &steps)
{
    const Rowids old = rowidsOf(change.before);
    std::vector<PlannedStep> ranges;
    for (size_t i = 0; i < change.after.size(); ++i) {
        const PlacedRow &row = change.after[i];
        if (old.contains(row.entry.rowid) && rewritten.contains(row.entry.rowid))
            addRow(ranges, ListStep::Kind::Change, row.gap + qsizetype(i), row.entry.rowid);
    }
    constexpr size_t mostRanges = 16;
    if (ranges.size() <= mostRanges) {
        std::move(ranges.begin(), ranges.end(), std::back_inserter(steps));
        return;
    }
    const ListStep &last = ranges.back().step;
    const qsizetype first = ranges.front().step.first;
    steps.push_back(changeStep(first, last.first + last.count - first));
}

/// A handful of large steps, whatever the change.
std::vector<PlannedStep> bulkSteps(const ListChange &change, const Rowids &rewritten)
{
    std::vector<PlannedStep> steps;
    const std::vector<qint64> left = gatherRemoved(change, steps);
    const Rowids old = rowidsOf(change.before);
    std::vector<qint64> added;
    for (const PlacedRow &row : change.after) {
        if (!old.contains(row.entry.rowid))
            added.push_back(row.entry.rowid);
    }
    std::vector<quint32> order = lastOrder(change, left, added);
    if (!added.empty()) {
        PlannedStep insertion;
        insertion.step.kind = ListStep::Kind::Insert;
        insertion.step.first = qsizetype(left.size());
        insertion.step.count = qsizetype(added.size());
        insertion.rowids = std::move(added);
        steps.push_back(std::move(insertion));
    }
    addReorder(steps, std::move(order));
    addRewritten(change, rewritten, steps);
    return steps;
}

/// Which of `values` (all different) form a longest rising sequence.
std::vector<bool> risingOnes(const std::vector<size_t> &values)
{
    std::vector<size_t> tails; // index of the smallest last value of a sequence of each length
    std::vector<size_t> previous(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const auto at = std::lower_bound(tails.begin(), tails.end(), values[i],
                                         [&](size_t tail, size_t value) { return values[tail] < value; });
        previous[i] = at == tails.begin() ? values.size() : *(at - 1);
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> rising(values.size(), false);
    for (size_t i = tails.empty() ? values.size() : tails.back(); i != values.size(); i = previous[i])
        rising[i] = true;
    return rising;
}

} // namespace

std::vector<ListEntry> entriesAfter(const ListChange &change)
{
    std::vector<ListEntry> entries;
    entries.reserve(change.kept.size() + change.after.size());
    interleave(change.kept, change.after, [&](const ListEntry &entry, bool) { entries.push_back(entry); });
    return entries;
}

std::vector<PlannedStep> planSteps(const ListChange &change, const Rowids &rewritten)
{
    if (std::max(change.before.size(), change.after.size()) <= mostSingles) {
        std::vector<PlannedStep> steps = SinglePlan(change, rewritten).steps();
        if (steps.size() <= mostSteps)
            return steps;
    }
    return bulkSteps(change, rewritten);
}

ListChange changeBetween(const std::vector<ListEntry> &before, const std::vector<ListEntry> &after)
{
    std::unordered_map<qint64, size_t> places;
    places.reserve(before.size());
    for (size_t i = 0; i < before.size(); ++i)
        places.emplace(before[i].rowid, i);
    std::vector<size_t> oldPlaces; // of the rows that are in both, in the new order
    for (const ListEntry &entry : after) {
        const auto found = places.find(entry.rowid);
        if (found != places.end())
            oldPlaces.push_back(found->second);
    }
    const std::vector<bool> rising = risingOnes(oldPlaces);
    std::vector<bool> keptBefore(before.size(), false);
    for (size_t i = 0; i < oldPlaces.size(); ++i)
        keptBefore[oldPlaces[i]] = rising[i];
    ListChange change;
    qsizetype gap = 0;
    for (size_t i = 0; i < before.size(); ++i) {
        if (keptBefore[i])
            ++gap;
        else
            change.before.push_back({before[i], gap});
    }
    for (const ListEntry &entry : after) {
        const auto found = places.find(entry.rowid);
        if (found != places.end() && keptBefore[found->second])
            change.kept.push_back(entry);
        else
            change.after.push_back({entry, qsizetype(change.kept.size())});
    }
    return change;
}
