#include "tests/simulation/life.h"
#include "tests/simulation/watch.h"

#include <algorithm>

using namespace std::chrono_literals;

// The outbox on the disk: what was kept, what became of it, and whether the person was told.

namespace simulation {

namespace {
constexpr auto keepFinishedFor = std::chrono::hours(24 * 90);
}

void Watch::readDesk()
{
    if (!m_desk)
        return;
    const std::vector<DeskChange> changes = m_desk->changes();
    for (const DeskChange &change : changes) {
        m_news = true;
        deskChanged(change);
    }
    checkDrafts(changes);
}

void Watch::deskChanged(const DeskChange &change)
{
    if (change.what == DeskChange::What::DraftSaved || change.what == DeskChange::What::DraftDropped)
        return draftChanged(change);
    m_trace.add(m_clock.monotonic().count(),
                QStringLiteral("   %1 %2 %3%4")
                    .arg(change.id.left(8), QLatin1StringView(stateName(change.state)), change.endKind,
                         change.maybeApplied ? QStringLiteral(" maybe applied") : QString()));
    Kept &kept = m_account->operations[change.id];
    switch (change.what) {
    case DeskChange::What::Inserted:
        holds(8, change.state == OperationState::Held, QStringLiteral("%1 begins as %2").arg(change.id, QLatin1StringView(stateName(change.state))));
        kept = {};
        kept.row = change;
        kept.number = ++m_lastNumber;
        return holdBegins(kept);
    case DeskChange::What::Updated:
        return rowChanged(kept, change);
    case DeskChange::What::Deleted:
        return rowDeleted(kept, change);
    case DeskChange::What::DraftSaved:
    case DeskChange::What::DraftDropped:
    case DeskChange::What::There:
        return;
    }
}

void Watch::rowChanged(Kept &kept, const DeskChange &change)
{
    if (change.before != change.state) {
        const std::string name = transitionName(change.before, change.state);
        ++m_tally.lives[name];
        holds(8, isTransition(change.before, change.state),
              QStringLiteral("%1: %2").arg(change.id, QString::fromStdString(name)));
        stateChanged(kept, change);
        if (change.before == OperationState::Acked)
            holds(8, kept.agreed, QStringLiteral("%1 is sent again, and nobody agreed").arg(change.id));
    }
    holds(4, change.body == kept.row.body, QStringLiteral("%1: its body was rewritten").arg(change.id));
    const bool lostNow = change.endKind == QLatin1StringView("lost_in_restore") && kept.row.endKind != change.endKind;
    holds(15, !lostNow || !hasEffect(change.id) || kept.damaged,
          QStringLiteral("%1 is said to be lost, and the service has it").arg(change.id));
    if (lostNow || (kept.row.dismissed && !change.dismissed))
        kept.dismissed = false; // It comes up again
    kept.row = change;
}

void Watch::rowDeleted(Kept &kept, const DeskChange &change)
{
    const bool old = instantFromMs(change.finishedAt) < m_clock.wall() - keepFinishedFor;
    const bool seen = !mustBeShown(kept, change) || change.dismissed;
    const bool overlays = !change.invitation.isEmpty() && change.state == OperationState::Acked && !change.caughtUp;
    holds(1, !isLive(change.state) && old && seen && !overlays,
          QStringLiteral("%1 is %2 and was deleted").arg(change.id, QLatin1StringView(stateName(change.state))));
    kept.gone = true;
}

// --- After a restart ------------------------------------------------------------------------------------------------

void Watch::survived(const std::vector<DeskChange> &rows)
{
    std::map<QString, const DeskChange *> there;
    for (const DeskChange &row : rows)
        there[row.id] = &row;
    for (auto &[id, kept] : m_account->operations) {
        const auto row = there.find(id);
        survivedOne(id, kept, row == there.end() ? nullptr : row->second);
    }
    for (const auto &[id, row] : there) {
        if (m_account->operations.contains(id))
            continue;
        holds(8, m_account->unsure, QStringLiteral("%1 is on the desk, from nowhere").arg(id));
        m_account->operations[id].row = *row;
        m_account->operations[id].number = ++m_lastNumber;
    }
}

void Watch::survivedOne(const QString &id, Kept &kept, const DeskChange *row)
{
    if (kept.gone)
        return;
    if (!row) {
        // What was never confirmed may be gone; so may what lay in a damaged file.
        holds(1, !kept.acknowledged || kept.excused, QStringLiteral("%1 was kept, and is gone after a restart").arg(id));
        kept.gone = true;
        return;
    }
    const OperationState before = kept.row.state;
    const bool same = row->state == before && row->maybeApplied == kept.row.maybeApplied && row->body == kept.row.body &&
                      row->dismissed == kept.row.dismissed;
    const bool onTheWay = m_account->unsure && row->body == kept.row.body &&
                          (canBecome(before, row->state) || (kept.agreed && before == OperationState::Acked));
    holds(1, same || onTheWay || kept.excused,
          QStringLiteral("%1 was %2, and is %3 after a restart")
              .arg(id, QLatin1StringView(stateName(before)), QLatin1StringView(stateName(row->state))));
    kept.row = *row;
    if (!kept.excused)
        return;
    // The damaged desk's word counts from here on, whatever it says.
    kept.excused = false;
    kept.onTheWire.clear();
    kept.takenBack = row->state == OperationState::Cancelled;
    kept.undoTried = kept.takenBack;
    kept.dismissed = row->dismissed;
}

// --- After each step ------------------------------------------------------------------------------------------------

void Watch::checkDesk()
{
    std::map<QString, QString> live;
    for (const auto &[id, kept] : m_account->operations) {
        if (kept.gone)
            continue;
        const bool cancelled = kept.row.state == OperationState::Cancelled;
        holds(1, !cancelled || kept.undoTried, QStringLiteral("%1 is cancelled, and nobody took it back").arg(id));
        holds(3, cancelled || !kept.takenBack, QStringLiteral("%1 was taken back, and is not").arg(id));
        if (isLive(kept.row.state) && !kept.row.invitation.isEmpty()) {
            const bool first = live.try_emplace(kept.row.invitation, id).second;
            holds(5, first, QStringLiteral("%1 has two live decisions").arg(kept.row.invitation));
        }
    }
}

void Watch::checkCards()
{
    for (const auto &[id, kept] : m_account->operations) {
        if (kept.gone || !mustBeShown(kept, kept.row) || excused())
            continue;
        const bool shown = kept.row.dismissed ? kept.dismissed : m_screen.cards.contains(id);
        holds(9, shown, QStringLiteral("%1 ended (%2, %3), and no card says so").arg(id, QLatin1StringView(stateName(kept.row.state)), kept.row.endKind));
    }
}

/// What the service acknowledged is not undecided again, unless the service itself went back.
void Watch::checkDone()
{
    if (excused() || m_account->cacheDoubtful)
        return;
    for (const auto &[id, kept] : m_account->operations) {
        const bool counts = !kept.gone && kept.row.state == OperationState::Acked && kept.row.caughtUp && !kept.setBack &&
                            hasEffect(id) && kept.restores == m_service.restores() && kept.row.endKind != QLatin1StringView("lost_in_restore");
        if (!counts)
            continue;
        const auto found = m_account->objects.find({"invitation", kept.row.invitation.toStdString()});
        const bool isPending = found != m_account->objects.end() && !found->second.dropped && found->second.status == "pending";
        holds(1, !isPending, QStringLiteral("%1 was acknowledged, and its invitation is pending again").arg(id));
    }
}

} // namespace simulation
