#include "core/store/listplan.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace {

PlannedStep changeStep(qsizetype first, qsizetype count)
{
    PlannedStep planned;
    planned.step.kind = ListStep::Kind::Change;
    planned.step.first = first;
    planned.step.count = count;
    return planned;
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

} // namespace

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
