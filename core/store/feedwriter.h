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
    FeedWriter(Database &database, const FeedState &feed);

    [[nodiscard]] Result<void> apply(const Change &change);
    /// A full pass has ended: what it did not bring goes.
    [[nodiscard]] Result<void> sweep();
    /// The objects of `changes` that were set aside without an id, and can be read now, are not set aside any more.
    [[nodiscard]] Result<void> dropNameless(const std::vector<Change> &changes);

    /// What is kept beside the rows of all that was applied: to be called last, before the commit.
    [[nodiscard]] Result<void> finish() { return m_counts.write(); }

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

    [[nodiscard]] Result<Known> find(ObjectKind kind, const QString &id);
    [[nodiscard]] bool wins(const Known &known, Version version) const;

    template <class Object>
    [[nodiscard]] Result<void> put(ObjectKind kind, const Object &object);
    [[nodiscard]] Result<void> put(const Removed &removed);
    [[nodiscard]] Result<void> put(const Unreadable &unreadable);
    [[nodiscard]] Result<void> markPass(ObjectKind kind, const QString &id);
    [[nodiscard]] Result<void> dropTombstone(ObjectKind kind, const QString &id);
    [[nodiscard]] Result<void> dropUnreadable(ObjectKind kind, const QString &id, Version version);
    [[nodiscard]] Result<void> dropRow(ObjectKind kind, qint64 rowid, const QString &id);

    [[nodiscard]] Result<void> afterWrite(const Branch &branch, qint64 rowid);
    [[nodiscard]] Result<void> afterWrite(const Reason &reason, qint64 rowid);
    [[nodiscard]] Result<void> afterWrite(const Member &member, qint64 rowid);
    [[nodiscard]] Result<void> afterWrite(const Invitation &invitation, qint64 rowid);
    [[nodiscard]] Result<void> afterWrite(const Client &client, qint64 rowid);
    [[nodiscard]] Result<void> afterWrite(const Activity &activity, qint64 rowid);
    void touch(ObjectKind kind, qint64 rowid);

    /// Answers whether the text is another than before.
    [[nodiscard]] Result<bool> setText(ObjectKind kind, qint64 rowid, const QString &text);
    [[nodiscard]] Result<void> dropText(ObjectKind kind, qint64 rowid);
    /// Activity shows, and is found by, the company it is about, which may come, change or go after it.
    [[nodiscard]] Result<void> retextActivities(ObjectKind kind, const QString &id);
    [[nodiscard]] Result<void> writeActivityText(qint64 rowid);

    Database &m_database;
    FeedState m_feed;
    CountWriter m_counts;
    Touched m_touched;
    bool m_mayHaveUnreadable = true;
};
