#include "tests/simulation/columns.h"
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
    else if (change.what == CacheChange::What::Exhumed)
        m_account->objects[{change.kind, change.id}].buried = false;
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
    const bool isBuried = change.what == CacheChange::What::Buried;
    cached = {change.version, change.pass,   isBuried || change.what == CacheChange::What::Dropped,
              isBuried,       change.status, change.branch,
              change.revision, change.operation};
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
    if (!page->hasMore)
        looked();
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
        // What was removed leaves its version behind, or anything older would bring it back.
        const bool isMarked = known && (!change.removed || !found->second.dropped || found->second.buried);
        const bool isThere = isMarked && found->second.version >= change.version;
        holds(6, isThere || m_cache->isUnreadable(change.kind, change.id),
              QStringLiteral("the state is past a page whose %1 is not there").arg(named(change.kind, change.id)));
    }
}

// --- The badge ------------------------------------------------------------------------------------------------------

std::map<BranchId, qint64> Watch::recount() const
{
    std::set<std::string> decided;
    for (const auto &[id, kept] : m_account->operations) {
        const bool waits = kept.row.state == OperationState::Acked && !kept.row.caughtUp;
        // A row that is old by a clock that is a year off may be gone; what it hid stays hidden.
        if (kept.doneBefore || (!kept.gone && (waits || isLive(kept.row.state))))
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

/// Acknowledged in an earlier run, and pending in the cache that it left: perhaps older than that.
bool Watch::isDoneBefore(const Kept &kept) const
{
    const Remembered invitation = remembered(kept.row);
    if (kept.row.state != OperationState::Acked || kept.row.invitation.isEmpty() || !invitation.isThere ||
        invitation.status != "pending" || kept.row.endKind == QLatin1StringView("lost_in_restore"))
        return false;
    return std::none_of(m_account->operations.begin(), m_account->operations.end(), [&](const auto &entry) {
        const Kept &other = entry.second;
        return !other.gone && other.number > kept.number && other.row.invitation == kept.row.invitation &&
               other.row.state != OperationState::Cancelled;
    });
}

/// The feed has come to its end: from here on the cache is right, but for what can't be read.
void Watch::looked()
{
    m_hasLooked = true;
    for (auto &[id, kept] : m_account->operations) {
        const bool isSpoiled = m_cache->isUnreadable("invitation", kept.row.invitation.toStdString());
        kept.doneBefore = kept.doneBefore && isSpoiled;
        kept.setBack = kept.setBack && isSpoiled;
    }
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

QString Watch::columnDifference(const std::string &kind)
{
    const sandbox::Practice &practice = m_service.world().practice();
    const sandbox::Person *person = practice.person(m_accountName);
    QString difference;
    m_cache->rows(selectOf(kind), [&](const std::vector<std::string> &values) {
        const auto row = practice.find(kind, values[0]);
        if (!difference.isEmpty() || !row || m_cache->isUnreadable(kind, values[0]))
            return;
        const sandbox::Json object = sandbox::Json::parse(practice.change(*row, *person))[kind];
        for (size_t i = 1; i < values.size(); ++i) {
            const Column &column = columnsOf(kind)[i - 1];
            if (!isSame(column, object, values[i]))
                difference = QStringLiteral("%1: its %2 differs from the service's").arg(named(kind, values[0]), QLatin1StringView(column.name));
        }
    });
    return difference;
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
            if (found->second.version != row.version)
                return QStringLiteral("%1 has version %2, the service %3")
                    .arg(named(kind, row.id))
                    .arg(found->second.version)
                    .arg(row.version);
        }
    }
    for (const auto &[key, object] : m_account->objects) {
        if (!object.dropped && !there.contains(key))
            return QStringLiteral("%1 is here, and not at the service").arg(named(key.first, key.second));
    }
    for (const std::string &kind : knownKinds()) {
        if (const QString difference = columnDifference(kind); !difference.isEmpty())
            return difference;
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

/// What the service had done and lost again is told, where nothing else was decided since.
void Watch::checkLosses()
{
    if (!m_account || m_account->cacheDoubtful)
        return;
    for (const auto &entry : m_account->operations) { // No structured binding: Clang 14's lambdas can't capture one
        const QString &id = entry.first;
        const Kept &kept = entry.second;
        const auto found = m_account->objects.find({"invitation", kept.row.invitation.toStdString()});
        const bool isPending = found != m_account->objects.end() && !found->second.dropped && found->second.status == "pending";
        const bool isLost = !kept.gone && !kept.damaged && kept.row.state == OperationState::Acked && isPending &&
                            !m_cache->isUnreadable("invitation", kept.row.invitation.toStdString()) && !hasEffect(id);
        const bool isAlone = std::none_of(m_account->operations.begin(), m_account->operations.end(), [&](const auto &other) {
            return other.first != id && !other.second.gone && other.second.row.invitation == kept.row.invitation &&
                   other.second.row.state != OperationState::Cancelled;
        });
        if (isLost && isAlone)
            holds(9, kept.row.endKind == QLatin1StringView("lost_in_restore"),
                  QStringLiteral("%1 was lost by the service, and nobody is told").arg(id));
    }
}

void Watch::mustBeSettled()
{
    const QString still = unsettled();
    holds(10, still.isEmpty(), still);
    checkLosses();
}

} // namespace simulation
