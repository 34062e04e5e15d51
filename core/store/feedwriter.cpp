#include "core/store/feedwriter.h"

#include "core/store/cacherows.h"
#include "core/store/sql.h"

#include <QCryptographicHash>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Activity first: what is gone needs no new company.
constexpr std::array allKinds{ObjectKind::Activity, ObjectKind::Branch,     ObjectKind::Reason,
                              ObjectKind::Member,   ObjectKind::Invitation, ObjectKind::Client};

template <class Object>
ObjectKind kindOf()
{
    if constexpr (std::is_same_v<Object, Branch>)
        return ObjectKind::Branch;
    else if constexpr (std::is_same_v<Object, Reason>)
        return ObjectKind::Reason;
    else if constexpr (std::is_same_v<Object, Member>)
        return ObjectKind::Member;
    else if constexpr (std::is_same_v<Object, Invitation>)
        return ObjectKind::Invitation;
    else if constexpr (std::is_same_v<Object, Client>)
        return ObjectKind::Client;
    else
        return ObjectKind::Activity;
}

} // namespace

FeedWriter::FeedWriter(Database &database, const FeedState &feed, Source source)
    : m_database(database)
    , m_feed(feed)
    , m_source(source)
    , m_counts(database)
{}

Result<bool> FeedWriter::Rare::mayBeSome(Database &database)
{
    if (m_mayBeSome && !m_asked) {
        const Result<qint64> some = database.number(m_sql);
        if (!some)
            return failure(some.error());
        m_asked = true;
        m_mayBeSome = *some != 0;
    }
    return m_mayBeSome;
}

Result<FeedWriter::Known> FeedWriter::find(ObjectKind kind, const QString &id)
{
    Result<Statement> row = m_database.prepare(findRowSql(kind));
    if (!row)
        return failure(row.error());
    const Result<bool> found = row->bind(u":id"_s, id).next();
    if (!found)
        return failure(found.error());
    if (*found)
        return Known{row->number(0), false, {row->number(1)}, row->number(2)};
    if (const Result<bool> some = m_tombstones.mayBeSome(m_database); !some || !*some)
        return some ? Result<Known>(Known{}) : failure(some.error());
    Result<Statement> grave =
        m_database.prepare(u"SELECT version, pass\nFROM tombstone\nWHERE kind = :kind AND id = :id\nORDER BY id"_s);
    if (!grave)
        return failure(grave.error());
    const Result<bool> buried = grave->bind(u":kind"_s, objectKindText(kind)).bind(u":id"_s, id).next();
    if (!buried)
        return failure(buried.error());
    if (*buried)
        return Known{std::nullopt, true, {grave->number(0)}, grave->number(1)};
    return Known{};
}

bool FeedWriter::wins(const Known &known, Version version) const
{
    if (m_source == Source::LongAgo)
        return known.rowid && version > known.version; // What is not here may be what this person may not see any more
    const bool unknown = !known.rowid && !known.tombstone;
    const bool firstComing = m_source == Source::Now && m_feed.inFullPass && known.pass < m_feed.pass;
    return unknown || firstComing || version > known.version;
}

qint64 FeedWriter::passOf(const Known &known) const
{
    if (m_source == Source::Now)
        return m_feed.pass;
    return known.rowid ? known.pass : m_feed.pass - 1; // The running pass has still to bring it
}

template <class Object>
Result<void> FeedWriter::put(ObjectKind kind, const Object &object)
{
    const QString id = object.id.text();
    const Result<Known> known = find(kind, id);
    if (!known)
        return failure(known.error());
    if (!wins(*known, object.version))
        return {};
    if (known->rowid) {
        if (Result<void> taken = m_counts.take(kind, *known->rowid); !taken)
            return taken;
    }
    Result<Statement> statement = m_database.prepare(upsertSql(kind));
    if (!statement)
        return failure(statement.error());
    bindObject(*statement, object);
    if (Result<void> written = statement->bind(u":pass"_s, passOf(*known)).run(); !written)
        return written;
    const qint64 rowid = known->rowid ? *known->rowid : statement->insertedRow();
    if (known->tombstone) {
        if (Result<void> dropped = dropTombstone(kind, id); !dropped)
            return dropped;
    }
    if (Result<void> dropped = dropUnreadable(kind, id, object.version); !dropped)
        return dropped;
    touch(kind, rowid);
    return afterWrite(object, rowid, !known->rowid);
}

// Below the template that it instantiates: Clang 14 forgets to, from inside a generic lambda above it.
Result<void> FeedWriter::apply(const Change &change)
{
    return std::visit(
        [this](const auto &object) -> Result<void> {
            using Object = std::decay_t<decltype(object)>;
            if constexpr (std::is_same_v<Object, Removed> || std::is_same_v<Object, Unreadable>)
                return put(object);
            else
                return put(kindOf<Object>(), object);
        },
        change);
}

Result<void> FeedWriter::put(const Removed &removed)
{
    const Result<Known> known = find(removed.kind, removed.id);
    if (!known)
        return failure(known.error());
    if (!wins(*known, removed.version))
        return {};
    if (known->rowid) {
        if (Result<void> dropped = dropRow(removed.kind, *known->rowid, removed.id); !dropped)
            return dropped;
        touch(removed.kind, *known->rowid);
        if (const auto id = InvitationId::parse(removed.id); id && removed.kind == ObjectKind::Invitation)
            m_touched.invitationIds.push_back(*id);
    }
    if (Result<void> dropped = dropUnreadable(removed.kind, removed.id, removed.version); !dropped)
        return dropped;
    m_tombstones.came();
    return runSql(m_database,
                  u"INSERT INTO tombstone (kind, id, version, pass)\nVALUES (:kind, :id, :version, :pass)\n"
                  "ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, pass = excluded.pass"_s,
                  [&](Statement &statement) {
                      statement.bind(u":kind"_s, objectKindText(removed.kind))
                          .bind(u":id"_s, removed.id)
                          .bind(u":version"_s, removed.version)
                          .bind(u":pass"_s, m_feed.pass);
                  });
}

Result<void> FeedWriter::put(const Unreadable &unreadable)
{
    const std::optional<ObjectKind> kind = objectKind(unreadable.kind);
    const std::optional<Version> version = Version::parse(unreadable.version);
    if (kind && !unreadable.id.isEmpty()) {
        const Result<Known> known = find(*kind, unreadable.id);
        if (!known)
            return failure(known.error());
        if (version && !wins(*known, *version))
            return {};
        // What was read of it before is shown until it can be read again.
        if (Result<void> marked = markPass(*kind, unreadable.id); !marked)
            return marked;
    }
    const QString key =
        unreadable.id.isEmpty()
            ? u"?"_s + QString::fromLatin1(QCryptographicHash::hash(unreadable.raw, QCryptographicHash::Sha1).toHex())
            : unreadable.id;
    m_unreadable.came();
    return runSql(m_database,
                  u"INSERT INTO unreadable (kind, key, id, version, reason, raw, pass)\n"
                  "VALUES (:kind, :key, :id, :version, :reason, :raw, :pass)\n"
                  "ON CONFLICT (kind, key) DO UPDATE SET version = excluded.version, reason = excluded.reason, "
                  "raw = excluded.raw, pass = excluded.pass"_s,
                  [&](Statement &statement) {
                      statement.bind(u":kind"_s, unreadable.kind)
                          .bind(u":key"_s, key)
                          .bind(u":id"_s, unreadable.id)
                          .bind(u":version"_s, unreadable.version)
                          .bind(u":reason"_s, unreadable.reason)
                          .bind(u":raw"_s, unreadable.raw)
                          .bind(u":pass"_s, m_feed.pass);
                  });
}

Result<void> FeedWriter::markPass(ObjectKind kind, const QString &id)
{
    return runSql(m_database, u"UPDATE %1\nSET pass = :pass\nWHERE id = :id"_s.arg(objectKindText(kind)),
                  [&](Statement &statement) { statement.bind(u":pass"_s, m_feed.pass).bind(u":id"_s, id); });
}

Result<void> FeedWriter::dropTombstone(ObjectKind kind, const QString &id)
{
    return runSql(m_database, u"DELETE FROM tombstone\nWHERE kind = :kind AND id = :id"_s,
                  [&](Statement &statement) { statement.bind(u":kind"_s, objectKindText(kind)).bind(u":id"_s, id); });
}

Result<void> FeedWriter::dropUnreadable(ObjectKind kind, const QString &id, Version version)
{
    if (const Result<bool> some = m_unreadable.mayBeSome(m_database); !some || !*some)
        return some ? Result<void>() : failure(some.error());
    // An older version that can be read doesn't stand in for a newer one that can't; versions that are none are 0.
    return runSql(m_database,
                  u"DELETE FROM unreadable\nWHERE kind = :kind AND key = :id AND "
                  "(pass < :pass OR CAST(version AS INTEGER) <= :version)"_s,
                  [&](Statement &statement) {
                      statement.bind(u":kind"_s, objectKindText(kind))
                          .bind(u":id"_s, id)
                          .bind(u":pass"_s, m_feed.inFullPass ? m_feed.pass : 0)
                          .bind(u":version"_s, version);
                  });
}

Result<void> FeedWriter::dropNameless(const std::vector<Change> &changes)
{
    for (const Change &change : changes) {
        const Result<void> dropped = std::visit(
            [this](const auto &object) -> Result<void> {
                using Object = std::decay_t<decltype(object)>;
                if constexpr (std::is_same_v<Object, Removed> || std::is_same_v<Object, Unreadable>)
                    return {};
                else
                    return runSql(m_database,
                                  u"DELETE FROM unreadable\nWHERE kind = :kind AND (key = :id OR (id = '' AND "
                                  "instr(raw, CAST(:id_in_raw AS BLOB)) > 0))"_s,
                                  [&](Statement &statement) {
                                      statement.bind(u":kind"_s, objectKindText(kindOf<Object>()))
                                          .bind(u":id"_s, object.id)
                                          .bind(u":id_in_raw"_s, u'"' + object.id.text() + u'"');
                                  });
            },
            change);
        if (!dropped)
            return dropped;
    }
    return {};
}

Result<void> FeedWriter::sweep()
{
    const auto bindPass = [this](Statement &statement) { statement.bind(u":pass"_s, m_feed.pass); };
    for (const ObjectKind kind : allKinds) {
        const auto rows = selectAll<std::pair<qint64, QString>>(
            m_database, u"SELECT rid, id\nFROM %1\nWHERE pass < :pass\nORDER BY rid"_s.arg(objectKindText(kind)),
            bindPass, [](const Statement &statement) -> Result<std::pair<qint64, QString>> {
                return std::pair(statement.number(0), statement.text(1));
            });
        if (!rows)
            return failure(rows.error());
        for (const auto &[rowid, id] : *rows) {
            if (Result<void> dropped = dropRow(kind, rowid, id); !dropped)
                return dropped;
        }
    }
    for (const QString &table : {u"tombstone"_s, u"unreadable"_s}) {
        if (Result<void> dropped = runSql(m_database, u"DELETE FROM %1\nWHERE pass < :pass"_s.arg(table), bindPass);
            !dropped) {
            return dropped;
        }
    }
    m_touched.everything = true;
    return m_counts.recount(); // Puts right whatever could ever go wrong with what is kept
}
