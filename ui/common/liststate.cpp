#include "ui/common/liststate.h"

#include "ui/common/plaintext.h"

#include <algorithm>

namespace {

/// Nothing has been read yet: is it coming?
ListState beforeFirstSync(Connection connection)
{
    switch (connection) {
    case Connection::Starting:
    case Connection::Synchronising:
    case Connection::Online:
        return ListState::FirstSync;
    case Connection::Offline:
    case Connection::Blocked:
        return ListState::Offline;
    case Connection::Untrusted:
    case Connection::SignedOut:
    case Connection::TooOld:
    case Connection::ServiceTrouble:
        return ListState::Trouble;
    }
    return ListState::FirstSync;
}

} // namespace

ListState listState(const ListStanding &standing, const SyncStatus &status)
{
    if (standing.total > 0)
        return ListState::Rows;
    if (!standing.opened)
        return ListState::Loading;
    if (!standing.permitted)
        return ListState::NoPermission;
    if (status.firstSync)
        return beforeFirstSync(status.connection);
    return standing.narrowed ? ListState::NoMatch : ListState::Empty;
}

bool mayView(const Overview &overview, const std::optional<BranchId> &branch, Permission permission)
{
    if (branch) {
        const Branch *known = findBranch(overview, *branch);
        return !known || allows(*known, permission);
    }
    if (overview.branches.empty())
        return overview.status.firstSync || !overview.status.lastSyncAt; // else there is none that this person may see
    return std::any_of(overview.branches.begin(), overview.branches.end(),
                       [&](const Branch &each) { return allows(each, permission); });
}

const Branch *findBranch(const Overview &overview, const BranchId &id)
{
    const auto at = std::find_if(overview.branches.begin(), overview.branches.end(),
                                 [&](const Branch &branch) { return branch.id == id; });
    return at == overview.branches.end() ? nullptr : &*at;
}

QString branchName(const Overview &overview, const std::optional<BranchId> &branch)
{
    const Branch *known = branch ? findBranch(overview, *branch) : nullptr;
    return known ? branchLine(known->name) : QString();
}
