#include "core/store/listorder.h"

#include <algorithm>

ListOrder::ListOrder(By by, TextOf nameOf, TextOf idOf)
    : m_by(by)
    , m_nameOf(std::move(nameOf))
    , m_idOf(std::move(idOf))
{}

ListOrder::By ListOrder::orderOf(const ListQuery &query)
{
    const bool byName =
        query.sort == SortOrder::Company || (query.kind == ListKind::Clients && query.sort == SortOrder::Urgency);
    if (query.kind == ListKind::Activity || isHistory(query.kind) || query.sort == SortOrder::Newest)
        return By::NewestFirst;
    return byName ? By::Name : By::OldestFirst;
}

const QCollatorSortKey &ListOrder::keyOf(qint64 rowid)
{
    if (const auto found = m_keys.find(rowid); found != m_keys.end())
        return found->second;
    const Result<QString> name = m_nameOf(rowid);
    if (!name && !m_failed)
        m_failed = name.error();
    return m_keys.emplace(rowid, m_collator.sortKey(name ? *name : QString())).first->second;
}

void ListOrder::learnName(qint64 rowid, const QString &name)
{
    m_keys.emplace(rowid, m_collator.sortKey(name));
}

const QString &ListOrder::idOf(qint64 rowid)
{
    if (const auto found = m_ids.find(rowid); found != m_ids.end())
        return found->second;
    const Result<QString> id = m_idOf(rowid);
    if (!id && !m_failed)
        m_failed = id.error();
    return m_ids.emplace(rowid, id ? *id : QString()).first->second;
}

bool ListOrder::older(const ListEntry &a, const ListEntry &b)
{
    if (a.time != b.time || a.rowid == b.rowid)
        return a.time < b.time;
    // By their code units, which is the same everywhere, and not by a locale's collation.
    const int ids = idOf(a.rowid).compare(idOf(b.rowid));
    return ids != 0 ? ids < 0 : a.rowid < b.rowid;
}

bool ListOrder::before(const ListEntry &a, const ListEntry &b)
{
    switch (m_by) {
    case By::OldestFirst:
        return older(a, b);
    case By::NewestFirst:
        return older(b, a);
    case By::Name:
        break;
    }
    const int names = keyOf(a.rowid).compare(keyOf(b.rowid));
    return names != 0 ? names < 0 : older(a, b);
}

void ListOrder::sort(std::vector<ListEntry> &entries)
{
    if (m_by != By::Name) {
        std::sort(entries.begin(), entries.end(), [this](const auto &a, const auto &b) { return before(a, b); });
        return;
    }
    // Side by side, so that a comparison looks no name up.
    std::vector<std::pair<const QCollatorSortKey *, ListEntry>> keyed;
    keyed.reserve(entries.size());
    for (const ListEntry &entry : entries)
        keyed.emplace_back(&keyOf(entry.rowid), entry);
    std::sort(keyed.begin(), keyed.end(), [this](const auto &a, const auto &b) {
        const int names = a.first->compare(*b.first);
        return names != 0 ? names < 0 : older(a.second, b.second);
    });
    std::transform(keyed.begin(), keyed.end(), entries.begin(), [](const auto &k) { return k.second; });
}

void ListOrder::settleTies(std::vector<ListEntry> &entries)
{
    for (auto from = entries.begin(); from != entries.end();) {
        const auto to = std::find_if(from, entries.end(), [&](const ListEntry &e) { return e.time != from->time; });
        if (to - from > 1)
            std::sort(from, to, [this](const ListEntry &a, const ListEntry &b) { return before(a, b); });
        from = to;
    }
}
