#include "core/sync/outbox.h"

#include "core/api/codec.h"

#include <algorithm>

using namespace std::chrono_literals;

Outbox::Outbox(EngineCore &core)
    : m_core(core), m_holdTimer(core.ports.scheduler), m_lateTimer(core.ports.scheduler), m_rescueTimer(core.ports.scheduler)
{
}

// --- What a person does ---------------------------------------------------------------------------------------------

Result<Operation> Outbox::decide(const Decision &decision, Milliseconds hold, const std::optional<OperationId> &replaces)
{
    const Result<Reviewed> reviewed = review(decision);
    if (!reviewed)
        return failure(reviewed.error());
    const Operation operation = make(decision, *reviewed, hold, replaces);
    const Result<void> added = m_core.watched(m_core.desk.add(operation, m_core.ports.clock.wall()));
    if (!added)
        return failure(added.error());
    m_live.push_back(operation);
    beginHold(operation);
    watchForLate();
    overlayChanged();
    cameAlive();
    return operation;
}

Operation Outbox::make(const Decision &decision, Reviewed reviewed, Milliseconds hold,
                       const std::optional<OperationId> &replaces)
{
    Randomness &randomness = m_core.ports.randomness;
    const quint64 high = randomness.next();
    const Instant now = m_core.ports.clock.wall();
    Operation operation{OperationId::fromRandom(high, randomness.next()), decision, writeOperation(decision, now),
                        std::move(reviewed)};
    operation.hold = hold;
    operation.decidedAt = now;
    operation.replaces = replaces;
    return operation;
}

Result<void> Outbox::undo(const OperationId &id)
{
    const Result<void> cancelled = m_core.watched(m_core.desk.cancel(id, m_core.ports.clock.wall()));
    tellHiddenLosses();
    reload(id);
    overlayChanged();
    return cancelled;
}

Result<Operation> Outbox::tryAgain(const OperationId &id, Milliseconds hold)
{
    const Result<std::optional<Operation>> old = m_core.desk.operation(id);
    if (!old)
        return failure(old.error());
    if (!*old)
        return failure(ErrorKind::NotFound, QStringLiteral("operation not on the desk"));
    if ((*old)->state != OperationState::Failed && (*old)->state != OperationState::Conflict)
        return failure(ErrorKind::Conflict, QStringLiteral("operation has not failed"));
    return decide((*old)->decision, hold, id);
}

Result<void> Outbox::sendAgain(const OperationId &id)
{
    const Result<void> sent = m_core.watched(m_core.desk.sendAgain(id));
    if (!sent)
        return sent;
    reload(id);
    reviewOne(id);
    overlayChanged();
    cameAlive();
    m_core.pump();
    return {};
}

/// The pause under way may be one of an idle program.
void Outbox::cameAlive()
{
    if (m_core.gate.cutIdlePause())
        m_core.pump(); // For its timer
}

Result<void> Outbox::dismiss(const OperationId &id)
{
    if (std::erase(m_confirmed, id) > 0) {
        m_core.events.committed({});
        return {};
    }
    const Result<void> dismissed = m_core.watched(m_core.desk.dismiss(id, m_core.ports.clock.wall()));
    if (dismissed)
        m_core.events.committed({});
    return dismissed;
}

// --- Holds ----------------------------------------------------------------------------------------------------------

void Outbox::beginHold(const Operation &operation)
{
    if (operation.state != OperationState::Held)
        return;
    if (hasSlept())
        beginHoldsAnew();
    m_holds.insert_or_assign(operation.id, m_monotonicSeen + operation.hold);
    holdsChanged();
}

/// Since this was asked last, the computer slept with a hold running: the person saw none of it.
bool Outbox::hasSlept()
{
    const Instant wall = m_core.ports.clock.wall();
    const Milliseconds monotonic = m_core.ports.clock.monotonic();
    // Some monotonic clocks stand still in a sleep: then the wall's went on alone. Others go on: then a hold's end is long
    // over, and its timer had no chance to say so.
    const bool wallWentOnAlone = (wall - m_wallSeen) - (monotonic - m_monotonicSeen) > 10s;
    const bool endMissed = std::any_of(m_holds.begin(), m_holds.end(),
                                       [monotonic](const auto &hold) { return monotonic - hold.second > 10s; });
    m_wallSeen = wall;
    m_monotonicSeen = monotonic;
    return !m_holds.empty() && (wallWentOnAlone || endMissed);
}

void Outbox::beginHoldsAnew()
{
    for (const Operation &operation : m_live) {
        if (m_holds.contains(operation.id))
            m_holds.insert_or_assign(operation.id, m_monotonicSeen + operation.hold);
    }
    holdsChanged();
    m_core.events.committed({});
}

void Outbox::holdsChanged()
{
    if (m_holds.empty()) {
        m_holdTimer.stop();
        return;
    }
    const auto first = std::min_element(m_holds.begin(), m_holds.end(),
                                        [](const auto &a, const auto &b) { return a.second < b.second; });
    m_holdTimer.start(std::max(Milliseconds(0), first->second - m_core.ports.clock.monotonic()), [this] { holdsOver(); });
}

void Outbox::holdsOver()
{
    if (hasSlept())
        return beginHoldsAnew();
    const Milliseconds monotonic = m_monotonicSeen;
    std::vector<OperationId> over;
    for (const auto &[id, end] : m_holds) {
        if (end <= monotonic)
            over.push_back(id);
    }
    for (const OperationId &id : over) {
        const Result<void> released = m_core.watched(m_core.desk.release(id));
        if (!released && released.error().kind != ErrorKind::Conflict) {
            m_holds.insert_or_assign(id, monotonic + 5s); // The disk: tried again
            continue;
        }
        m_holds.erase(id);
        reload(id);
    }
    holdsChanged();
    m_core.events.committed({});
    m_core.pump();
}

void Outbox::endHolds()
{
    const Milliseconds now = m_core.ports.clock.monotonic();
    for (auto &[id, end] : m_holds)
        end = now;
    m_wallSeen = m_core.ports.clock.wall();
    m_monotonicSeen = now;
    holdsOver();
}

std::optional<Milliseconds> Outbox::holdLeft(const OperationId &id) const
{
    const auto hold = m_holds.find(id);
    if (hold == m_holds.end())
        return std::nullopt;
    return std::max(Milliseconds(0), hold->second - m_core.ports.clock.monotonic());
}

// --- The mirror of the desk, and what it overlays ----------------------------------------------------------------------

void Outbox::reload(const OperationId &id)
{
    const Result<std::optional<Operation>> read = m_core.watched(m_core.desk.operation(id));
    if (!read) {
        m_unread.insert(id);
        return rescue();
    }
    m_unread.erase(id);
    const auto same = [&id](const Operation &operation) { return operation.id == id; };
    const auto mirrored = std::find_if(m_live.begin(), m_live.end(), same);
    const bool live = *read && isLive((*read)->state);
    if (!live && mirrored != m_live.end())
        m_live.erase(mirrored);
    else if (live && mirrored != m_live.end())
        *mirrored = **read;
    else if (live)
        m_live.push_back(**read);
    if (!live || (*read)->state != OperationState::Held)
        m_holds.erase(id);
    if (!live)
        m_rowWaits.erase(id);
}

void Outbox::overlayChanged(Touched touched)
{
    std::set<InvitationId> overlay = m_uncaught;
    overlay.insert(m_doneBefore.begin(), m_doneBefore.end());
    for (const Operation &operation : m_live) {
        if (const InvitationId *const id = decidedInvitation(operation.decision))
            overlay.insert(*id);
    }
    const Result<Touched> changed = m_core.watched(m_core.cache.setOverlay(overlay));
    m_overlayDue = !changed;
    if (changed)
        touched.add(*changed);
    else
        rescue();
    m_core.events.committed(touched);
}
