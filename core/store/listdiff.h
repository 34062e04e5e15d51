#pragma once

#include "core/domain/lists.h"
#include "core/store/listorder.h"

#include <unordered_set>

/// Exact steps from one order of a view to the next. Pure.

/// A row that a change is about, where it stood or stands: after `gap` of the rows that the change is not about.
struct PlacedRow
{
    ListEntry entry;
    qsizetype gap = 0;
};

/// A view before and after: the rows that stay as they are among themselves, and around them the others.
struct ListChange
{
    std::vector<ListEntry> kept;
    std::vector<PlacedRow> before; ///< In the old order
    std::vector<PlacedRow> after;  ///< In the new order
};

/// A step, and which rows its `count` rows are (Insert, Change; empty where they are too many to send along).
struct PlannedStep
{
    ListStep step;
    std::vector<qint64> rowids;
};

/// Most rows that a step carries.
inline constexpr qsizetype mostCarried = 64;
/// More steps than this become a few large ones.
inline constexpr size_t mostSteps = 50;

[[nodiscard]] std::vector<ListEntry> entriesAfter(const ListChange &change);

/// `rewritten`: rows whose content may be another than before.
[[nodiscard]] std::vector<PlannedStep> planSteps(const ListChange &change, const std::unordered_set<qint64> &rewritten);

/// The change between two orders that are known whole. The rows that stay are as many as can.
[[nodiscard]] ListChange changeBetween(const std::vector<ListEntry> &before, const std::vector<ListEntry> &after);
