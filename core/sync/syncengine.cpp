#include "core/sync/syncengine.h"

#include "core/api/codec.h"
#include "core/api/requests.h"

Q_LOGGING_CATEGORY(logSync, "atlas.sync")

using namespace std::chrono_literals;

namespace {
constexpr auto keepFinishedFor = std::chrono::hours(24 * 90);
}

SyncEngine::SyncEngine(const EnginePorts &ports, CacheStore &cache, DeskStore &desk, AccountKey account, QString host,
                       EngineEvents events)
    : m_core{ports,
             cache,
             desk,
             std::move(events),
             Gate(ports.clock, ports.randomness),
             [this] { pump(); },
             [this] { return connection() == Connection::Online || connection() == Connection::Synchronising; },
             DiskWatch(ports.scheduler, cache, desk,
                       {[this](const Error &error) { m_core.events.diskFailed(error); },
                        [this] { m_core.events.diskWorked(); }})}
    , m_account(std::move(account)), m_host(std::move(host)), m_outbox(m_core), m_puller(m_core, m_outbox)
    , m_pusher(m_core, m_outbox), m_listener(m_core), m_gateTimer(ports.scheduler), m_startTimer(ports.scheduler)
{
    m_puller.signedOut = m_pusher.signedOut = m_listener.signedOut = [this] { accountEnded(Account::SignedOut); };
    m_puller.tooOld = m_pusher.tooOld = m_listener.tooOld = [this] { accountEnded(Account::TooOld); };
    m_puller.answered = m_pusher.answered = [this](const Response &response) { heardClock(response); };
    m_listener.somethingNew = [this] { m_puller.want(); };
    m_listener.eventCame = [this] { m_puller.wantByEvent(); };
}

SyncEngine::~SyncEngine()
{
    m_started = false;
    m_puller.stop();
    m_pusher.stop();
    m_listener.stop();
    m_core.ports.transport.cancelAll();
}

Result<void> SyncEngine::start(bool offline)
{
    m_offline = offline;
    const Result<void> opened = m_core.watched(open());
    if (!opened) {
        m_startTimer.start(5s, [this] { (void)start(m_offline); }); // Said by diskFailed
        return opened;
    }
    m_started = true;
    m_core.events.statusChanged();
    pump();
    return {};
}

Result<void> SyncEngine::open()
{
    if (const Result<void> outbox = m_outbox.start(); !outbox)
        return outbox;
    if (const Result<void> puller = m_puller.start(); !puller)
        return puller;
    const Instant then = m_core.ports.clock.wall() - keepFinishedFor;
    (void)m_core.watched(m_core.desk.deleteFinishedBefore(then)); // Room only: not worth failing a start for
    return {};
}

// --- What a person does ---------------------------------------------------------------------------------------------

Result<Operation> SyncEngine::decide(const Decision &decision, Milliseconds hold, const std::optional<OperationId> &replaces)
{
    return m_outbox.decide(decision, hold, replaces);
}

Result<Operation> SyncEngine::tryAgain(const OperationId &id, Milliseconds hold)
{
    return m_outbox.tryAgain(id, hold);
}

void SyncEngine::sendNow()
{
    m_core.gate.open();
    m_listener.hint();
    m_outbox.endHolds();
}

void SyncEngine::refresh()
{
    if (m_state == Account::TooOld)
        m_state = Account::Unasked; // The service may have been told to accept this version again
    m_core.gate.open();
    m_outbox.endRowWaits();
    m_listener.hint();
    m_puller.hint();
    m_puller.want();
}

void SyncEngine::hint()
{
    m_core.gate.hint();
    m_listener.hint();
    m_puller.hint();
    m_puller.want();
}

void SyncEngine::diskFailed(const Error &error)
{
    (void)m_core.watched(Result<void>(failure(error)));
}

// --- Asking ---------------------------------------------------------------------------------------------------------

bool SyncEngine::asksNothing() const
{
    return !m_started || m_offline || m_state == Account::Another || m_state == Account::SignedOut ||
           m_state == Account::TooOld;
}

bool SyncEngine::isBusy() const
{
    return m_askingSession || m_puller.isAsking() || m_pusher.isSending();
}

void SyncEngine::pump()
{
    if (asksNothing() || m_pumping)
        return;
    if (!m_core.gate.isOpen()) {
        m_gateTimer.start(m_core.gate.wait(), [this] { pump(); });
        m_core.events.statusChanged();
        return;
    }
    m_pumping = true; // A step that pumps again has nothing to add: the steps below see what it did
    pumpAll();
    m_pumping = false;
}

void SyncEngine::pumpAll()
{
    if (m_state == Account::Unasked && !m_askingSession)
        askSession();
    if (m_state != Account::Confirmed)
        return;
    if (m_outbox.sendable().empty() && !m_pusher.isSending() && !m_outbox.nextRowWait())
        m_core.gate.forget(Channel::Operations);
    if (!m_core.gate.isWayInDoubt())
        m_core.gate.forget(Channel::Session); // Who this is is known: it was asked for the way's sake
    // In doubt one thing is asked at a time, by turns: where one is refused for ever, the other still comes through.
    const bool probing = m_core.gate.isProbing();
    if (probing && isBusy())
        return;
    if (probing && m_core.gate.isWayInDoubt())
        return askTheWay();
    m_outbox.endLate();
    const bool feedFirst = probing && m_feedsTurn && m_puller.isWanted();
    if (!feedFirst)
        m_pusher.push(probing);
    m_feedsTurn = probing && isBusy();
    if (m_feedsTurn)
        return;
    if (m_puller.isWanted())
        m_puller.ask();
    if (!probing)
        m_listener.listen();
}

/// A decision that is claimed can't be taken back any more: as long as nothing is known to come through, what can be lost
/// is asked. By turns: where pages are refused for ever, the small question still comes through.
void SyncEngine::askTheWay()
{
    const bool byFeed = std::exchange(m_wayByFeed, !m_wayByFeed) && m_puller.isWanted();
    if (byFeed)
        m_puller.ask();
    else
        askSession();
}

void SyncEngine::askSession()
{
    m_askingSession = true;
    m_core.ports.transport.send(sessionRequest(), [this](const Response &response) {
        m_askingSession = false;
        if (asksNothing())
            return; // The stream said meanwhile that the session has ended
        sessionHeard(response);
        m_core.events.statusChanged();
        pump();
    });
}

void SyncEngine::sessionHeard(const Response &response)
{
    const Trouble trouble = troubleOf(response);
    if (trouble != Trouble::None)
        return m_core.gate.failed(Channel::Session, trouble, response.retryAfter, m_outbox.somethingWaits());
    heardClock(response);
    if (response.status == 200)
        return sessionCame(response);
    if (response.status == 401)
        return accountEnded(Account::SignedOut);
    const Result<Problem> problem = readProblem(response.body);
    if (response.status == 403 && problem && problem->code == QLatin1StringView("client_too_old"))
        return accountEnded(Account::TooOld);
    m_core.gate.failed(Channel::Session, Trouble::Service, response.retryAfter, m_outbox.somethingWaits());
}

void SyncEngine::sessionCame(const Response &response)
{
    const Result<SessionFacts> facts = readSession(response.body, m_host);
    if (!facts || response.contentType != "application/json") {
        m_core.gate.failed(Channel::Session, Trouble::Service, response.retryAfter, m_outbox.somethingWaits());
        return;
    }
    m_core.gate.succeeded(Channel::Session);
    if (facts->userId != m_account.userId || facts->practiceId != m_account.practiceId) {
        accountEnded(Account::Another);
        m_core.events.anotherAccount(*facts);
        return;
    }
    (void)m_core.watched(m_core.cache.setSession(*facts)); // Said by diskFailed; the facts hold for this run
    m_state = Account::Confirmed;
    m_core.events.sessionRead(*facts);
}

void SyncEngine::accountEnded(Account how)
{
    m_state = how;
    m_listener.stop();
    m_gateTimer.stop();
    m_core.events.statusChanged();
}

void SyncEngine::heardClock(const Response &response)
{
    m_everHeard = true;
    if (response.date)
        m_clockOffset = *response.date - m_core.ports.clock.wall();
}

Instant SyncEngine::now() const
{
    // `Date` has whole seconds and took a moment to come: a small difference says nothing.
    const bool differs = m_clockOffset > 2s || m_clockOffset < -2s;
    return m_core.ports.clock.wall() + (differs ? m_clockOffset : Milliseconds(0));
}

// --- To be shown ----------------------------------------------------------------------------------------------------

Connection SyncEngine::connection() const
{
    if (m_state == Account::SignedOut || m_state == Account::Another)
        return Connection::SignedOut;
    if (m_state == Account::TooOld)
        return Connection::TooOld;
    if (m_offline)
        return Connection::Offline;
    switch (m_core.gate.trouble()) {
    case Trouble::None:
        break;
    case Trouble::NoAnswer:
        return Connection::Offline;
    case Trouble::Blocked:
        return Connection::Blocked;
    case Trouble::Untrusted:
        return Connection::Untrusted;
    case Trouble::Service:
        return Connection::ServiceTrouble;
    }
    if (!m_everHeard)
        return Connection::Starting;
    return m_puller.isCatchingUp() ? Connection::Synchronising : Connection::Online;
}

SyncStatus SyncEngine::status() const
{
    SyncStatus status;
    status.connection = connection();
    status.offlineByChoice = m_offline;
    status.firstSync = !m_puller.feed().everWhole;
    status.live = m_listener.isLive();
    status.accountConfirmed = m_state == Account::Confirmed;
    status.received = m_puller.feed().received;
    status.lastSyncAt = m_puller.lastSyncAt();
    if (const Milliseconds wait = m_core.gate.wait(); wait > 0ms && !asksNothing())
        status.nextTryAt = m_core.ports.clock.wall() + wait;
    return status;
}
