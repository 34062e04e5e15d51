#pragma once

#include "core/sync/core.h"
#include "core/sync/feedrules.h"
#include "core/sync/verdict.h"

#include <map>
#include <set>

/// The accountant's decisions on this side of the wire: kept, held, taken back, settled; and what they overlay. Every
/// change is committed to the desk first, then shown.
class Outbox
{
public:
    explicit Outbox(EngineCore &core);

    /// After a start: what was in flight is ready again, every hold begins anew.
    [[nodiscard]] Result<void> start();

    // --- What a person does -----------------------------------------------------------------------------------------
    /// Conflict: not pending here, changed since it was read, or decided already; a client that has left. NotFound: not
    /// here. Network: of the kind that needs a connection, and there is none.
    [[nodiscard]] Result<Operation> decide(const Decision &decision, Milliseconds hold,
                                           const std::optional<OperationId> &replaces);
    [[nodiscard]] Result<void> undo(const OperationId &id);
    [[nodiscard]] Result<Operation> tryAgain(const OperationId &id, Milliseconds hold);
    [[nodiscard]] Result<void> sendAgain(const OperationId &id);
    [[nodiscard]] Result<void> dismiss(const OperationId &id);
    void endHolds();
    /// What must not come late and could not be sent within the hour becomes a card that asks again.
    void endLate();
    /// What the service told to wait goes again at once.
    void endRowWaits();

    // --- For the pusher ---------------------------------------------------------------------------------------------
    /// Ready and not told to wait by the service, oldest first.
    [[nodiscard]] std::vector<OperationId> sendable() const;
    /// Until the next row that the service told to wait may go again; empty where none waits.
    [[nodiscard]] std::optional<Milliseconds> nextRowWait() const;
    struct Claim
    {
        Operation operation;
        bool earlierOpen = false; ///< An earlier attempt may have reached the service
    };
    [[nodiscard]] Result<Claim> claim(const OperationId &id);
    void settle(const Claim &claim, const Verdict &verdict);

    // --- From the feed ----------------------------------------------------------------------------------------------
    /// After a page was applied: judges what is held or ready by what the cache now says.
    void pageApplied(const ChangePage &page, const FeedState &before, const FeedState &after);
    /// The feed is at its end, and still has pending what it acknowledged before the last page was asked for.
    [[nodiscard]] bool feedContradicts();
    /// The page that is applied next has been asked for now: what is acked from here on may be missing from it.
    void pageAsked();

    // --- To be shown ------------------------------------------------------------------------------------------------
    [[nodiscard]] const std::vector<Operation> &live() const { return m_live; }
    [[nodiscard]] std::optional<Milliseconds> holdLeft(const OperationId &id) const;
    /// Acceptances confirmed in this run and not dismissed, newest first.
    [[nodiscard]] const std::vector<OperationId> &confirmed() const { return m_confirmed; }
    /// Something is there that is to be delivered.
    [[nodiscard]] bool somethingWaits() const { return !m_live.empty(); }

private:
    struct RowWait
    {
        Milliseconds until; ///< Monotonic
        int failures = 0;
    };

    /// What the decision is about as it is here, and whether it can be decided.
    [[nodiscard]] Result<Reviewed> review(const Decision &decision);
    [[nodiscard]] Result<Reviewed> reviewInvitation(const InvitationId &id, const QString &revision);
    [[nodiscard]] Result<Reviewed> reviewClient(const Decision &decision, const ClientId &id);
    [[nodiscard]] Result<Reviewed> reviewBranch(const BranchId &id);
    [[nodiscard]] Result<QString> branchName(const BranchId &id);
    [[nodiscard]] Operation make(const Decision &decision, Reviewed reviewed, Milliseconds hold,
                                 const std::optional<OperationId> &replaces);
    void cameAlive();
    void reload(const OperationId &id);
    void reviewAll();
    void reviewOne(const OperationId &id);
    void reviewOthersOn(const Decision &decision);
    [[nodiscard]] std::optional<Ending> judged(const Operation &operation);
    [[nodiscard]] bool isLate(const Operation &operation) const;
    void watchForLate();
    void finish(const OperationId &id, OperationState to, const OperationEnd &end);
    void giveBack(const Claim &claim, const Verdict &verdict);
    void waitAlone(const OperationId &id, std::optional<Milliseconds> retryAfter);
    void rescue();
    void rescueAll();
    void overlayChanged(Touched touched = {});
    void beginHold(const Operation &operation);
    void beginHoldsAnew();
    [[nodiscard]] bool hasSlept();
    void holdsChanged();
    void holdsOver();
    void markCaughtUp(const ChangePage &page);
    void markCaughtUp(const std::vector<InvitationId> &ids);
    void dropCaughtBefore();
    [[nodiscard]] Result<void> findDoneBefore();
    void forgetDoneBefore();
    void fullPassEnded();
    void firstLook();
    [[nodiscard]] std::set<InvitationId> ackedSincePage() const;
    [[nodiscard]] Result<std::set<InvitationId>> unreadableInvitations();
    void findLostByRestore();
    void tellIfLost(const Operation &operation);
    void tellHiddenLosses();
    [[nodiscard]] Result<bool> isLost(const Operation &operation);

    EngineCore &m_core;
    std::vector<Operation> m_live; ///< As the desk has them, oldest first
    std::set<InvitationId> m_uncaught; ///< Acked, and the feed has not brought it yet
    std::map<OperationId, InvitationId> m_ackedSincePage; ///< Acked after the page under way was asked for
    std::set<InvitationId> m_doneBefore; ///< Acked in an earlier run, and pending in a cache that a power cut set back
    std::set<InvitationId> m_broughtEarly; ///< Decided by the feed while the operation was in flight
    std::set<InvitationId> m_notLost; ///< Of these it can't be said yet whether the service lost what it acked
    std::set<InvitationId> m_lossHidden; ///< Lost, and decided anew: told if that is taken back
    bool m_feedSeen = false; ///< In this run the feed came to its end: no power cut before it counts any more
    bool m_lostSearched = false; ///< In this run
    bool m_searchLost = false; ///< A full pass ended, and what it shows to be lost is not written down yet
    std::vector<OperationId> m_confirmed;
    std::map<OperationId, Milliseconds> m_holds; ///< Monotonic ends
    std::map<OperationId, RowWait> m_rowWaits;
    std::set<OperationId> m_stuck; ///< Answered, but the desk could not be written: to be given back
    std::set<OperationId> m_unread; ///< The desk could not be read: `m_live` is older than the row
    bool m_overlayDue = false; ///< The cache could not take the last one
    OwnedTimer m_holdTimer;
    OwnedTimer m_lateTimer;
    OwnedTimer m_rescueTimer;
    Instant m_wallSeen;
    Milliseconds m_monotonicSeen{0};
};
