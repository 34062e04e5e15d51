#include "tests/simulation/life.h"
#include "tests/simulation/watch.h"

#include <algorithm>

using namespace std::chrono_literals;

// How rows of the outbox end, by sync.md's table, the answers that came and the service's ledger.

namespace simulation {

Remembered Watch::remembered(const DeskChange &row) const
{
    const Subject subject = subjectOf(row);
    const auto found = m_account->objects.find({subject.kind, subject.id});
    if (found == m_account->objects.end())
        return {};
    const Cached &cached = found->second;
    return {!cached.dropped, cached.buried, cached.status, cached.revision, cached.operation};
}

bool Watch::hasEffect(const QString &operation) const
{
    const auto &decisions = m_service.decisions();
    return std::any_of(decisions.begin(), decisions.end(), [&](const Service::Decided &each) {
        return !each.undone && each.operation == operation.toStdString();
    });
}

/// Acknowledged, and never done by it: what the accountant wrote was not sent, whoever says what.
bool Watch::isDueACard(const DeskChange &change) const
{
    const auto &decisions = m_service.decisions();
    const auto isItsOwn = [&](const Service::Decided &each) { return each.operation == change.id.toStdString(); };
    return change.state == OperationState::Acked && isCardWorthy(change) && std::none_of(decisions.begin(), decisions.end(), isItsOwn);
}

void Watch::stateChanged(Kept &kept, const DeskChange &change)
{
    if (change.state == OperationState::Ready) {
        kept.readySince = m_clock.monotonic();
        kept.waitsAlone = change.before == OperationState::Inflight && excused();
        kept.cardDue = false;
    }
    if (!isLive(change.state))
        ended(kept, change);
}

void Watch::ended(Kept &kept, const DeskChange &change)
{
    kept.restores = m_service.restores();
    kept.setBack = false;
    if (change.state == OperationState::Cancelled)
        return;
    kept.cardDue = isDueACard(change) && !kept.damaged;
    const bool isUndone = change.state == OperationState::Conflict || change.state == OperationState::Failed;
    holds(2, !isUndone || !hasEffect(change.id) || kept.damaged,
          QStringLiteral("%1 ended as %2, and has had its effect").arg(change.id, QLatin1StringView(stateName(change.state))));
    readCache();
    if (!m_account->cacheDoubtful)
        checkEnd(kept, change);
}

bool Watch::isTooLate(const DeskChange &row) const
{
    return mustNotBeLate(row) && msSinceEpoch(m_clock.wall()) - decidedAt(row) >= Milliseconds(1h).count();
}

void Watch::checkEnd(const Kept &kept, const DeskChange &change)
{
    const End end{change.state, change.endKind};
    const std::optional<End> byCache = endByCache(change, remembered(change));
    const bool isInFlight = change.before == OperationState::Inflight;
    // The feed's word on what is in flight is waited out, but for the one that says that it is done.
    const bool counts = !isInFlight || end.state == OperationState::Acked;
    const bool isLate = end == End{OperationState::Failed, QStringLiteral("not_sent_in_time")} && !change.maybeApplied &&
                        !isInFlight && isTooLate(change);
    holds(15, (counts && byCache == end) || (isInFlight && kept.answer == end) || isLate,
          QStringLiteral("%1 was %2 and ended as %3; by the cache: %4, by its answer: %5")
              .arg(change.id, QLatin1StringView(stateName(change.before)), endName(end), endName(byCache),
                   endName(isInFlight ? kept.answer : std::nullopt)));
}

bool Watch::mustBeShown(const Kept &kept, const DeskChange &row)
{
    const bool remark = row.state == OperationState::Acked &&
                        (kept.cardDue || row.endKind == QLatin1StringView("same_decision") ||
                         row.endKind == QLatin1StringView("lost_in_restore"));
    return remark || row.state == OperationState::Conflict || row.state == OperationState::Failed;
}

/// What the cache says to be over does not wait any longer.
void Watch::checkRows()
{
    if (excused() || m_account->cacheDoubtful || !m_hasLooked)
        return;
    for (const auto &[id, kept] : m_account->operations) {
        if (kept.gone || (kept.row.state != OperationState::Held && kept.row.state != OperationState::Ready))
            continue;
        const std::optional<End> due = endByCache(kept.row, remembered(kept.row));
        holds(15, !due, QStringLiteral("%1 is %2, and by the cache it ends as %3").arg(id, QLatin1StringView(stateName(kept.row.state)), endName(due)));
    }
}

} // namespace simulation
