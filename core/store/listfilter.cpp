#include "core/store/listfilter.h"

#include "core/domain/responseclock.h"
#include "core/store/searchtext.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString wordBind(qsizetype index)
{
    return u":word%1"_s.arg(index);
}

} // namespace

Instant overdueLine(const ListContext &context)
{
    return context.now - std::chrono::hours(context.respondWithinHours);
}

ListFilter::ListFilter(const ListQuery &query)
    : m_query(query)
    , m_words(searchWords(query.search))
{
    for (const QString &word : m_words) {
        if (isIndexed(word))
            m_indexed += word;
    }
}

bool ListFilter::limitable(bool byName) const
{
    return m_indexed.isEmpty() && !byName;
}

bool ListFilter::timeMoves() const
{
    return m_query.kind == ListKind::Invitations &&
           (m_query.filter == InvitationFilter::DueSoon || m_query.filter == InvitationFilter::Overdue);
}

QString ListFilter::table() const
{
    switch (m_query.kind) {
    case ListKind::Invitations:
        return u"invitation"_s;
    case ListKind::Clients:
        return u"client"_s;
    case ListKind::Activity:
        return u"activity"_s;
    case ListKind::History:
    case ListKind::Finder:
        return u"invitation"_s;
    }
    return {};
}

QString ListFilter::timeColumn() const
{
    switch (m_query.kind) {
    case ListKind::Invitations:
        return u"sent_at"_s;
    case ListKind::Clients:
        return u"connected_at"_s;
    case ListKind::Activity:
        return u"at"_s;
    case ListKind::History:
    case ListKind::Finder:
        return u"happened_at"_s;
    }
    return {};
}

QStringList ListFilter::historyConditions() const
{
    QStringList conditions;
    if (m_query.since)
        conditions += u"t.happened_at >= :since"_s;
    switch (m_query.outcome) {
    case HistoryFilter::All:
        break;
    case HistoryFilter::Accepted:
        conditions += u"t.status = 'accepted'"_s;
        break;
    case HistoryFilter::Rejected:
        conditions += u"t.status = 'rejected'"_s;
        break;
    case HistoryFilter::Ended:
        conditions += u"t.status IN ('withdrawn', 'expired', 'superseded')"_s;
        break;
    case HistoryFilter::Pending:
        conditions += u"t.status = 'pending'"_s;
        break;
    }
    return conditions;
}

QString ListFilter::conditions(bool useIndex) const
{
    QStringList conditions;
    if (m_query.kind == ListKind::Invitations) {
        // By row id, not by id: so that an index alone answers.
        conditions += u"t.status = 'pending'"_s;
        conditions += u"t.rid NOT IN (SELECT i.rid FROM temp.overlay AS o CROSS JOIN invitation AS i ON i.id = o.id)"_s;
        if (m_query.filter == InvitationFilter::WithMessage)
            conditions += u"t.has_message = 1"_s;
        if (m_query.filter == InvitationFilter::Overdue)
            conditions += u"t.sent_at <= :overdue"_s;
        if (m_query.filter == InvitationFilter::DueSoon)
            conditions += u"t.sent_at > :overdue AND t.sent_at < :soon"_s;
    }
    if (m_query.kind == ListKind::Clients)
        conditions += u"t.listed = 1"_s;
    if (isHistory(m_query.kind))
        conditions += historyConditions();
    if (m_query.branch)
        conditions += u"t.branch_id = :branch"_s;
    if (useIndex && !m_indexed.isEmpty())
        conditions += u"t.rid IN (SELECT rowid FROM %1_fts WHERE %1_fts MATCH :match)"_s.arg(table());
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (!useIndex || !m_indexed.contains(m_words[i]))
            conditions +=
                u"instr((SELECT x.text FROM %1_text AS x WHERE x.rid = t.rid), %2) > 0"_s.arg(table(), wordBind(i));
    }
    return conditions.isEmpty() ? u"TRUE"_s : conditions.join(u" AND "_s);
}

QString ListFilter::from() const
{
    // SQLite would rather walk the order and read every row for its message than sort what an index alone gives it; and
    // of history, seek a state and sort it, which an index has in order.
    const bool messages = m_query.filter == InvitationFilter::WithMessage && m_query.kind == ListKind::Invitations;
    if (messages)
        return u"invitation AS t INDEXED BY invitation_message"_s;
    if (isHistory(m_query.kind) && m_indexed.isEmpty())
        return m_query.branch ? u"invitation AS t INDEXED BY invitation_branch_happened"_s
                              : u"invitation AS t INDEXED BY invitation_happened"_s;
    return u"%1 AS t"_s.arg(table());
}

QString ListFilter::orderBy(bool byName) const
{
    // By name: as the index stands, which costs nothing; what is read is collated afterwards.
    if (byName)
        return u"t.company_name, t.branch_id, t.%1, t.rid"_s.arg(timeColumn());
    if (m_query.kind == ListKind::Invitations && m_query.sort != SortOrder::Newest)
        return u"t.%1, t.rid"_s.arg(timeColumn());
    // The indexes of history have other columns before the row id: by time alone, so that nothing is sorted.
    if (isHistory(m_query.kind))
        return u"t.%1 DESC"_s.arg(timeColumn());
    return u"t.%1 DESC, t.rid DESC"_s.arg(timeColumn());
}

QString ListFilter::allSql(bool byName, bool limited) const
{
    const QString name = byName ? u", t.company_name"_s : QString();
    QString sql = u"SELECT t.rid, t.%1%2\nFROM %3\nWHERE %4\nORDER BY %5"_s.arg(timeColumn(), name, from(),
                                                                                conditions(true), orderBy(byName));
    if (limited)
        sql += u"\nLIMIT %1"_s.arg(limit());
    return sql;
}

QString ListFilter::amongSql() const
{
    return u"SELECT t.rid, t.%1\nFROM %2 AS t\nWHERE t.rid IN (SELECT value FROM json_each(:rids)) AND %3\nORDER BY t.rid"_s
        .arg(timeColumn(), table(), conditions(false));
}

QString ListFilter::sentBetweenSql() const
{
    return u"SELECT rid\nFROM invitation\nWHERE status = 'pending' AND sent_at BETWEEN :from AND :to%1\nORDER BY rid"_s
        .arg(m_query.branch ? u" AND branch_id = :branch"_s : QString());
}

QString ListFilter::nameSql() const
{
    return u"SELECT company_name\nFROM %1\nWHERE rid = :rid\nORDER BY rid"_s.arg(table());
}

QString ListFilter::idSql() const
{
    return u"SELECT id\nFROM %1\nWHERE rid = :rid\nORDER BY rid"_s.arg(table());
}

void ListFilter::bindCommon(Statement &statement, const ListContext &context) const
{
    if (m_query.branch)
        statement.bind(u":branch"_s, *m_query.branch);
    if (isHistory(m_query.kind) && m_query.since)
        statement.bind(u":since"_s, *m_query.since);
    if (!timeMoves())
        return;
    statement.bind(u":overdue"_s, overdueLine(context));
    if (m_query.filter == InvitationFilter::DueSoon)
        statement.bind(u":soon"_s, overdueLine(context) + dueSoonBefore);
}

void ListFilter::bindAll(Statement &statement, const ListContext &context) const
{
    bindCommon(statement, context);
    if (!m_indexed.isEmpty())
        statement.bind(u":match"_s, matchExpression(m_indexed));
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (!m_indexed.contains(m_words[i]))
            statement.bind(wordBind(i), m_words[i]);
    }
}

void ListFilter::bindAmong(Statement &statement, const ListContext &context, const std::vector<qint64> &rowids) const
{
    bindCommon(statement, context);
    for (qsizetype i = 0; i < m_words.size(); ++i)
        statement.bind(wordBind(i), m_words[i]);
    QStringList numbers;
    for (const qint64 rowid : rowids)
        numbers += QString::number(rowid);
    statement.bind(u":rids"_s, QString(u'[' + numbers.join(u',') + u']'));
}

void ListFilter::bindSentBetween(Statement &statement, Instant from, Instant to) const
{
    statement.bind(u":from"_s, from).bind(u":to"_s, to);
    if (m_query.branch)
        statement.bind(u":branch"_s, *m_query.branch);
}
