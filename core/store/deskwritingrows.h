#pragma once

#include "core/domain/reply.h"
#include "core/store/statement.h"

/// Reply templates and internal notes as rows of desk.db, and back.

/// An internal note as it is kept.
struct InternalNote
{
    InvitationId invitationId;
    QString text;
    Instant savedAt;
    std::optional<Instant> endedAt; ///< Since when its invitation is known to be no longer pending
};

/// The columns that readReplyTemplate() reads, in its order; saved_at is the seventh.
[[nodiscard]] QString replyTemplateColumns();
/// Errors: Damaged, where the row is not what was ever written.
[[nodiscard]] Result<ReplyTemplate> readReplyTemplate(const Statement &statement);
[[nodiscard]] QString insertReplyTemplateSql();
/// `reply` has an id.
void bindReplyTemplate(Statement &statement, const ReplyTemplate &reply, Instant savedAt);

[[nodiscard]] QString noteColumns();
[[nodiscard]] Result<InternalNote> readNote(const Statement &statement);
[[nodiscard]] QString upsertNoteSql();
void bindNote(Statement &statement, const InternalNote &note);
