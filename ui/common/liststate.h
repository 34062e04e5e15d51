#pragma once

#include "core/domain/overview.h"

/// What a list's place on the screen shows.
enum class ListState {
    Rows,
    Loading,      ///< Asked for, not here: usually for a moment
    FirstSync,    ///< The first full pass goes on and has brought nothing for this list yet
    NoPermission, ///< This person may not see this branch's
    NoMatch,      ///< Nothing passes the search or the filter
    Offline,      ///< Nothing has been read here yet, and there is no connection
    Trouble,      ///< The same, because the service can't be read
    Empty,
};

/// What is known of a list.
struct ListStanding
{
    bool opened = false;   ///< A view has come
    qsizetype total = 0;   ///< Its rows
    bool narrowed = false; ///< By a search or a filter
    bool permitted = true;
};

[[nodiscard]] ListState listState(const ListStanding &standing, const SyncStatus &status);

/// Whether a person may see something on the branch, or on any one where none is chosen. Facts that have not come yet
/// don't forbid anything: the service decides.
[[nodiscard]] bool mayView(const Overview &overview, const std::optional<BranchId> &branch, Permission permission);
[[nodiscard]] const Branch *findBranch(const Overview &overview, const BranchId &id);
/// The branch's name in one line where one is chosen and known; empty otherwise.
[[nodiscard]] QString branchName(const Overview &overview, const std::optional<BranchId> &branch);
