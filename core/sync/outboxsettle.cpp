#include "core/sync/outbox.h"

#include <algorithm>

using namespace std::chrono_literals;

// How operations leave the outbox: by the service's answers, and by what the feed brings.

// --- For the pusher -------------------------------------------------------------------------------------------------

std::vector<OperationId> Outbox::sendable() const
{
    const Milliseconds now = m_core.ports.clock.monotonic();
    std::vector<OperationId> ids;
    for (const Operation &operation : m_live) {
        const auto wait = m_rowWaits.find(operation.id);
        const bool waits = wait != m_rowWaits.end() && wait->second.until > now;
        if (operation.state == OperationState::Ready && !waits)
            ids.push_back(operation.id);
    }
    return ids;
}

std::optional<Milliseconds> Outbox::nextRowWait() const
{
    const Milliseconds now = m_core.ports.clock.monotonic();
    std::optional<Milliseconds> next;
    for (const auto &[id, wait] : m_rowWaits) {
        if (wait.until > now)
            next = std::min(next.value_or(Milliseconds::max()), wait.until - now);
    }
    return next;
}

Result<Outbox::Claim> Outbox::claim(const OperationId &id)
{
    const Result<bool> earlierOpen = m_core.watched(m_core.desk.claim(id));
    reload(id);
    if (!earlierOpen)
        return failure(earlierOpen.error());
    const auto row = std::find_if(m_live.begin(), m_live.end(), [&id](const Operation &o) { return o.id == id; });
    if (row == m_live.end())
        return failure(ErrorKind::Internal, QStringLiteral("claimed operation can't be read"));
    m_core.events.committed({});
    return Claim{*row, *earlierOpen};
}

void Outbox::settle(const Claim &claim, const Verdict &verdict)
{
    Touched touched;
    if (!verdict.changes.empty()) {
        const Result<Touched> applied = m_core.watched(m_core.cache.applyOutcome(verdict.changes));
        if (!applied) {
            // The cache first, then the row: unwritten, the answer counts as not heard, and is heard again.
            giveBack(claim, Verdict{});
            return;
        }
        touched = *applied;
    }
    switch (verdict.what) {
    case Verdict::What::Ack:
        finish(claim.operation.id, OperationState::Acked, verdict.end);
        break;
    case Verdict::What::Conflict:
        finish(claim.operation.id, OperationState::Conflict, verdict.end);
        break;
    case Verdict::What::Fail:
        finish(claim.operation.id, OperationState::Failed, verdict.end);
        break;
    case Verdict::What::GiveBack:
    case Verdict::What::SignOut:
    case Verdict::What::TooOld:
        giveBack(claim, verdict);
        break;
    }
    overlayChanged(std::move(touched));
}

void Outbox::finish(const OperationId &id, OperationState to, const OperationEnd &end)
{
    if (end.kind == EndKind::OurFault)
        qCCritical(logSync, "operation %s was refused as malformed: %s", qUtf8Printable(id.text()), qUtf8Printable(end.code));
    const auto row = std::find_if(m_live.begin(), m_live.end(), [&id](const Operation &o) { return o.id == id; });
    const bool acceptance = row != m_live.end() && std::holds_alternative<AcceptInvitation>(row->decision);
    const std::optional<InvitationId> invitation =
        row == m_live.end() ? std::nullopt : std::optional(decidedInvitation(row->decision));
    const Result<void> finished = m_core.watched(m_core.desk.finish(id, to, end, m_core.ports.clock.wall()));
    if (!finished) {
        m_stuck.insert(id);
        rescue();
        return;
    }
    if (to == OperationState::Acked) {
        m_ackedSincePage.insert(id);
        if (invitation)
            m_uncaught.insert(*invitation);
        if (acceptance && end.kind == EndKind::None)
            m_confirmed.insert(m_confirmed.begin(), id);
    }
    reload(id);
}

void Outbox::giveBack(const Claim &claim, const Verdict &verdict)
{
    const OperationId &id = claim.operation.id;
    const bool provenUndone = verdict.provesNothingDone && !claim.earlierOpen;
    const Result<void> back = m_core.watched(m_core.desk.giveBack(id, provenUndone));
    if (!back) {
        m_stuck.insert(id);
        rescue();
        return;
    }
    if (verdict.what == Verdict::What::GiveBack && verdict.trouble == Trouble::None) {
        RowWait &wait = m_rowWaits[id];
        const Milliseconds pause = fullJitter(m_core.ports.randomness, wait.failures++, 60s);
        wait.until = m_core.ports.clock.monotonic() + std::max({Milliseconds(1000), pause, verdict.retryAfter.value_or(0ms)});
    }
    reload(id);
    reviewOne(id); // What the feed said while it was in flight counts now
}

void Outbox::rescue()
{
    if (m_stuck.empty() || m_rescueTimer.isRunning())
        return;
    m_rescueTimer.start(5s, [this] {
        for (const OperationId &id : std::set<OperationId>(m_stuck)) {
            const Result<void> back = m_core.watched(m_core.desk.giveBack(id, false));
            if (!back && back.error().kind != ErrorKind::Conflict)
                continue;
            m_stuck.erase(id);
            reload(id);
            reviewOne(id);
        }
        overlayChanged();
        rescue();
        m_core.pump();
    });
}

// --- From the feed --------------------------------------------------------------------------------------------------

void Outbox::pageAsked()
{
    m_ackedSincePage.clear();
}

void Outbox::pageApplied(const ChangePage &page, const FeedState &before, const FeedState &after)
{
    markCaughtUp(page);
    if (before.inFullPass && !after.inFullPass) {
        if (m_core.watched(m_core.desk.markAllCaughtUp()))
            m_uncaught.clear();
        findLostByRestore();
    }
    reviewAll();
    overlayChanged();
}

void Outbox::markCaughtUp(const ChangePage &page)
{
    std::vector<InvitationId> caught;
    for (const Change &change : page.changes) {
        std::optional<InvitationId> id;
        if (const auto *invitation = std::get_if<Invitation>(&change)) {
            if (invitation->status != InvitationStatus::Pending)
                id = invitation->id;
        } else if (const auto *removed = std::get_if<Removed>(&change)) {
            if (removed->kind == ObjectKind::Invitation)
                id = InvitationId::parse(removed->id);
        }
        if (id && m_uncaught.contains(*id))
            caught.push_back(*id);
    }
    if (caught.empty() || !m_core.watched(m_core.desk.markCaughtUp(caught)))
        return;
    for (const InvitationId &id : caught)
        m_uncaught.erase(id);
}

void Outbox::findLostByRestore()
{
    const Result<std::vector<Operation>> acked = m_core.desk.ackedBefore(Instant::max());
    if (!acked)
        return;
    for (const Operation &operation : *acked) {
        if (m_ackedSincePage.contains(operation.id) || operation.end.kind == EndKind::LostInRestore)
            continue;
        const InvitationId &id = decidedInvitation(operation.decision);
        const Result<std::optional<Invitation>> invitation = m_core.cache.invitation(id);
        const bool pendingAgain = invitation && *invitation && (*invitation)->status == InvitationStatus::Pending;
        const Result<std::optional<Operation>> latest = m_core.desk.operationFor(id);
        if (pendingAgain && latest && *latest && (*latest)->id == operation.id) {
            qCWarning(logSync, "operation %s was lost by the service", qUtf8Printable(operation.id.text()));
            (void)m_core.watched(m_core.desk.markLost(operation.id));
            std::erase(m_confirmed, operation.id);
        }
    }
}

void Outbox::reviewAll()
{
    std::vector<OperationId> ids;
    for (const Operation &operation : m_live)
        ids.push_back(operation.id);
    for (const OperationId &id : ids)
        reviewOne(id);
}

void Outbox::reviewOne(const OperationId &id)
{
    const auto row = std::find_if(m_live.begin(), m_live.end(), [&id](const Operation &o) { return o.id == id; });
    if (row == m_live.end() || row->state == OperationState::Inflight)
        return;
    const InvitationId &invitationId = decidedInvitation(row->decision);
    const Result<std::optional<Invitation>> invitation = m_core.cache.invitation(invitationId);
    const Result<bool> removed = m_core.cache.isRemoved(invitationId);
    if (!invitation || !removed)
        return;
    const std::optional<Ending> ending = judgeByCache(*row, *invitation, *removed);
    if (!ending)
        return;
    if (ending->surprising)
        qCCritical(logSync, "operation %s took effect while it was held", qUtf8Printable(id.text()));
    const InvitationId decided = invitationId; // finish() drops the row
    finish(id, ending->to, ending->end);
    // It was the feed that said so: there is nothing to catch up with.
    if (ending->to == OperationState::Acked && m_core.watched(m_core.desk.markCaughtUp({decided})))
        m_uncaught.erase(decided);
}
