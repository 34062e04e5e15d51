#pragma once

#include "core/domain/changeset.h"
#include "core/domain/operation.h"
#include "core/domain/overview.h"
#include "core/domain/reply.h"
#include "core/domain/result.h"

#include <memory>

class Database;

/// desk.db: what the accountant said. Precious: durable at every commit, never deleted. Thread: the worker's; one
/// connection, exclusive. Every change of state is a compare-and-set: ErrorKind::Conflict where the row was not in the
/// state it must be in, and then nothing has changed.
class DeskStore
{
public:
    /// Opens or makes the file, with integrity_check. Damaged or foreign: set aside, salvaged row by row into a new
    /// file, said in `trouble`. Errors: NewerSchema (nothing is written), Busy, Disk, DiskFull.
    [[nodiscard]] static Result<std::unique_ptr<DeskStore>> open(const QString &path,
                                                                 std::vector<StoreTrouble> &trouble);
    ~DeskStore();
    /// Whether anything of a desk stands there: also its log alone, or a salvaged one on its way into place.
    [[nodiscard]] static bool isThere(const QString &path);

    // --- Operations: a new row ------------------------------------------------------------------------------------
    /// Commits a new operation (held), drops the invitation's draft, and dismisses the operation that it replaces, all
    /// at once. Conflict: the invitation has a live operation already (of a client several may wait).
    [[nodiscard]] Result<void> add(const Operation &operation, Instant now);

    // --- Operations: transitions ----------------------------------------------------------------------------------
    /// held -> ready: the hold is over.
    [[nodiscard]] Result<void> release(const OperationId &id);
    /// held|ready -> cancelled, only with maybe_applied = 0.
    [[nodiscard]] Result<void> cancel(const OperationId &id, Instant now);
    /// ready -> inflight with maybe_applied = 1 and one attempt more: committed before the first byte leaves. Answers
    /// whether an earlier attempt was open (maybe_applied was 1).
    [[nodiscard]] Result<bool> claim(const OperationId &id);
    /// inflight -> ready. `provenUndone`: this answer proves that this attempt did nothing and no earlier one is open.
    [[nodiscard]] Result<void> giveBack(const OperationId &id, bool provenUndone);
    /// Start: every inflight row becomes ready again (maybe_applied stays).
    [[nodiscard]] Result<int> giveBackAll();
    /// held|ready|inflight -> acked | conflict | failed.
    [[nodiscard]] Result<void> finish(const OperationId &id, OperationState to, const OperationEnd &end, Instant now);
    /// acked, "lost in a restore": a remark on the row; it stays acked until the accountant agrees.
    [[nodiscard]] Result<void> markLost(const OperationId &id);
    /// acked -> ready: the accountant agreed to send it again (same id, same bytes).
    [[nodiscard]] Result<void> sendAgain(const OperationId &id);
    /// The person has seen the card.
    [[nodiscard]] Result<void> dismiss(const OperationId &id, Instant now);
    /// Finished more than `age` before `now` and nothing to show any more.
    [[nodiscard]] Result<int> deleteFinishedBefore(Instant then);

    // --- Overlay of acked decisions until the feed catches up -------------------------------------------------------
    /// Acked operations whose effect the feed has not brought yet: they keep overlaying the cache.
    [[nodiscard]] Result<std::vector<InvitationId>> uncaught();
    [[nodiscard]] Result<void> markCaughtUp(const std::vector<InvitationId> &ids);
    [[nodiscard]] Result<void> markAllCaughtUp();

    // --- Operations: reading -------------------------------------------------------------------------------------
    [[nodiscard]] Result<std::optional<Operation>> operation(const OperationId &id);
    /// The live one of an invitation, else its last, else none.
    [[nodiscard]] Result<std::optional<Operation>> operationFor(const InvitationId &id);
    /// The same, but for those that were taken back.
    [[nodiscard]] Result<std::optional<Operation>> standingFor(const InvitationId &id);
    [[nodiscard]] Result<std::vector<Operation>> live();      ///< Oldest first
    [[nodiscard]] Result<std::vector<Operation>> attention(); ///< To be shown and not dismissed, newest first
    /// Acked ones on invitations, newest first, for those in question after a full pass: acked before `then`.
    [[nodiscard]] Result<std::vector<Operation>> ackedBefore(Instant then);
    [[nodiscard]] Result<qint64> operationCount();

    // --- Drafts of open dialogs ----------------------------------------------------------------------------------
    [[nodiscard]] Result<void> saveDraft(const Draft &draft, Instant now);
    [[nodiscard]] Result<void> dropDraft(const InvitationId &id);
    [[nodiscard]] Result<std::optional<Draft>> draft(const InvitationId &id);

    // --- Reply templates and internal notes ------------------------------------------------------------------------
    [[nodiscard]] Result<std::vector<ReplyTemplate>> replyTemplates(); ///< In the order they were first kept
    /// Adds it, or puts it in the place of the one with its id, which it must have.
    [[nodiscard]] Result<void> saveReplyTemplate(const ReplyTemplate &reply, Instant now);
    [[nodiscard]] Result<void> deleteReplyTemplate(const ReplyTemplateId &id);
    /// Empty: there is none.
    [[nodiscard]] Result<QString> note(const InvitationId &id);
    /// Without text the note is deleted.
    [[nodiscard]] Result<void> saveNote(const InvitationId &id, const QString &text, Instant now);
    [[nodiscard]] Result<std::vector<InvitationId>> notedInvitations();
    /// From when an invitation's end is counted for its note: `ended` once, empty where it is pending again.
    [[nodiscard]] Result<void> setNoteEnded(const InvitationId &id, const std::optional<Instant> &ended);
    /// Notes on invitations that ended before `then`, and not written since. How many that were.
    [[nodiscard]] Result<int> deleteNotesEndedBefore(Instant then);

    /// Writes a little that changes nothing: whether a decision could be kept now.
    [[nodiscard]] Result<void> tryWriting();
    /// Whether the file is still where it was opened: else nothing that is written into it outlives the program.
    [[nodiscard]] bool isInPlace() const;

    [[nodiscard]] Database &database();

private:
    class Private;
    explicit DeskStore(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};
