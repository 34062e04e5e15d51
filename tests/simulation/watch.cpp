#include "tests/simulation/watch.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace simulation {

namespace {
constexpr Milliseconds afterTrouble = 15s; ///< What a failed disk left undone is done again after 5 s
constexpr Milliseconds longestHold = 60s;
} // namespace

Watch::Watch(VirtualClock &clock, Service &service, Tally &tally, Trace &trace)
    : m_clock(clock)
    , m_service(service)
    , m_tally(tally)
    , m_trace(trace)
{
    m_service.decided = [this](const Service::Decided &decision) { decided(decision); };
}

Watch::~Watch()
{
    m_service.decided = nullptr;
}

/// Counts one evaluation; the first violation stands.
bool Watch::holds(int invariant, bool good, const QString &what)
{
    ++m_tally.evaluated[static_cast<size_t>(invariant)];
    if (!good && !m_violation) {
        m_violation = Violation{invariant, what};
        m_trace.add(m_clock.monotonic().count(), QStringLiteral("!! I%1: %2").arg(invariant).arg(what));
    }
    return good;
}

bool Watch::excused() const
{
    return m_clock.monotonic() < m_troubledUntil;
}

Watch::Kept *Watch::find(const QString &operation)
{
    for (auto &[name, account] : m_accounts) {
        const auto found = account.operations.find(operation);
        if (found != account.operations.end())
            return &found->second;
    }
    return nullptr;
}

// --- The program ----------------------------------------------------------------------------------------------------

void Watch::opened(const std::string &account, sqlite3 *desk, sqlite3 *cache, bool unsure)
{
    m_accountName = account;
    m_pace.begins(m_clock.monotonic());
    m_hasLooked = false;
    m_account = &m_accounts[account];
    m_desk = std::make_unique<DeskProbe>(desk);
    m_cache = std::make_unique<CacheProbe>(cache);
    const std::vector<DeskChange> rows = m_desk->all();
    draftsSurvived(rows, m_desk->drafts());
    survived(rows);
    m_account->objects.clear();
    for (const CacheChange &row : m_cache->all()) {
        if (row.what == CacheChange::What::Feed) {
            m_account->state = row.state;
            m_account->inFullPass = row.inFullPass;
        } else {
            putObject(row);
        }
    }
    const Pages::Page *page = m_account->pages.appliedTo(m_account->state);
    if (page && !m_account->inFullPass)
        pageIsThere(*page);
    m_account->unsure = unsure;
    m_troubledUntil = 0ms;
    m_screen = {};
}

void Watch::started()
{
    m_running = true;
    for (auto &[id, kept] : m_account->operations) {
        kept.acknowledged = !kept.gone; // It stands on the screen, among what waits to be sent
        kept.waitsAlone = false;
        kept.doneBefore = !kept.gone && isDoneBefore(kept);
        kept.readySince = m_clock.monotonic();
        if (kept.row.state == OperationState::Held)
            holdBegins(kept);
    }
}

void Watch::closed()
{
    m_running = false;
    m_saysDiskFails = false;
    m_desk.reset();
    m_cache.reset();
    m_account = nullptr;
}

void Watch::deskDamaged(const std::string &account)
{
    for (auto &[id, kept] : m_accounts[account].operations)
        kept.excused = kept.damaged = true;
    m_accounts[account].draftsDoubtful = true;
}

void Watch::cacheDamaged(const std::string &account)
{
    m_accounts[account].cacheDoubtful = true;
}

void Watch::cacheMadeAnew(const std::string &account)
{
    m_accounts[account].cacheDoubtful = false;
    m_accounts[account].pages = {};
    cacheSetBack(account);
}

void Watch::cacheSetBack(const std::string &account)
{
    for (auto &[id, kept] : m_accounts[account].operations)
        kept.setBack = true;
}

bool Watch::cacheIsDoubtful() const
{
    return m_account && m_account->cacheDoubtful;
}

void Watch::diskFailed(const Error &error)
{
    if (m_account)
        m_account->unsure = true;
    m_troubledUntil = m_clock.monotonic() + afterTrouble;
    m_pace.excuse(m_troubledUntil);
    ++m_timesTold;
    m_saysDiskFails = true;
    logged(error.detail);
}

void Watch::logged(const QString &line)
{
    const QString canary = QString::fromStdString(Service::canary());
    holds(12, !line.contains(canary), QStringLiteral("in a log: %1").arg(line));
}

void Watch::repeated(bool same)
{
    holds(13, same, QStringLiteral("the same seed gave another trace"));
}

bool Watch::readNews()
{
    if (!m_account)
        return false;
    readDesk();
    readCache();
    return m_news;
}

void Watch::shows(const Screen &screen)
{
    m_screen = screen;
    m_news = false;
}

void Watch::afterStep()
{
    ++m_tally.steps;
    if (!m_account || !m_running)
        return;
    checkDesk();
    checkRows();
    checkCards();
    checkDone();
    checkBadge();
    checkPace();
}

// --- The person -----------------------------------------------------------------------------------------------------

void Watch::kept(const Operation &operation)
{
    readDesk();
    Kept *kept = find(operation.id.text());
    if (!holds(1, kept != nullptr && kept->row.body == operation.body, QStringLiteral("kept, and not on the desk")))
        return;
    kept->acknowledged = true;
}

void Watch::undoTried(const QString &operation, bool done)
{
    Kept *kept = find(operation);
    if (!kept)
        return;
    kept->undoTried = true;
    kept->takenBack = kept->takenBack || done;
    readDesk();
    // A desk that was damaged may have lost that it left.
    holds(3, !done || !hasEffect(operation) || kept->damaged, QStringLiteral("%1 was taken back, and had its effect").arg(operation));
}

void Watch::endedHolds()
{
    for (auto &[id, kept] : m_account->operations)
        kept.mayLeaveAt = kept.leastLeaveAt = m_clock.monotonic();
}

void Watch::dismissed(const QString &operation)
{
    if (Kept *kept = find(operation))
        kept->dismissed = true;
}

void Watch::leftThere(const QString &operation)
{
    if (Kept *kept = find(operation))
        kept->dismissed = false;
}

void Watch::agreed(const QString &operation)
{
    if (Kept *kept = find(operation))
        kept->agreed = true;
}

void Watch::slept()
{
    m_troubledUntil = m_clock.monotonic() + afterTrouble; // What was to be done again is late by the sleep
    m_pace.excuse(m_troubledUntil);
    if (!m_account || m_clock.monotonic() < m_setBackUntil)
        return;
    for (auto &[id, kept] : m_account->operations) {
        if (kept.row.state == OperationState::Held)
            kept.mayLeaveAt = m_clock.monotonic() + kept.row.hold;
    }
}

void Watch::clockSet(Milliseconds by)
{
    if (by > 0ms || !m_account)
        return;
    m_setBackUntil = m_clock.monotonic() + longestHold + 10s;
    for (auto &[id, kept] : m_account->operations)
        kept.mayLeaveAt = kept.leastLeaveAt;
}

void Watch::holdBegins(Kept &kept)
{
    kept.mayLeaveAt = kept.leastLeaveAt = m_clock.monotonic() + kept.row.hold;
}

} // namespace simulation
