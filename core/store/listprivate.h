#pragma once

#include "core/store/connecting.h"
#include "core/store/listdiff.h"
#include "core/store/listfilter.h"
#include "core/store/listrows.h"
#include "core/store/listview.h"

class ListView::Private
{
public:
    Private(CacheStore &cache, const ListQuery &query, quint64 generation, const ListContext &context);

    [[nodiscard]] Result<void> fill(const IsAbandoned &isAbandoned);
    [[nodiscard]] Result<ListDiff> update(const Touched &touched, const ListContext &newContext);
    [[nodiscard]] Result<ListDiff> finish(const ListContext &newContext, const IsAbandoned &isAbandoned);
    [[nodiscard]] Result<std::vector<Row>> rowsOf(const std::vector<qint64> &rowids, const ListContext &with);
    /// Of the one row id, or -1 where there is none or the view does not have it.
    [[nodiscard]] Result<qsizetype> positionOf(const Result<std::vector<qint64>> &rowids) const;

    Database &database;
    const ListQuery query;
    const quint64 generation;
    const ListFilter filter;
    const ListOrder::By by;
    ListContext context; ///< Of the last update
    std::vector<ListEntry> entries;
    bool limited = false;
    bool stale = false; ///< An update failed: the next one looks at all again
    BranchNames branchNames;
    ConnectingRows connecting;

private:
    [[nodiscard]] Result<std::vector<ListEntry>> readAll(const IsAbandoned &isAbandoned = {});
    [[nodiscard]] Result<std::vector<ListEntry>> among(const std::vector<qint64> &rowids);
    [[nodiscard]] Result<ListChange> changeAround(const std::vector<qint64> &rowids);
    [[nodiscard]] Result<std::vector<qint64>> movedByTime(const ListContext &old);
    /// Row ids of those that the live operations add, take away or show otherwise than with the `old` context.
    [[nodiscard]] Result<std::vector<qint64>> refreshOverlaid(const ListContext &old);
    [[nodiscard]] Result<std::vector<qint64>> refreshConnecting();
    [[nodiscard]] Result<std::vector<qint64>> redecided(const ListContext &old);
    [[nodiscard]] Result<bool> refreshBranchNames();
    [[nodiscard]] Result<ListDiff> apply(const ListChange &change, const std::unordered_set<qint64> &rewritten,
                                         bool retold);
    [[nodiscard]] Result<ListDiff> goOn(std::vector<ListEntry> all);
    [[nodiscard]] ListOrder order();
};
