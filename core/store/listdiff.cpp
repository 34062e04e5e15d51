#include "core/store/listdiff.h"

#include "core/store/listplan.h"

#include <algorithm>
#include <unordered_map>

namespace {

/// Past this many rows a plan of single steps isn't even tried.
constexpr size_t mostSingles = 512;

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

Rowids rowidsOf(const std::vector<PlacedRow> &rows)
{
    Rowids rowids;
    for (const PlacedRow &row : rows)
        rowids.insert(row.entry.rowid);
    return rowids;
}

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
        std::vector<PlannedStep> steps = singleSteps(change, rewritten);
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
