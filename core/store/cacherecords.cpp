#include "core/store/cacheprivate.h"
#include "core/store/cacherows.h"
#include "core/store/columns.h"
#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

// Records for files and prints: their row ids first, by an index alone, then the rows in parts.
namespace {

QString timeColumn(RecordKind kind)
{
    return kind == RecordKind::Invitations ? u"happened_at"_s : u"at"_s;
}

QString findingSql(const RecordQuery &query)
{
    const QString time = timeColumn(query.kind);
    QStringList conditions;
    if (query.branch)
        conditions += u"branch_id = :branch"_s;
    if (query.from)
        conditions += u"%1 >= :from"_s.arg(time);
    if (query.until)
        conditions += u"%1 < :until"_s.arg(time);
    const QString table = query.kind == RecordKind::Invitations ? u"invitation"_s : u"activity"_s;
    return u"SELECT rid\nFROM %1\nWHERE %2\nORDER BY %3, rid"_s.arg(
        table, conditions.isEmpty() ? u"TRUE"_s : conditions.join(u" AND "_s), time);
}

/// The names beside, so that a row's own columns can be named without its table.
QString invitationsSql()
{
    return u"SELECT %1, COALESCE((SELECT b.name FROM branch AS b WHERE b.id = invitation.branch_id), ''), "
           "COALESCE((SELECT r.label FROM reason AS r WHERE r.id = invitation.reason_id), ''), "
           "EXISTS (SELECT 1 FROM temp.overlay AS o WHERE o.id = invitation.id)\nFROM invitation\n"
           "WHERE rid IN (SELECT value FROM json_each(:rids))\nORDER BY happened_at, rid"_s.arg(
               columnsOf(ObjectKind::Invitation));
}

QString activitiesSql()
{
    return u"SELECT a.id, a.branch_id, COALESCE(b.name, ''), a.at, a.actor_name, a.action, "
           "COALESCE(c.company_name, i.company_name, ''), a.detail\nFROM activity AS a\n"
           "LEFT JOIN branch AS b ON b.id = a.branch_id\nLEFT JOIN client AS c ON c.id = a.client_id\n"
           "LEFT JOIN invitation AS i ON i.id = a.invitation_id\n"
           "WHERE a.rid IN (SELECT value FROM json_each(:rids))\nORDER BY a.at, a.rid"_s;
}

Result<Record> readInvitationRecord(const Statement &statement)
{
    static const int after = int(columnsOf(ObjectKind::Invitation).count(u',')) + 1;
    const Result<Invitation> invitation = readInvitation(statement);
    if (!invitation)
        return failure(invitation.error());
    Columns c(statement, after);
    InvitationRecord record{*invitation, c.text(), c.text()};
    if (c.flag() && invitation->status == InvitationStatus::Pending)
        record.local = LocalDecision{LocalDecision::Stage::Confirmed, false};
    return Record(std::move(record));
}

Result<Record> readActivityRecord(const Statement &statement)
{
    Columns c(statement);
    const auto id = c.id<ActivityId>();
    const auto branch = c.id<BranchId>();
    if (!c.sound())
        return failure(ErrorKind::Damaged, u"A row of activity is not what was written"_s);
    return Record(ActivityRow{*id, *branch, c.text(), c.instant(), c.text(), activityAction(c.text()), c.text(), c.text()});
}

QString asJson(const std::vector<qint64> &rowids)
{
    QStringList numbers;
    for (const qint64 rowid : rowids)
        numbers += QString::number(rowid);
    return u'[' + numbers.join(u',') + u']';
}

} // namespace

Result<std::vector<qint64>> CacheStore::recordRowids(const RecordQuery &query)
{
    return selectNumbers(*d->database, findingSql(query), [&](Statement &statement) {
        if (query.branch)
            statement.bind(u":branch"_s, *query.branch);
        if (query.from)
            statement.bind(u":from"_s, *query.from);
        if (query.until)
            statement.bind(u":until"_s, *query.until);
    });
}

Result<std::vector<Record>> CacheStore::records(RecordKind kind, const std::vector<qint64> &rowids)
{
    const bool invitations = kind == RecordKind::Invitations;
    return selectAll<Record>(
        *d->database, invitations ? invitationsSql() : activitiesSql(),
        [&](Statement &statement) { statement.bind(u":rids"_s, asJson(rowids)); },
        invitations ? readInvitationRecord : readActivityRecord);
}
