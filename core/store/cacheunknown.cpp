#include "core/store/cacheprivate.h"
#include "core/store/columns.h"
#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

// What stands between the known words in the index of states: however many invitations there are, only those of unknown
// states are read.
namespace {

QString unknownSql()
{
    const QStringList words = knownInvitationStatuses();
    QStringList gaps{u"status < '%1'"_s.arg(words.first())};
    for (qsizetype i = 1; i < words.size(); ++i)
        gaps += u"status > '%1' AND status < '%2'"_s.arg(words[i - 1], words[i]);
    gaps += u"status > '%1'"_s.arg(words.last());
    QStringList parts;
    for (const QString &gap : gaps)
        parts += u"SELECT rid, sent_at FROM invitation WHERE "_s + gap;
    return parts.join(u" UNION ALL "_s);
}

Result<std::vector<UnknownStateCard>> newestUnknown(Database &database)
{
    static const QString sql = u"SELECT i.id, i.branch_id, i.company_name, i.status, i.sent_at\nFROM (%1) AS u\n"
                               "CROSS JOIN invitation AS i ON i.rid = u.rid\nORDER BY u.sent_at DESC, u.rid DESC\n"
                               "LIMIT %2"_s.arg(unknownSql())
                                   .arg(UnknownStates::most);
    return selectAll<UnknownStateCard>(
        database, sql, noBinds, [](const Statement &statement) -> Result<UnknownStateCard> {
            Columns c(statement);
            const auto id = c.id<InvitationId>();
            const auto branch = c.id<BranchId>();
            if (!c.sound())
                return failure(ErrorKind::Damaged, u"A row of invitation is not what was written"_s);
            return UnknownStateCard{*id, *branch, c.text(), c.text(), c.instant()};
        });
}

} // namespace

Result<UnknownStates> CacheStore::unknownStates()
{
    static const QString sql = u"SELECT COUNT(*)\nFROM (%1)"_s.arg(unknownSql());
    const Result<qint64> count = d->database->number(sql);
    if (!count)
        return failure(count.error());
    if (*count == 0)
        return UnknownStates();
    Result<std::vector<UnknownStateCard>> newest = newestUnknown(*d->database);
    if (!newest)
        return failure(newest.error());
    return UnknownStates{*count, std::move(*newest)};
}
