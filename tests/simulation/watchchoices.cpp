#include "tests/simulation/watch.h"

// What a person can choose from: what stands on the screen, and what was decided.

namespace simulation {

std::vector<std::string> Watch::cachedInvitations(bool pendingOnly) const
{
    std::vector<std::string> ids;
    if (!m_account)
        return ids;
    for (const auto &[key, object] : m_account->objects) {
        if (key.first == "invitation" && !object.dropped && (!pendingOnly || object.status == "pending"))
            ids.push_back(key.second);
    }
    return ids;
}

std::vector<std::string> Watch::cachedClients() const
{
    std::vector<std::string> ids;
    if (!m_account)
        return ids;
    for (const auto &[key, object] : m_account->objects) {
        if (key.first == "client" && !object.dropped)
            ids.push_back(key.second);
    }
    return ids;
}

std::vector<QString> Watch::refusedForNow() const
{
    std::vector<QString> ids;
    for (const QString &id : operations(true)) {
        const Kept &kept = m_account->operations.at(id);
        if (kept.row.state == OperationState::Ready && kept.attempts > 0 && !kept.row.maybeApplied)
            ids.push_back(id);
    }
    return ids;
}

std::vector<QString> Watch::operations(bool liveOnly) const
{
    std::vector<QString> ids;
    if (!m_account)
        return ids;
    for (const auto &[id, kept] : m_account->operations) {
        if (!kept.gone && (!liveOnly || isLive(kept.row.state)))
            ids.push_back(id);
    }
    return ids;
}

} // namespace simulation
