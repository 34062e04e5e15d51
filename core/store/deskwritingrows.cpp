#include "core/store/deskwritingrows.h"

#include "core/store/columns.h"

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> damaged()
{
    return failure(ErrorKind::Damaged, u"A row of the desk is not what was written"_s);
}

QString templateMark()
{
    return u"reply_template"_s;
}

QString noteMark()
{
    return u"note"_s;
}

} // namespace

QString replyTemplateColumns()
{
    return u"mark, id, reason_id, language, name, text, saved_at"_s;
}

Result<ReplyTemplate> readReplyTemplate(const Statement &statement)
{
    Columns c(statement);
    if (c.text() != templateMark())
        return damaged();
    const auto id = c.id<ReplyTemplateId>();
    const auto reasonId = c.optionalId<ReasonId>();
    if (!c.sound())
        return damaged();
    return ReplyTemplate{id, reasonId, c.text(), c.text(), c.text()};
}

QString insertReplyTemplateSql()
{
    return u"INSERT INTO reply_template (%1)\n"
           "VALUES (:mark, :id, :reason_id, :language, :name, :text, :saved_at)"_s.arg(replyTemplateColumns());
}

void bindReplyTemplate(Statement &statement, const ReplyTemplate &reply, Instant savedAt)
{
    statement.bind(u":mark"_s, templateMark())
        .bind(u":id"_s, reply.id)
        .bind(u":reason_id"_s, reply.reasonId)
        .bind(u":language"_s, reply.language)
        .bind(u":name"_s, reply.name)
        .bind(u":text"_s, reply.text)
        .bind(u":saved_at"_s, savedAt);
}

QString noteColumns()
{
    return u"mark, invitation_id, text, saved_at, ended_at"_s;
}

Result<InternalNote> readNote(const Statement &statement)
{
    Columns c(statement);
    if (c.text() != noteMark())
        return damaged();
    const auto invitationId = c.id<InvitationId>();
    if (!invitationId)
        return damaged();
    return InternalNote{*invitationId, c.text(), c.instant(), c.optionalInstant()};
}

QString upsertNoteSql()
{
    return u"INSERT INTO note (%1)\nVALUES (:mark, :invitation_id, :text, :saved_at, :ended_at)\n"
           "ON CONFLICT (invitation_id) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at"_s.arg(
               noteColumns());
}

void bindNote(Statement &statement, const InternalNote &note)
{
    statement.bind(u":mark"_s, noteMark())
        .bind(u":invitation_id"_s, note.invitationId)
        .bind(u":text"_s, note.text)
        .bind(u":saved_at"_s, note.savedAt)
        .bind(u":ended_at"_s, note.endedAt);
}
