#pragma once

#include "core/domain/account.h"
#include "core/sync/listener.h"
#include "core/sync/outbox.h"
#include "core/sync/puller.h"
#include "core/sync/pusher.h"

/// Keeps one account's cache and outbox in step with its service. A single-threaded state machine over the real store,
/// with ports for clock, scheduler, randomness and transport: the same code runs in the program and in the simulation.
/// Who is signed in is asked before the first operation is sent.
class SyncEngine
{
public:
    /// `host`: the service's own, for links where the session names none. `account`: whose files these are.
    SyncEngine(const EnginePorts &ports, CacheStore &cache, DeskStore &desk, AccountKey account, QString host,
               EngineEvents events);
    ~SyncEngine();

    /// Opens the outbox. `offline`: asks the network nothing, ever.
    /// Where the files can't be read it is tried again by itself, and asks nothing until then.
    [[nodiscard]] Result<void> start(bool offline);

    // --- What a person does: each is committed when it answers -------------------------------------------------------
    [[nodiscard]] Result<Operation> decide(const Decision &decision, Milliseconds hold,
                                           const std::optional<OperationId> &replaces);
    [[nodiscard]] Result<Operation> tryAgain(const OperationId &id, Milliseconds hold);
    [[nodiscard]] Outbox &outbox() { return m_outbox; }
    /// Ends every hold, and asks now.
    void sendNow();
    /// F5: opens the gate, whatever the service asked for.
    void refresh();
    /// Window activation, wake, a network that came back: opens the gate, but not before what the service asked for.
    void hint();

    /// Asks for a branch's link now. `heard` is called once, on the engine's thread, unless the engine ends before: at once
    /// where nothing is asked, else later.
    /// Errors: Network (also where nothing is asked: offline, signed out), Forbidden, NotFound, Conflict (a closed
    /// branch), SignedOut, ServiceFault, Unreadable.
    void readLink(const BranchId &branch, std::function<void(const Result<ClientPaysLink> &)> heard);

    /// Somebody else could not use the account's files: told as if it had been the engine.
    void diskFailed(const Error &error);

    // --- To be shown ------------------------------------------------------------------------------------------------
    [[nodiscard]] SyncStatus status() const;
    /// The wall clock corrected by the last `Date`.
    [[nodiscard]] Instant now() const;

private:
    enum class Account { Unasked, Confirmed, Another, SignedOut, TooOld };

    [[nodiscard]] Result<void> open();
    void pump();
    void pumpAll();
    void askSession();
    void askTheWay();
    void sessionHeard(const Response &response);
    void sessionCame(const Response &response);
    void accountEnded(Account how);
    void heardClock(const Response &response);
    [[nodiscard]] Result<ClientPaysLink> linkHeard(const Response &response);
    [[nodiscard]] bool asksNothing() const;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] Connection connection() const;

    EngineCore m_core;
    AccountKey m_account;
    QString m_host;
    Outbox m_outbox;
    Puller m_puller;
    Pusher m_pusher;
    Listener m_listener;
    OwnedTimer m_gateTimer;
    OwnedTimer m_startTimer;
    Account m_state = Account::Unasked;
    bool m_started = false;
    bool m_offline = false;
    bool m_pumping = false;
    bool m_everHeard = false;
    bool m_askingSession = false;
    bool m_feedsTurn = false; ///< Probing: an operation was asked about last
    bool m_wayByFeed = true;  ///< What the way is tried with next: the feed, else the session
    Milliseconds m_clockOffset{0};
};
