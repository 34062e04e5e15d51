#include "core/sync/outbox.h"

#include <algorithm>

using namespace std::chrono_literals;

// How operations leave the outbox: by the service's answers. What the feed brings is in outboxfeed.cpp.

namespace {
constexpr Milliseconds longestRetryAfter = 1h;
constexpr Milliseconds turnOfARow = 24s;
} // namespace

// --- For the pusher -------------------------------------------------------------------------------------------------

std::vector<OperationId> Outbox::sendable() const
{
    const Milliseconds now = m_core.ports.clock.monotonic();
    std::vector<OperationId> ids;
    std::set<QString> waiting; // What an earlier one is about, whatever keeps it here
    for (const Operation &operation : m_live) {
        const bool isFirst = waiting.insert(decidedSubject(operation.decision)).second;
        const auto wait = m_rowWaits.find(operation.id);
        const bool waits = wait != m_rowWaits.end() && wait->second.until > now;
        const bool unsettled = m_stuck.contains(operation.id) || m_unread.contains(operation.id);
        if (isFirst && operation.state == OperationState::Ready && !waits && !unsettled && !isLate(operation))
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

void Outbox::endRowWaits()
{
    for (auto &[id, wait] : m_rowWaits)
        wait.until = m_core.ports.clock.monotonic(); // How often it was refused stays: by themselves they wait on as long
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
        const Result<Touched> applied = m_core.watched(m_core.cache.applyOutcome(verdict.changes, verdict.replayed));
        if (!applied) {
            // The cache first, then the row: unwritten, the answer counts as not heard, and is heard again.
            giveBack(claim, Verdict{});
            return overlayChanged();
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
    reviewOthersOn(claim.operation.decision);
    overlayChanged(std::move(touched));
}

/// The answer may have shown that the client has left: that counts for all that waits on them.
void Outbox::reviewOthersOn(const Decision &decision)
{
    const ClientId *const client = decidedClient(decision);
    std::vector<OperationId> others;
    for (const Operation &operation : m_live) {
        const ClientId *const same = decidedClient(operation.decision);
        if (client && same && *same == *client)
            others.push_back(operation.id);
    }
    for (const OperationId &id : others)
        reviewOne(id);
}

void Outbox::finish(const OperationId &id, OperationState to, const OperationEnd &end)
{
    if (end.kind == EndKind::OurFault)
        qCCritical(logSync, "operation %s was refused as malformed: %s", qUtf8Printable(id.text()),
                   qUtf8Printable(end.code));
    const auto row = std::find_if(m_live.begin(), m_live.end(), [&id](const Operation &o) { return o.id == id; });
    const bool acceptance = row != m_live.end() && std::holds_alternative<AcceptInvitation>(row->decision);
    const InvitationId *const decided = row == m_live.end() ? nullptr : decidedInvitation(row->decision);
    const std::optional<InvitationId> invitation = decided ? std::optional(*decided) : std::nullopt;
    const Result<void> finished = m_core.watched(m_core.desk.finish(id, to, end, m_core.ports.clock.wall()));
    if (!finished) {
        m_stuck.insert(id);
        rescue();
        return;
    }
    if (to == OperationState::Acked && invitation) {
        m_ackedSincePage.insert_or_assign(id, *invitation);
        if (m_searchLost)
            m_notLost.insert(*invitation);
        m_uncaught.insert(*invitation);
        if (m_broughtEarly.contains(*invitation))
            markCaughtUp(std::vector{*invitation});
        if (acceptance && end.kind == EndKind::None)
            m_confirmed.insert(m_confirmed.begin(), id);
    }
    if (invitation)
        m_broughtEarly.erase(*invitation);
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
    if (verdict.what == Verdict::What::GiveBack && verdict.trouble == Trouble::None)
        waitAlone(id, verdict.retryAfter);
    if (const InvitationId *const invitation = decidedInvitation(claim.operation.decision))
        m_broughtEarly.erase(*invitation);
    reload(id);
    reviewOne(id); // What the feed said while it was in flight counts now
}

void Outbox::waitAlone(const OperationId &id, std::optional<Milliseconds> retryAfter)
{
    RowWait &wait = m_rowWaits[id];
    const Milliseconds pause = fullJitter(m_core.ports.randomness, wait.failures++, 60s);
    const Milliseconds asked = std::min<Milliseconds>(retryAfter.value_or(0ms), longestRetryAfter);
    // Many that wait take turns: together they ask hardly more often than one.
    const Milliseconds turns = turnOfARow * static_cast<qint64>(m_rowWaits.size() - 1);
    wait.until = m_core.ports.clock.monotonic() + std::max({Milliseconds(1s), pause, asked}) + turns;
}

void Outbox::rescue()
{
    const bool nothingToDo = m_stuck.empty() && m_unread.empty() && !m_searchLost && !m_overlayDue;
    if (!nothingToDo && !m_rescueTimer.isRunning())
        m_rescueTimer.start(5s, [this] { rescueAll(); });
}

/// What a disk that failed left undone.
void Outbox::rescueAll()
{
    for (const OperationId &id : std::set<OperationId>(m_stuck)) {
        const Result<void> back = m_core.watched(m_core.desk.giveBack(id, false));
        if (!back && back.error().kind != ErrorKind::Conflict)
            continue;
        m_stuck.erase(id);
        if (back)
            waitAlone(id, std::nullopt); // A desk that takes this and not the end would have it sent for ever
        m_unread.insert(id);
    }
    for (const OperationId &id : std::set<OperationId>(m_unread)) {
        reload(id);
        reviewOne(id);
    }
    if (m_searchLost)
        findLostByRestore();
    overlayChanged();
    rescue();
    m_core.pump();
}
