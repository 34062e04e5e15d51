#include "core/sync/outbox.h"

#include <algorithm>

// What the feed says of operations: which are decided there, which have caught up, which the service has lost.

namespace {

/// An invitation that `change` shows to be decided, ended or gone.
std::optional<InvitationId> endedIn(const Change &change)
{
    if (const auto *invitation = std::get_if<Invitation>(&change)) {
        if (invitation->status != InvitationStatus::Pending)
            return invitation->id;
    } else if (const auto *removed = std::get_if<Removed>(&change)) {
        if (removed->kind == ObjectKind::Invitation)
            return InvitationId::parse(removed->id);
    }
    return std::nullopt;
}

} // namespace

void Outbox::pageAsked()
{
    m_ackedSincePage.clear();
}

void Outbox::pageApplied(const ChangePage &page, const FeedState &before, const FeedState &after)
{
    markCaughtUp(page);
    if (before.inFullPass && !after.inFullPass)
        fullPassEnded();
    else if (!page.hasMore && !m_lostSearched)
        firstLook();
    if (!page.hasMore) {
        m_feedSeen = true;
        forgetDoneBefore();
    }
    reviewAll();
    overlayChanged();
}

// --- Catching up
// ------------------------------------------------------------------------------------------------------

void Outbox::markCaughtUp(const ChangePage &page)
{
    std::set<InvitationId> inFlight;
    for (const Operation &operation : m_live) {
        const InvitationId *const id = decidedInvitation(operation.decision);
        if (id && operation.state == OperationState::Inflight)
            inFlight.insert(*id);
    }
    std::vector<InvitationId> caught;
    for (const Change &change : page.changes) {
        const std::optional<InvitationId> id = endedIn(change);
        if (id && m_uncaught.contains(*id))
            caught.push_back(*id);
        else if (id && inFlight.contains(*id))
            m_broughtEarly.insert(*id); // It won't come again after the answer
    }
    markCaughtUp(caught);
}

void Outbox::markCaughtUp(const std::vector<InvitationId> &ids)
{
    if (ids.empty())
        return;
    if (!m_core.watched(m_core.desk.markCaughtUp(ids))) {
        m_caughtUnwritten.insert(ids.begin(), ids.end());
        return rescue();
    }
    for (const InvitationId &id : ids) {
        m_uncaught.erase(id);
        m_caughtUnwritten.erase(id);
    }
}

// --- A restore of the service
// -----------------------------------------------------------------------------------------

void Outbox::fullPassEnded()
{
    // What was answered after the last page was asked for may be missing from it: that still waits for the feed.
    const std::set<InvitationId> tooLate = ackedSincePage();
    m_notLost = tooLate;
    findLostByRestore(); // First: a crash after it leaves an overlay too many, not a loss that nobody is told of
    const Result<std::set<InvitationId>> unreadable = m_core.watched(unreadableInvitations());
    if (!unreadable)
        return; // An overlay too many, too
    std::vector<InvitationId> caught;
    for (const InvitationId &id : m_uncaught) {
        if (!tooLate.contains(id) && !unreadable->contains(id))
            caught.push_back(id);
    }
    markCaughtUp(caught);
}

/// The first time in this run that the cache is as the service is. A crash may have come between the end of a full pass
/// and the search for what it lost.
void Outbox::firstLook()
{
    m_notLost = ackedSincePage();
    m_notLost.insert(m_uncaught.begin(), m_uncaught.end());
    findLostByRestore();
}

std::set<InvitationId> Outbox::ackedSincePage() const
{
    std::set<InvitationId> invitations;
    for (const auto &[id, invitation] : m_ackedSincePage)
        invitations.insert(invitation);
    return invitations;
}

/// Of these the cache has what they were before: that they are pending there says nothing.
Result<std::set<InvitationId>> Outbox::unreadableInvitations()
{
    const Result<std::vector<Unreadable>> objects = m_core.cache.unreadable();
    if (!objects)
        return failure(objects.error());
    std::set<InvitationId> invitations;
    for (const Unreadable &object : *objects) {
        const std::optional<InvitationId> id = InvitationId::parse(object.id);
        if (id && objectKind(object.kind) == ObjectKind::Invitation)
            invitations.insert(*id);
    }
    return invitations;
}

bool Outbox::feedContradicts()
{
    const std::set<InvitationId> tooLate = ackedSincePage();
    return std::any_of(m_uncaught.begin(), m_uncaught.end(), [this, &tooLate](const InvitationId &id) {
        const Result<std::optional<Invitation>> invitation = m_core.watched(m_core.cache.invitation(id));
        const bool isPending = invitation && *invitation && (*invitation)->status == InvitationStatus::Pending;
        return isPending && !tooLate.contains(id);
    });
}

void Outbox::findLostByRestore()
{
    m_searchLost = false;
    m_lostSearched = true;
    m_lossHidden.clear();
    const Result<std::vector<Operation>> acked = m_core.watched(m_core.desk.ackedBefore(Instant::max()));
    if (!acked)
        m_searchLost = true;
    for (const Operation &operation : acked.value_or(std::vector<Operation>()))
        tellIfLost(operation);
    rescue(); // Where the disk failed, the search goes on
}

void Outbox::tellIfLost(const Operation &operation)
{
    const Result<bool> lost = m_core.watched(isLost(operation));
    if (lost && !*lost)
        return;
    if (lost && m_core.watched(m_core.desk.markLost(operation.id))) {
        qCWarning(logSync, "operation %s was lost by the service", qUtf8Printable(operation.id.text()));
        std::erase(m_confirmed, operation.id);
        if (const InvitationId *const id = decidedInvitation(operation.decision))
            m_uncaught.erase(*id); // Nor on the desk any more
    } else {
        m_searchLost = true;
    }
}

/// Something was taken back: perhaps the decision that stood for one that was lost.
void Outbox::tellHiddenLosses()
{
    const std::set<InvitationId> hidden = std::exchange(m_lossHidden, {});
    for (const InvitationId &id : hidden) {
        const Result<std::optional<Operation>> standing = m_core.watched(m_core.desk.standingFor(id));
        if (!standing)
            m_searchLost = true;
        else if (*standing && isLive((*standing)->state))
            m_lossHidden.insert(id);
        else if (*standing && (*standing)->state == OperationState::Acked)
            tellIfLost(**standing);
    }
    if (!hidden.empty())
        rescue();
}

Result<bool> Outbox::isLost(const Operation &operation)
{
    const InvitationId *const decided = decidedInvitation(operation.decision);
    if (!decided)
        return false;
    const InvitationId &id = *decided;
    if (m_notLost.contains(id) || operation.end.kind == EndKind::LostInRestore)
        return false;
    const Result<std::optional<Invitation>> invitation = m_core.cache.invitation(id);
    if (!invitation)
        return failure(invitation.error());
    if (!*invitation || (*invitation)->status != InvitationStatus::Pending)
        return false;
    const Result<std::set<InvitationId>> unreadable = unreadableInvitations();
    if (!unreadable || unreadable->contains(id))
        return unreadable ? Result<bool>(false) : failure(unreadable.error());
    const Result<std::optional<Operation>> standing = m_core.desk.standingFor(id);
    if (!standing)
        return failure(standing.error());
    if (*standing && isLive((*standing)->state))
        m_lossHidden.insert(id);
    return *standing && (*standing)->id == operation.id;
}

// --- Held and ready
// ---------------------------------------------------------------------------------------------------

void Outbox::reviewAll()
{
    std::vector<OperationId> ids;
    for (const Operation &operation : m_live)
        ids.push_back(operation.id);
    for (const OperationId &id : ids)
        reviewOne(id);
}

/// Not before the feed has come to its end in this run: a power cut may have set the cache back to before what the
/// accountant read, and by that a decision would look like a conflict.
void Outbox::reviewOne(const OperationId &id)
{
    if (!m_feedSeen)
        return;
    const auto row = std::find_if(m_live.begin(), m_live.end(), [&id](const Operation &o) { return o.id == id; });
    if (row == m_live.end() || row->state == OperationState::Inflight)
        return;
    const std::optional<Ending> ending = judged(*row);
    if (!ending)
        return;
    if (ending->surprising)
        qCCritical(logSync, "operation %s took effect while it was held", qUtf8Printable(id.text()));
    const Decision decision = row->decision; // finish() drops the row
    finish(id, ending->to, ending->end);
    const InvitationId *const decided = decidedInvitation(decision);
    // It was the feed that said so: there is nothing to catch up with.
    if (decided && ending->to == OperationState::Acked)
        markCaughtUp(std::vector{*decided});
}

/// What the cache says of what it is about; nothing where it can't be read.
std::optional<Ending> Outbox::judged(const Operation &operation)
{
    if (const InvitationId *const id = decidedInvitation(operation.decision)) {
        const Result<std::optional<Invitation>> invitation = m_core.watched(m_core.cache.invitation(*id));
        const Result<bool> removed = m_core.watched(m_core.cache.isRemoved(*id));
        return invitation && removed ? judgeByCache(operation, *invitation, *removed) : std::nullopt;
    }
    if (const ClientId *const id = decidedClient(operation.decision)) {
        const Result<std::optional<Client>> client = m_core.watched(m_core.cache.client(*id));
        const Result<bool> removed = m_core.watched(m_core.cache.isRemoved(*id));
        return client && removed ? judgeClientByCache(operation, *client, *removed) : std::nullopt;
    }
    return std::nullopt;
}
