#include "tests/simulation/watch.h"

#include <algorithm>

// What the program remembers of the service's, against the service.

namespace simulation {

namespace {

const std::set<std::string> &knownKinds()
{
    static const std::set<std::string> kinds{"branch", "reason", "member", "invitation", "client", "activity"};
    return kinds;
}

QString named(const std::string &kind, const std::string &id)
{
    return QString::fromStdString(kind + ' ' + id);
}

} // namespace

void Watch::readCache()
{
    if (!m_cache)
        return;
    for (const CacheChange &change : m_cache->changes()) {
        m_news = m_news || change.what != CacheChange::What::Feed;
        cacheChanged(change);
    }
}

void Watch::cacheChanged(const CacheChange &change)
{
    if (change.what == CacheChange::What::Feed)
        feedMoved(change);
    else if (change.what != CacheChange::What::Overlay)
        putObject(change);
}

void Watch::putObject(const CacheChange &change)
{
    const auto [found, isNew] = m_account->objects.try_emplace({change.kind, change.id});
    Cached &cached = found->second;
    if (!isNew && !m_account->cacheDoubtful)
        holds(6, change.version >= cached.version || change.pass > cached.pass,
              QStringLiteral("%1 went from version %2 to %3").arg(named(change.kind, change.id)).arg(cached.version).arg(change.version));
    cached = {change.version, change.pass, change.what == CacheChange::What::Dropped, change.status, change.branch};
}

void Watch::feedMoved(const CacheChange &change)
{
    m_account->state = change.state;
    m_account->inFullPass = change.inFullPass;
    if (change.state.empty() || m_account->cacheDoubtful)
        return;
    const Pages::Page *page = m_account->pages.between(change.stateBefore, change.state);
    const bool isRetouched = change.stateBefore == change.state;
    if (!holds(6, page || isRetouched, QStringLiteral("the state moved, and no page led there")) || !page)
        return;
    pageIsThere(*page);
    m_account->pages.applied(*page);
}

void Watch::pageIsThere(const Pages::Page &page)
{
    if (m_account->cacheDoubtful)
        return;
    for (const Pages::Change &change : page.changes) {
        if (!knownKinds().contains(change.kind))
            continue;
        const auto found = m_account->objects.find({change.kind, change.id});
        const bool known = found != m_account->objects.end();
        const bool isThere = known && found->second.version >= change.version;
        const bool isGone = change.removed && (!known || found->second.dropped);
        holds(6, isThere || isGone || m_cache->isUnreadable(change.kind, change.id),
              QStringLiteral("the state is past a page whose %1 is not there").arg(named(change.kind, change.id)));
    }
}

// --- The badge ------------------------------------------------------------------------------------------------------

std::map<BranchId, qint64> Watch::recount() const
{
    std::set<std::string> decided;
    for (const auto &[id, kept] : m_account->operations) {
        const bool waits = kept.row.state == OperationState::Acked && !kept.row.caughtUp;
        if (!kept.gone && (waits || isLive(kept.row.state)))
            decided.insert(kept.row.invitation.toStdString());
    }
    std::map<BranchId, qint64> pending;
    for (const auto &[key, object] : m_account->objects) {
        const auto branch = BranchId::parse(QString::fromStdString(object.branch));
        if (key.first == "invitation" && !object.dropped && object.status == "pending" && branch && !decided.contains(key.second))
            ++pending[*branch];
    }
    return pending;
}

void Watch::checkBadge()
{
    if (excused() || m_account->cacheDoubtful)
        return;
    const std::map<BranchId, qint64> counted = recount();
    QString difference;
    for (const auto &[branch, count] : counted) {
        const auto shown = m_screen.badge.find(branch);
        const qint64 number = shown == m_screen.badge.end() ? 0 : shown->second;
        if (number != count)
            difference = QStringLiteral("%1 shows %2, and has %3").arg(branch.text()).arg(number).arg(count);
    }
    for (const auto &[branch, number] : m_screen.badge) {
        if (number != 0 && !counted.contains(branch))
            difference = QStringLiteral("%1 shows %2, and has none").arg(branch.text()).arg(number);
    }
    holds(7, difference.isEmpty(), difference);
}

// --- Settled --------------------------------------------------------------------------------------------------------

QString Watch::objectDifference(const sandbox::Row &row, const Cached &cached)
{
    if (cached.version != row.version)
        return QStringLiteral("%1 has version %2, the service %3").arg(named(row.kind, row.id)).arg(cached.version).arg(row.version);
    if (row.kind != "invitation")
        return {};
    const sandbox::Json there = sandbox::Json::parse(row.body);
    for (const auto &[member, column] : {std::pair("status", "status"), std::pair("revision", "revision"),
                                         std::pair("companyName", "company_name")}) {
        const std::string here = m_cache->text(std::string("SELECT ") + column + " FROM invitation WHERE id = '" + row.id + "'");
        if (here != sandbox::stringAt(there, member))
            return QStringLiteral("%1: its %2 differs from the service's").arg(named(row.kind, row.id), QLatin1StringView(member));
    }
    return {};
}

QString Watch::cacheDifference()
{
    const sandbox::Person *person = m_service.world().practice().person(m_accountName);
    std::set<std::pair<std::string, std::string>> there;
    for (const std::string &kind : knownKinds()) {
        for (const sandbox::Row &row : m_service.world().practice().store().all(kind)) {
            if (row.removed || !m_service.world().practice().sees(*person, row))
                continue;
            there.insert({kind, row.id});
            if (m_cache->isUnreadable(kind, row.id))
                continue; // It was set aside, and is told
            if (m_service.spoiled.contains(row.id))
                return QStringLiteral("%1 can't be read, and is not set aside").arg(named(kind, row.id));
            const auto found = m_account->objects.find({kind, row.id});
            if (found == m_account->objects.end() || found->second.dropped)
                return QStringLiteral("%1 is not here").arg(named(kind, row.id));
            if (const QString difference = objectDifference(row, found->second); !difference.isEmpty())
                return difference;
        }
    }
    for (const auto &[key, object] : m_account->objects) {
        if (!object.dropped && !there.contains(key))
            return QStringLiteral("%1 is here, and not at the service").arg(named(key.first, key.second));
    }
    return {};
}

QString Watch::unsettled()
{
    if (!m_account || !m_running)
        return QStringLiteral("nothing runs");
    for (const auto &[id, kept] : m_account->operations) {
        if (!kept.gone && isLive(kept.row.state))
            return QStringLiteral("%1 is still on its way").arg(id);
    }
    if (m_account->inFullPass)
        return QStringLiteral("a full pass goes on");
    if (m_account->cacheDoubtful)
        return {};
    return cacheDifference();
}

void Watch::mustBeSettled()
{
    const QString still = unsettled();
    holds(10, still.isEmpty(), still);
}

} // namespace simulation
