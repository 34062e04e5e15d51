#pragma once

#include "core/store/cachestore.h"
#include "core/store/countwriter.h"
#include "core/store/database.h"

/// Writes the changes of one transaction into cache.db: gated by version, but for the first coming of an object in a
/// full pass, which replaces whatever is there. Keeps the searched text and its index beside the rows. Thread: the
/// worker's.
class FeedWriter
{
public:
    /// Where the changes come from. Now: as things are. BeforeThePass: a full pass has begun here, and no page of it has
    /// come; what its first page doesn't bring may be gone since. LongAgo: an operation answered again, with things as
    /// they were.
    enum class Source { Now, BeforeThePass, LongAgo };
    FeedWriter(Database &database, const FeedState &feed, Source source = Source::Now);

    [[nodiscard]] Result<void> apply(const Change &change);
    /// A full pass has ended: what it did not bring goes.
    [[nodiscard]] Result<void> sweep();
    /// The objects of `changes` that were set aside without an id, and can be read now, are not set aside any more.
    [[nodiscard]] Result<void> dropNameless(const std::vector<Change> &changes);

    /// What is kept beside the rows of all that was applied: to be called last, before the commit.
    [[nodiscard]] Result<void> finish();

    [[nodiscard]] const Touched &touched() const { return m_touched; }

private:
    /// What is there of an object: a row, a tombstone or nothing.
    struct Known
    {
        std::optional<qint64> rowid;
        bool tombstone = false;
        Version version;
        qint64 pass = 0;
    };

    /// A table that is mostly empty: asked once, so that a first sync doesn't look into it for each row.
    class Rare
    {
    public:
        explicit Rare(QString sql)
            : m_sql(std::move(sql))
        {}
        [[nodiscard]] Result<bool> mayBeSome(Database &database);
        void came() { m_mayBeSome = true; }

    private:
        QString m_sql;
        bool m_asked = false;
        bool m_mayBeSome = true;
    };

    [[nodiscard]] Result<Known> find(ObjectKind kind, const QString &id);
    [[nodiscard]] bool wins(const Known &known, Version version) const;
    /// The pass that is taken to have brought the object.
    [[nodiscard]] qint64 passOf(const Known &known) const;

    template <class Object>
    [[nodiscard]] Result<void> put(ObjectKind kind, const Object &object);
    [[nodiscard]] Result<void> put(const Removed &removed);
    [[nodiscard]] Result<void> put(const Unreadable &unreadable);
    [[nodiscard]] Result<void> markPass(ObjectKind kind, const QString &id);
    [[nodiscard]] Result<void> dropTombstone(ObjectKind kind, const QString &id);
    [[nodiscard]] Result<void> dropUnreadable(ObjectKind kind, const QString &id, Version version);
    [[nodiscard]] Result<void> dropRow(ObjectKind kind, qint64 rowid, const QString &id);

    [[nodiscard]] Result<void> afterWrite(const Branch &branch, qint64 rowid, bool isNew);
    [[nodiscard]] Result<void> afterWrite(const Reason &reason, qint64 rowid, bool isNew);
    [[nodiscard]] Result<void> afterWrite(const Member &member, qint64 rowid, bool isNew);
    [[nodiscard]] Result<void> afterWrite(const Invitation &invitation, qint64 rowid, bool isNew);
    [[nodiscard]] Result<void> afterWrite(const Client &client, qint64 rowid, bool isNew);
    [[nodiscard]] Result<void> afterWrite(const Activity &activity, qint64 rowid, bool isNew);
    void touch(ObjectKind kind, qint64 rowid);

    [[nodiscard]] Result<void> setText(ObjectKind kind, qint64 rowid, const QString &text);
    /// Of a row that has none.
    [[nodiscard]] Result<void> addText(ObjectKind kind, qint64 rowid, const QString &text);
    [[nodiscard]] Result<void> dropText(ObjectKind kind, qint64 rowid);
    /// Activity shows, and is found by, the company it is about, which may come, change or go after it.
    /// Their texts are written at the end, once, whatever of it comes with this page.
    [[nodiscard]] Result<void> retextActivities(ObjectKind kind, const QString &id);
    [[nodiscard]] Result<void> writeActivityText(qint64 rowid);

    Database &m_database;
    FeedState m_feed;
    Source m_source;
    CountWriter m_counts;
    Touched m_touched;
    Rare m_tombstones{QStringLiteral("SELECT EXISTS (SELECT 1 FROM tombstone)")};
    Rare m_unreadable{QStringLiteral("SELECT EXISTS (SELECT 1 FROM unreadable)")};
    std::vector<qint64> m_retold; ///< Activities whose text is to be written
};
