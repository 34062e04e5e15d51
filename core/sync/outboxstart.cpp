#include "core/sync/outbox.h"

#include <algorithm>

// What an earlier run left on the desk, and what the cache has of it.

Result<void> Outbox::start()
{
    if (const Result<int> back = m_core.watched(m_core.desk.giveBackAll()); !back)
        return failure(back.error());
    const Result<std::vector<Operation>> live = m_core.desk.live();
    if (!live)
        return failure(live.error());
    const Result<std::vector<InvitationId>> uncaught = m_core.desk.uncaught();
    if (!uncaught)
        return failure(uncaught.error());
    m_live = *live;
    m_uncaught = std::set<InvitationId>(uncaught->begin(), uncaught->end());
    m_holds.clear();
    for (const Operation &operation : m_live)
        beginHold(operation);
    dropCaughtBefore();
    if (const Result<void> found = findDoneBefore(); !found)
        return found;
    endLate();
    overlayChanged();
    return {};
}

/// At the start: what the cache has as decided needs no overlay. Only an answer whose changes a power cut took from the
/// cache still does.
void Outbox::dropCaughtBefore()
{
    std::vector<InvitationId> caught;
    for (const InvitationId &id : m_uncaught) {
        const Result<std::optional<Invitation>> invitation = m_core.watched(m_core.cache.invitation(id));
        if (invitation && *invitation && (*invitation)->status != InvitationStatus::Pending)
            caught.push_back(id);
    }
    markCaughtUp(caught);
}

/// At the start: that a decision has caught up is safe sooner than the page that brought it. Until the feed has come to its
/// end, what was acknowledged is not pending again.
Result<void> Outbox::findDoneBefore()
{
    m_doneBefore.clear();
    const Result<std::vector<Operation>> acked = m_core.watched(m_core.desk.ackedBefore(Instant::max()));
    if (!acked)
        return failure(acked.error());
    for (const Operation &operation : *acked) {
        const InvitationId *const id = decidedInvitation(operation.decision);
        const auto invitation = id ? m_core.watched(m_core.cache.invitation(*id)) : Result<std::optional<Invitation>>();
        if (!invitation || !*invitation || (*invitation)->status != InvitationStatus::Pending)
            continue;
        const Result<std::optional<Operation>> standing = m_core.watched(m_core.desk.standingFor(*id));
        const bool stands = standing && *standing && (*standing)->id == operation.id;
        if (stands && operation.end.kind != EndKind::LostInRestore)
            m_doneBefore.insert(*id);
    }
    return {};
}

/// The feed has come to its end: the cache says itself what is decided, but of what can't be read.
void Outbox::forgetDoneBefore()
{
    if (m_doneBefore.empty())
        return;
    const Result<std::set<InvitationId>> unreadable = m_core.watched(unreadableInvitations());
    if (unreadable)
        std::erase_if(m_doneBefore, [&unreadable](const InvitationId &id) { return !unreadable->contains(id); });
}
