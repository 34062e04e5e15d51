#include "core/store/deskprivate.h"
#include "core/store/deskstore.h"
#include "core/store/deskwritingrows.h"
#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

// Reply templates and internal notes: what is written here and never leaves this computer.

Result<std::vector<ReplyTemplate>> DeskStore::replyTemplates()
{
    return selectAll<ReplyTemplate>(*d->database,
                                    u"SELECT %1\nFROM reply_template\nORDER BY rid"_s.arg(replyTemplateColumns()),
                                    noBinds, readReplyTemplate);
}

Result<void> DeskStore::saveReplyTemplate(const ReplyTemplate &reply, Instant now)
{
    if (!reply.id)
        return failure(ErrorKind::Internal, u"A reply template without a name"_s);
    if (const Result<void> inPlace = d->database->checkInPlace(); !inPlace)
        return inPlace;
    const QString update = u"\nON CONFLICT (id) DO UPDATE SET reason_id = excluded.reason_id, "
                           "language = excluded.language, name = excluded.name, text = excluded.text, "
                           "saved_at = excluded.saved_at"_s;
    return runSql(*d->database, insertReplyTemplateSql() + update,
                  [&](Statement &statement) { bindReplyTemplate(statement, reply, now); });
}

Result<void> DeskStore::deleteReplyTemplate(const ReplyTemplateId &id)
{
    if (const Result<void> inPlace = d->database->checkInPlace(); !inPlace)
        return inPlace;
    return runSql(*d->database, u"DELETE FROM reply_template\nWHERE id = :id"_s,
                  [&](Statement &statement) { statement.bind(u":id"_s, id); });
}

Result<QString> DeskStore::note(const InvitationId &id)
{
    const Result<std::optional<InternalNote>> note = selectOne<InternalNote>(
        *d->database, u"SELECT %1\nFROM note\nWHERE invitation_id = :id\nORDER BY rid"_s.arg(noteColumns()),
        [&](Statement &statement) { statement.bind(u":id"_s, id); }, readNote);
    if (!note)
        return failure(note.error());
    return *note ? (*note)->text : QString();
}

Result<void> DeskStore::saveNote(const InvitationId &id, const QString &text, Instant now)
{
    if (const Result<void> inPlace = d->database->checkInPlace(); !inPlace)
        return inPlace;
    if (text.isEmpty())
        return runSql(*d->database, u"DELETE FROM note\nWHERE invitation_id = :id"_s,
                      [&](Statement &statement) { statement.bind(u":id"_s, id); });
    return runSql(*d->database, upsertNoteSql(), [&](Statement &statement) {
        bindNote(statement, InternalNote{id, text, now, std::nullopt});
    });
}

Result<std::vector<InvitationId>> DeskStore::notedInvitations()
{
    return selectAll<InvitationId>(*d->database, u"SELECT %1\nFROM note\nORDER BY rid"_s.arg(noteColumns()), noBinds,
                                   [](const Statement &statement) -> Result<InvitationId> {
                                       const Result<InternalNote> note = readNote(statement);
                                       if (!note)
                                           return failure(note.error());
                                       return note->invitationId;
                                   });
}

Result<void> DeskStore::setNoteEnded(const InvitationId &id, const std::optional<Instant> &ended)
{
    // Only what changes: nothing is written, and no disk waited for, at the usual start.
    const QString sql =
        ended ? u"UPDATE note\nSET ended_at = :ended_at\nWHERE invitation_id = :id AND ended_at IS NULL"_s
              : u"UPDATE note\nSET ended_at = :ended_at\nWHERE invitation_id = :id AND ended_at IS NOT NULL"_s;
    return runSql(*d->database, sql,
                  [&](Statement &statement) { statement.bind(u":id"_s, id).bind(u":ended_at"_s, ended); });
}

Result<int> DeskStore::deleteNotesEndedBefore(Instant then)
{
    const Result<qint64> changed =
        changeSql(*d->database, u"DELETE FROM note\nWHERE ended_at < :then AND saved_at < :then_too"_s,
                  [&](Statement &statement) { statement.bind(u":then"_s, then).bind(u":then_too"_s, then); });
    if (!changed)
        return failure(changed.error());
    return int(*changed);
}
