#pragma once

#include "core/api/transport.h"
#include "core/domain/account.h"
#include "core/domain/result.h"
#include "core/sync/gate.h"

/// Asks the service who is signed in, where no account is known here yet. What can pass by itself is tried again, ever
/// more seldom; what a person must do something about ends it.
class AccountProbe
{
public:
    struct Events
    {
        std::function<void(const SessionFacts &)> found;
        std::function<void(const Error &)> waiting; ///< Not now: it is tried again by itself
        std::function<void(const Error &)> ended;   ///< Untrusted, SignedOut, TooOld
    };

    AccountProbe(Clock &clock, Scheduler &scheduler, Randomness &randomness, Transport &transport, QString host,
                 Events events);
    ~AccountProbe();

    void ask();
    /// A person asks, or the network came back.
    void askNow();

private:
    void heard(const Response &response);
    void later(const Response &response, Trouble trouble);

    Transport &m_transport;
    QString m_host;
    Events m_events;
    Gate m_gate;
    OwnedTimer m_timer;
    bool m_asking = false;
};
