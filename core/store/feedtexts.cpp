#include "core/store/feedwriter.h"

#include "core/store/cacherows.h"
#include "core/store/searchtext.h"
#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

// What stands beside a row: the text that is searched, and its trigrams.

void FeedWriter::touch(ObjectKind kind, qint64 rowid)
{
    switch (kind) {
    case ObjectKind::Branch:
        m_touched.branches = true;
        break;
    case ObjectKind::Reason:
        m_touched.reasons = true;
        break;
    case ObjectKind::Member:
        m_touched.members = true;
        break;
    case ObjectKind::Invitation:
        m_touched.invitations.push_back(rowid);
        break;
    case ObjectKind::Client:
        m_touched.clients.push_back(rowid);
        break;
    case ObjectKind::Activity:
        m_touched.activities.push_back(rowid);
        break;
    }
}

Result<void> FeedWriter::afterWrite(const Branch &, qint64)
{
    return {};
}

Result<void> FeedWriter::afterWrite(const Reason &, qint64)
{
    return {};
}

Result<void> FeedWriter::afterWrite(const Member &, qint64)
{
    return {};
}

Result<void> FeedWriter::afterWrite(const Invitation &invitation, qint64 rowid)
{
    m_touched.invitationIds.push_back(invitation.id);
    const Result<bool> changed =
        setText(ObjectKind::Invitation, rowid,
                searchable({invitation.companyName, invitation.ownerName, invitation.ownerEmail, invitation.message}));
    if (!changed)
        return failure(changed.error());
    // The company may be spelled otherwise and still be searched alike: what shows its name is told either way.
    return retextActivities(u"invitation_id"_s, invitation.id.text());
}

Result<void> FeedWriter::afterWrite(const Client &client, qint64 rowid)
{
    const Result<bool> changed =
        setText(ObjectKind::Client, rowid, searchable({client.companyName, client.ownerName, client.ownerEmail}));
    if (!changed)
        return failure(changed.error());
    return retextActivities(u"client_id"_s, client.id.text());
}

Result<void> FeedWriter::afterWrite(const Activity &, qint64 rowid)
{
    return writeActivityText(rowid);
}

Result<void> FeedWriter::retextActivities(const QString &column, const QString &id)
{
    const Result<std::vector<qint64>> rowids =
        selectNumbers(m_database, u"SELECT rid\nFROM activity\nWHERE %1 = :id\nORDER BY rid"_s.arg(column),
                      [&](Statement &statement) { statement.bind(u":id"_s, id); });
    if (!rowids)
        return failure(rowids.error());
    for (const qint64 rowid : *rowids) {
        touch(ObjectKind::Activity, rowid);
        if (Result<void> written = writeActivityText(rowid); !written)
            return written;
    }
    return {};
}

Result<void> FeedWriter::writeActivityText(qint64 rowid)
{
    QStringList fields;
    {
        Result<Statement> statement = m_database.prepare(
            u"SELECT a.actor_name, a.detail, COALESCE(c.company_name, i.company_name, '')\nFROM activity AS a\n"
            "LEFT JOIN client AS c ON c.id = a.client_id\nLEFT JOIN invitation AS i ON i.id = a.invitation_id\n"
            "WHERE a.rid = :rid\nORDER BY a.rid"_s);
        if (!statement)
            return failure(statement.error());
        const Result<bool> found = statement->bind(u":rid"_s, rowid).next();
        if (!found)
            return failure(found.error());
        fields = {statement->text(0), statement->text(1), statement->text(2)};
    }
    const Result<bool> changed = setText(ObjectKind::Activity, rowid, searchable(fields));
    if (!changed)
        return failure(changed.error());
    return {};
}

Result<bool> FeedWriter::setText(ObjectKind kind, qint64 rowid, const QString &text)
{
    const QString table = objectKindText(kind);
    std::optional<QString> old;
    {
        Result<Statement> statement = m_database.prepare(selectTextSql(kind));
        if (!statement)
            return failure(statement.error());
        const Result<bool> found = statement->bind(u":rid"_s, rowid).next();
        if (!found)
            return failure(found.error());
        if (*found)
            old = statement->text(0);
    }
    if (old == text)
        return false;
    if (old) {
        if (const Result<void> dropped = dropText(kind, rowid); !dropped)
            return failure(dropped.error());
    }
    const auto bindText = [&](Statement &statement) { statement.bind(u":rid"_s, rowid).bind(u":text"_s, text); };
    for (const QString &sql : {u"INSERT INTO %1_text (rid, text)\nVALUES (:rid, :text)"_s.arg(table),
                               u"INSERT INTO %1_fts (rowid, text)\nVALUES (:rid, :text)"_s.arg(table)}) {
        if (const Result<void> written = runSql(m_database, sql, bindText); !written)
            return failure(written.error());
    }
    return true;
}

/// The index keeps no texts: it forgets one by being told it.
Result<void> FeedWriter::dropText(ObjectKind kind, qint64 rowid)
{
    const QString table = objectKindText(kind);
    const auto bindRow = [rowid](Statement &statement) { statement.bind(u":rid"_s, rowid); };
    if (Result<void> forgotten = runSql(m_database,
                                        u"INSERT INTO %1_fts (%1_fts, rowid, text)\nSELECT 'delete', rid, text\n"
                                        "FROM %1_text\nWHERE rid = :rid\nORDER BY rid"_s.arg(table),
                                        bindRow);
        !forgotten) {
        return forgotten;
    }
    return runSql(m_database, u"DELETE FROM %1_text\nWHERE rid = :rid"_s.arg(table), bindRow);
}

Result<void> FeedWriter::dropRow(ObjectKind kind, qint64 rowid, const QString &id)
{
    const bool named = kind == ObjectKind::Invitation || kind == ObjectKind::Client;
    if (named || kind == ObjectKind::Activity) {
        if (Result<void> dropped = dropText(kind, rowid); !dropped)
            return dropped;
    }
    Result<void> dropped = runSql(m_database, u"DELETE FROM %1\nWHERE rid = :rid"_s.arg(objectKindText(kind)),
                                  [rowid](Statement &statement) { statement.bind(u":rid"_s, rowid); });
    if (!dropped || !named)
        return dropped;
    return retextActivities(kind == ObjectKind::Client ? u"client_id"_s : u"invitation_id"_s, id);
}
