#include "core/store/listorder.h"

#include <algorithm>

ListOrder::ListOrder(By by, NameOf nameOf)
    : m_by(by)
    , m_nameOf(std::move(nameOf))
{}

ListOrder::By ListOrder::orderOf(const ListQuery &query)
{
    const bool byName =
        query.sort == SortOrder::Company || (query.kind == ListKind::Clients && query.sort == SortOrder::Urgency);
    if (query.kind == ListKind::Activity || query.sort == SortOrder::Newest)
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

bool ListOrder::before(const ListEntry &a, const ListEntry &b)
{
    const auto older = [](const ListEntry &x, const ListEntry &y) {
        return x.time != y.time ? x.time < y.time : x.rowid < y.rowid;
    };
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
    // Side by side, so that a comparison looks nothing up.
    std::vector<std::pair<const QCollatorSortKey *, ListEntry>> keyed;
    keyed.reserve(entries.size());
    for (const ListEntry &entry : entries)
        keyed.emplace_back(&keyOf(entry.rowid), entry);
    std::sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) {
        const int names = a.first->compare(*b.first);
        if (names != 0)
            return names < 0;
        return a.second.time != b.second.time ? a.second.time < b.second.time : a.second.rowid < b.second.rowid;
    });
    std::transform(keyed.begin(), keyed.end(), entries.begin(), [](const auto &k) { return k.second; });
}
