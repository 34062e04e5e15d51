#include "core/store/cacheprivate.h"
#include "core/store/cacherows.h"
#include "core/store/columns.h"
#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString selectById(ObjectKind kind)
{
    return u"SELECT %1\nFROM %2\nWHERE id = :id\nORDER BY id"_s.arg(columnsOf(kind), objectKindText(kind));
}

Result<bool> hasTombstone(Database &database, ObjectKind kind, const QString &id)
{
    const auto found = selectOne<bool>(
        database, u"SELECT 1\nFROM tombstone\nWHERE kind = :kind AND id = :id\nORDER BY id"_s,
        [&](Statement &statement) { statement.bind(u":kind"_s, objectKindText(kind)).bind(u":id"_s, id); },
        [](const Statement &) -> Result<bool> { return true; });
    if (!found)
        return failure(found.error());
    return found->value_or(false);
}

} // namespace

Result<std::optional<Invitation>> CacheStore::invitation(const InvitationId &id)
{
    return selectOne<Invitation>(
        *d->database, selectById(ObjectKind::Invitation), [&](Statement &statement) { statement.bind(u":id"_s, id); },
        readInvitation);
}

Result<bool> CacheStore::isRemoved(const InvitationId &id)
{
    return hasTombstone(*d->database, ObjectKind::Invitation, id.text());
}

Result<bool> CacheStore::isRemoved(const ClientId &id)
{
    return hasTombstone(*d->database, ObjectKind::Client, id.text());
}

Result<std::optional<Client>> CacheStore::client(const ClientId &id)
{
    return selectOne<Client>(
        *d->database, selectById(ObjectKind::Client), [&](Statement &statement) { statement.bind(u":id"_s, id); },
        readClient);
}

Result<std::vector<ActivityRow>> CacheStore::activityOf(const ClientId &id, int most)
{
    return selectAll<ActivityRow>(
        *d->database,
        u"SELECT a.id, a.branch_id, a.at, a.actor_name, a.action, COALESCE(c.company_name, ''), a.detail\n"
        "FROM activity AS a\nLEFT JOIN client AS c ON c.id = a.client_id\nWHERE a.client_id = :id\n"
        "ORDER BY a.at DESC, a.rid DESC\nLIMIT :most"_s,
        [&](Statement &statement) { statement.bind(u":id"_s, id).bind(u":most"_s, qint64(most)); },
        [](const Statement &statement) -> Result<ActivityRow> {
            Columns c(statement);
            const auto activity = c.id<ActivityId>();
            const auto branch = c.id<BranchId>();
            if (!c.sound())
                return failure(ErrorKind::Damaged, u"A row of the cache is not what was written"_s);
            return ActivityRow{*activity, *branch, {}, c.instant(), c.text(), activityAction(c.text()), c.text(), c.text()};
        });
}

Result<std::optional<Branch>> CacheStore::branch(const BranchId &id)
{
    return selectOne<Branch>(
        *d->database, selectById(ObjectKind::Branch), [&](Statement &statement) { statement.bind(u":id"_s, id); },
        readBranch);
}

Result<std::vector<Branch>> CacheStore::branches()
{
    return selectAll<Branch>(*d->database,
                             u"SELECT %1\nFROM branch\nORDER BY name, id"_s.arg(columnsOf(ObjectKind::Branch)), noBinds,
                             readBranch);
}

Result<std::vector<Reason>> CacheStore::reasons()
{
    return selectAll<Reason>(
        *d->database, u"SELECT %1\nFROM reason\nORDER BY position, label, id"_s.arg(columnsOf(ObjectKind::Reason)),
        noBinds, readReason);
}

Result<std::vector<Member>> CacheStore::members()
{
    return selectAll<Member>(*d->database,
                             u"SELECT %1\nFROM member\nORDER BY name, id"_s.arg(columnsOf(ObjectKind::Member)), noBinds,
                             readMember);
}

Result<std::vector<Unreadable>> CacheStore::unreadable()
{
    return selectAll<Unreadable>(*d->database,
                                 u"SELECT kind, id, version, reason, raw\nFROM unreadable\nORDER BY seq"_s, noBinds,
                                 [](const Statement &statement) -> Result<Unreadable> {
                                     Columns c(statement);
                                     return Unreadable{c.text(), c.text(), c.text(), c.text(), c.bytes()};
                                 });
}

Result<std::optional<SessionFacts>> CacheStore::session()
{
    return selectOne<SessionFacts>(
        *d->database,
        u"SELECT user_id, user_name, user_email, practice_id, practice_name, reply_message_limit, "
        u"respond_within_hours, "
        "link_hosts, server_time\nFROM session\nWHERE one = 1\nORDER BY one"_s,
        noBinds, [](const Statement &statement) -> Result<SessionFacts> {
            Columns c(statement);
            const auto user = c.id<MemberId>();
            const QString userName = c.text();
            const QString userEmail = c.text();
            const auto practice = c.id<PracticeId>();
            if (!c.sound())
                return failure(ErrorKind::Damaged, u"The session's row is not what was written"_s);
            return SessionFacts{*user,           userName,        userEmail,          *practice,  c.text(),
                                int(c.number()), int(c.number()), readList(c.text()), c.instant()};
        });
}

Result<void> CacheStore::setSession(const SessionFacts &facts)
{
    return runSql(*d->database,
                  u"INSERT OR REPLACE INTO session (one, user_id, user_name, user_email, practice_id, practice_name, "
                  "reply_message_limit, respond_within_hours, link_hosts, server_time)\n"
                  "VALUES (1, :user_id, :user_name, :user_email, :practice_id, :practice_name, :reply_message_limit, "
                  ":respond_within_hours, :link_hosts, :server_time)"_s,
                  [&](Statement &statement) {
                      statement.bind(u":user_id"_s, facts.userId)
                          .bind(u":user_name"_s, facts.userName)
                          .bind(u":user_email"_s, facts.userEmail)
                          .bind(u":practice_id"_s, facts.practiceId)
                          .bind(u":practice_name"_s, facts.practiceName)
                          .bind(u":reply_message_limit"_s, facts.replyMessageLimit)
                          .bind(u":respond_within_hours"_s, facts.respondWithinHours)
                          .bind(u":link_hosts"_s, writeList(facts.linkHosts))
                          .bind(u":server_time"_s, facts.serverTime);
                  });
}
