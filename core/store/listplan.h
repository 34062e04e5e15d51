#pragma once

#include "core/store/listdiff.h"

// What the two kinds of plan share. Of listdiff.cpp, singleplan.cpp and bulkplan.cpp alone.

using Rowids = std::unordered_set<qint64>;

[[nodiscard]] Rowids rowidsOf(const std::vector<PlacedRow> &rows);
/// Puts one row's step to the last one, where it goes on from that.
void addRow(std::vector<PlannedStep> &steps, ListStep::Kind kind, qsizetype position, qint64 rowid);

/// Row by row: the fewest rows that move, in any number of steps.
[[nodiscard]] std::vector<PlannedStep> singleSteps(const ListChange &change, const Rowids &rewritten);
/// A handful of large steps, whatever the change.
[[nodiscard]] std::vector<PlannedStep> bulkSteps(const ListChange &change, const Rowids &rewritten);

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
