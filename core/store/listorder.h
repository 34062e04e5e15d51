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

/// The order of a view. Names are asked for by row id, and collated by the user's locale; each is asked for once in the
/// life of this object, so let it live no longer than one update.
class ListOrder
{
public:
    enum class By { OldestFirst, NewestFirst, Name };
    using NameOf = std::function<Result<QString>(qint64 rowid)>;

    ListOrder(By by, NameOf nameOf);

    [[nodiscard]] static By orderOf(const ListQuery &query);

    /// Whether `a` stands before `b`. An error met on the way is kept: see failed().
    [[nodiscard]] bool before(const ListEntry &a, const ListEntry &b);
    void sort(std::vector<ListEntry> &entries);
    void learnName(qint64 rowid, const QString &name);
    [[nodiscard]] const std::optional<Error> &failed() const { return m_failed; }

private:
    [[nodiscard]] const QCollatorSortKey &keyOf(qint64 rowid);

    By m_by;
    NameOf m_nameOf;
    QCollator m_collator;
    std::unordered_map<qint64, QCollatorSortKey> m_keys;
    std::optional<Error> m_failed;
};
