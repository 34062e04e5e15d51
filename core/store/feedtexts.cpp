#include "core/store/feedwriter.h"

#include "core/store/cacherows.h"
#include "core/store/searchtext.h"
#include "core/store/sql.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// What stands beside a row: the text that is searched, and its trigrams.
namespace {

/// Made once a kind: a first sync asks a million times.
struct TextSql
{
    explicit TextSql(const QString &table)
        : insertText(u"INSERT INTO %1_text (rid, text)\nVALUES (:rid, :text)"_s.arg(table))
        , insertTrigrams(u"INSERT INTO %1_fts (rowid, text)\nVALUES (:rid, :text)"_s.arg(table))
        , selectText(u"SELECT text\nFROM %1_text\nWHERE rid = :rid\nORDER BY rid"_s.arg(table))
        , dropText(u"DELETE FROM %1_text\nWHERE rid = :rid"_s.arg(table))
        , dropTrigrams(u"INSERT INTO %1_fts (%1_fts, rowid, text)\nSELECT 'delete', rid, text\nFROM %1_text\n"
                       "WHERE rid = :rid\nORDER BY rid"_s.arg(table))
    {}

    QString insertText;
    QString insertTrigrams;
    QString selectText;
    QString dropText;
    QString dropTrigrams; ///< The index keeps no texts: it forgets one by being told it
};

const TextSql &textSql(ObjectKind kind)
{
    static const TextSql invitation(objectKindText(ObjectKind::Invitation));
    static const TextSql client(objectKindText(ObjectKind::Client));
    static const TextSql activity(objectKindText(ObjectKind::Activity));
    if (kind == ObjectKind::Invitation)
        return invitation;
    return kind == ObjectKind::Client ? client : activity;
}

} // namespace

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

Result<void> FeedWriter::afterWrite(const Branch &, qint64, bool)
{
    return {};
}

Result<void> FeedWriter::afterWrite(const Reason &, qint64, bool)
{
    return {};
}

Result<void> FeedWriter::afterWrite(const Member &, qint64, bool)
{
    return {};
}

Result<void> FeedWriter::afterWrite(const Invitation &invitation, qint64 rowid, bool isNew)
{
    m_touched.invitationIds.push_back(invitation.id);
    if (Result<void> counted = m_counts.give(invitation); !counted)
        return counted;
    const QString text =
        searchable({invitation.companyName, invitation.ownerName, invitation.ownerEmail, invitation.message});
    Result<void> written = isNew ? addText(ObjectKind::Invitation, rowid, text)
                                 : setText(ObjectKind::Invitation, rowid, text);
    if (!written)
        return written;
    // The company may be spelled otherwise and still be searched alike: what shows its name is told either way.
    return retextActivities(ObjectKind::Invitation, invitation.id.text());
}

Result<void> FeedWriter::afterWrite(const Client &client, qint64 rowid, bool isNew)
{
    m_counts.give(client);
    const QString text = searchable({client.companyName, client.ownerName, client.ownerEmail});
    Result<void> written =
        isNew ? addText(ObjectKind::Client, rowid, text) : setText(ObjectKind::Client, rowid, text);
    if (!written)
        return written;
    return retextActivities(ObjectKind::Client, client.id.text());
}

Result<void> FeedWriter::afterWrite(const Activity &, qint64 rowid, bool)
{
    m_retold.push_back(rowid);
    return {};
}

Result<void> FeedWriter::retextActivities(ObjectKind kind, const QString &id)
{
    const QString sql = kind == ObjectKind::Client
                            ? u"SELECT rid\nFROM activity\nWHERE client_id = :id\nORDER BY rid"_s
                            : u"SELECT rid\nFROM activity\nWHERE invitation_id = :id\nORDER BY rid"_s;
    const Result<std::vector<qint64>> rowids =
        selectNumbers(m_database, sql, [&](Statement &statement) { statement.bind(u":id"_s, id); });
    if (!rowids)
        return failure(rowids.error());
    for (const qint64 rowid : *rowids)
        touch(ObjectKind::Activity, rowid);
    m_retold.insert(m_retold.end(), rowids->begin(), rowids->end());
    return {};
}

Result<void> FeedWriter::finish()
{
    std::sort(m_retold.begin(), m_retold.end());
    m_retold.erase(std::unique(m_retold.begin(), m_retold.end()), m_retold.end());
    for (const qint64 rowid : m_retold) {
        if (Result<void> written = writeActivityText(rowid); !written)
            return written;
    }
    return m_counts.write();
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
        if (!*found)
            return {}; // It went after it was touched
        fields = {statement->text(0), statement->text(1), statement->text(2)};
    }
    return setText(ObjectKind::Activity, rowid, searchable(fields));
}

Result<void> FeedWriter::setText(ObjectKind kind, qint64 rowid, const QString &text)
{
    const auto old = selectOne<QString>(
        m_database, textSql(kind).selectText, [rowid](Statement &statement) { statement.bind(u":rid"_s, rowid); },
        [](const Statement &statement) -> Result<QString> { return statement.text(0); });
    if (!old)
        return failure(old.error());
    if (*old == text)
        return {};
    if (*old) {
        if (Result<void> dropped = dropText(kind, rowid); !dropped)
            return dropped;
    }
    return addText(kind, rowid, text);
}

Result<void> FeedWriter::addText(ObjectKind kind, qint64 rowid, const QString &text)
{
    const TextSql &sql = textSql(kind);
    const auto bindText = [&](Statement &statement) { statement.bind(u":rid"_s, rowid).bind(u":text"_s, text); };
    if (Result<void> written = runSql(m_database, sql.insertText, bindText); !written)
        return written;
    return runSql(m_database, sql.insertTrigrams, bindText);
}

Result<void> FeedWriter::dropText(ObjectKind kind, qint64 rowid)
{
    const auto bindRow = [rowid](Statement &statement) { statement.bind(u":rid"_s, rowid); };
    if (Result<void> forgotten = runSql(m_database, textSql(kind).dropTrigrams, bindRow); !forgotten)
        return forgotten;
    return runSql(m_database, textSql(kind).dropText, bindRow);
}

Result<void> FeedWriter::dropRow(ObjectKind kind, qint64 rowid, const QString &id)
{
    if (Result<void> taken = m_counts.take(kind, rowid); !taken)
        return taken;
    const bool named = kind == ObjectKind::Invitation || kind == ObjectKind::Client;
    if (named || kind == ObjectKind::Activity) {
        if (Result<void> dropped = dropText(kind, rowid); !dropped)
            return dropped;
    }
    Result<void> dropped = runSql(m_database, u"DELETE FROM %1\nWHERE rid = :rid"_s.arg(objectKindText(kind)),
                                  [rowid](Statement &statement) { statement.bind(u":rid"_s, rowid); });
    if (!dropped || !named)
        return dropped;
    return retextActivities(kind, id);
}
