#pragma once

#include "core/domain/account.h"
#include "core/domain/changeset.h"
#include "core/domain/feed.h"
#include "core/domain/insight.h"
#include "core/domain/lists.h"
#include "core/domain/overview.h"
#include "core/domain/record.h"
#include "core/domain/result.h"

#include <memory>
#include <set>

class Database;

/// What one commit on the cache touched: what views and counts are brought up to date by.
struct Touched
{
    bool branches = false;
    bool reasons = false;
    bool members = false;
    bool everything = false;         ///< A sweep or a new overlay of unknown size: look at all again
    std::vector<qint64> invitations; ///< Row ids
    std::vector<qint64> clients;
    std::vector<qint64> activities;
    std::vector<InvitationId> invitationIds; ///< As `invitations`, for details that are shown

    void add(const Touched &more);
};

/// Where the feed stands. Committed together with the page it belongs to.
struct FeedState
{
    QString state;                     ///< The last `newState`; empty: from the beginning
    qint64 pass = 0;                   ///< Full passes begun, counted from 1
    bool inFullPass = false;           ///< Pass `pass` has not ended
    bool everWhole = false;            ///< A full pass has ended at least once
    qint64 received = 0;               ///< Objects that the running full pass has brought
    std::optional<Instant> lastPageAt; ///< When the last page was applied (wall clock)
};

/// Invitations whose acked decision a full pass no longer knows, and what a page did.
struct PageApplied
{
    Touched touched;
    FeedState feed;
};

/// cache.db: what the service said. Rebuildable. Thread: the worker's; one connection, exclusive.
class CacheStore
{
public:
    /// Opens or makes the file. A damaged or foreign file is set aside under another name (said in `trouble`) and made
    /// anew. Errors: Busy, Disk, DiskFull, NewerSchema.
    [[nodiscard]] static Result<std::unique_ptr<CacheStore>> open(const QString &path,
                                                                  std::vector<StoreTrouble> &trouble);
    ~CacheStore();
    /// Deletes a closed cache, what SQLite and we keep beside it, and what was set aside as damaged. False where something could
    /// not be deleted.
    [[nodiscard]] static bool removeFiles(const QString &path);

    // --- The feed -------------------------------------------------------------------------------------------------
    [[nodiscard]] Result<FeedState> feedState();
    /// A full pass begins: the next pages are asked for from the beginning; nothing is dropped yet.
    [[nodiscard]] Result<FeedState> beginFullPass();
    /// One transaction: changes (version-gated; in a full pass the first coming of an object replaces whatever is
    /// there), tombstones, unreadable objects, feed state; on a full pass's last page the sweep.
    [[nodiscard]] Result<PageApplied> applyPage(const ChangePage &page, Instant now);
    /// What an operation's answer carried; in a full pass, from its first page on, it counts as a first coming. Also for a
    /// problem's `current`.
    /// `replayed`: as it was when it was applied, perhaps long ago. That brings nothing that isn't here, and counts as
    /// nothing in a full pass: this person may not see it any more.
    [[nodiscard]] Result<Touched> applyOutcome(const std::vector<Change> &changes, bool replayed = false);
    /// Objects set aside, oldest first. `raw` is what readChange() takes.
    [[nodiscard]] Result<std::vector<Unreadable>> unreadable();
    /// Drops the ones that have since become readable and applies them (after an update of the program).
    [[nodiscard]] Result<Touched> applyReadAgain(const std::vector<Change> &changes);

    // --- What the desk overlays ---------------------------------------------------------------------------------
    /// Invitations that don't count as pending here: live operations, and acked ones the feed has not caught up with.
    /// Kept in a TEMP table; replaces the last. `touched` holds the difference.
    [[nodiscard]] Result<Touched> setOverlay(const std::set<InvitationId> &decided);

    /// What is brought up to date where something that is kept elsewhere changed on an invitation.
    [[nodiscard]] Result<Touched> touchedBy(const InvitationId &id);

    // --- Reading ------------------------------------------------------------------------------------------------
    [[nodiscard]] Result<std::optional<Invitation>> invitation(const InvitationId &id);
    /// The tombstone, if the invitation was removed since the last full pass.
    [[nodiscard]] Result<bool> isRemoved(const InvitationId &id);
    [[nodiscard]] Result<bool> isRemoved(const ClientId &id);
    [[nodiscard]] Result<std::optional<Client>> client(const ClientId &id);
    /// What happened on a client, newest first, at most `most` lines. Without branch names.
    [[nodiscard]] Result<std::vector<ActivityRow>> activityOf(const ClientId &id, int most);
    /// With the same owner's address, registration number or near-equal company name, by indexes alone. Of local
    /// decisions only what the overlay says.
    [[nodiscard]] Result<Dealings> dealings(const Invitation &invitation);
    [[nodiscard]] Result<std::optional<Branch>> branch(const BranchId &id);
    [[nodiscard]] Result<std::vector<Branch>> branches();
    [[nodiscard]] Result<std::vector<Reason>> reasons(); ///< In the service's order, then by label
    [[nodiscard]] Result<std::vector<Member>> members();
    /// `now` and `respondWithinHours` draw the lines of due soon and overdue. Without what the desk overlays.
    [[nodiscard]] Result<Counts> counts(Instant now, int respondWithinHours);
    /// Pending per branch as the service would count them: the overlay ignored; none where there is none.
    [[nodiscard]] Result<std::map<BranchId, qint64>> rawPending();

    /// Row ids of the records, what happened first coming first.
    [[nodiscard]] Result<std::vector<qint64>> recordRowids(const RecordQuery &query);
    /// Those rows, in the same order; a row that is gone is left out. Of local decisions only what the overlay says.
    [[nodiscard]] Result<std::vector<Record>> records(RecordKind kind, const std::vector<qint64> &rowids);

    /// Counts of the period, by month, branch and reason; the branches without their names. The overlay is ignored.
    [[nodiscard]] Result<Insight> insight(const InsightQuery &query);

    /// Invitations whose state is no word that this version knows, of every branch.
    [[nodiscard]] Result<UnknownStates> unknownStates();

    // --- The account --------------------------------------------------------------------------------------------
    [[nodiscard]] Result<std::optional<SessionFacts>> session();
    [[nodiscard]] Result<void> setSession(const SessionFacts &facts);

    /// Writes a little that changes nothing: whether a page could be applied now.
    [[nodiscard]] Result<void> tryWriting();

    /// For views (core/store/listview.h) of the same thread.
    [[nodiscard]] Database &database();

private:
    class Private;
    explicit CacheStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};
