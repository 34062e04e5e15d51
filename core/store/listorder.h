#pragma once

#include "core/domain/lists.h"
#include "core/domain/result.h"

#include <QCollator>

#include <functional>
#include <unordered_map>
#include <vector>

/// A row of an open view, as it is kept: 16 bytes. Negative row ids are of acceptances not confirmed yet.
struct ListEntry
{
    qint64 rowid = 0;
    qint64 time = 0; ///< When it was sent, connected or happened, in ms

    friend bool operator==(const ListEntry &, const ListEntry &) = default;
};

/// The order of a view: total, and the same on every computer. Of the same moment (and name), the id decides, not the
/// row id, which is the order in which this cache heard of them. Names and ids are asked for by row id, where they are
/// needed; each once in the life of this object, so let it live no longer than one update. Names are collated by the
/// user's locale.
class ListOrder
{
public:
    enum class By { OldestFirst, NewestFirst, Name };
    using TextOf = std::function<Result<QString>(qint64 rowid)>;

    ListOrder(By by, TextOf nameOf, TextOf idOf);

    [[nodiscard]] static By orderOf(const ListQuery &query);

    /// Whether `a` stands before `b`. An error met on the way is kept: see failed().
    [[nodiscard]] bool before(const ListEntry &a, const ListEntry &b);
    void sort(std::vector<ListEntry> &entries);
    /// The same of entries that stand in the order of time already, but for those of the same moment.
    void settleTies(std::vector<ListEntry> &entries);
    void learnName(qint64 rowid, const QString &name);
    [[nodiscard]] const std::optional<Error> &failed() const { return m_failed; }

private:
    [[nodiscard]] const QCollatorSortKey &keyOf(qint64 rowid);
    [[nodiscard]] const QString &idOf(qint64 rowid);
    [[nodiscard]] bool older(const ListEntry &a, const ListEntry &b);

    By m_by;
    TextOf m_nameOf;
    TextOf m_idOf;
    QCollator m_collator;
    std::unordered_map<qint64, QCollatorSortKey> m_keys;
    std::unordered_map<qint64, QString> m_ids;
    std::optional<Error> m_failed;
};
