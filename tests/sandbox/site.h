#pragma once

#include "tests/sandbox/bell.h"
#include "tests/sandbox/eventhub.h"
#include "tests/sandbox/faults.h"
#include "tests/sandbox/ledger.h"
#include "tests/sandbox/mail.h"
#include "tests/sandbox/relay.h"
#include "tests/sandbox/world.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace sandbox {

/// The wall clock, moved by as much as somebody asked for. Any thread.
class MovableClock
{
public:
    Millis now() const { return wallClock() + m_offset; }
    Millis offset() const { return m_offset; }
    void setOffset(Millis offset) { m_offset = offset; }

private:
    std::atomic<Millis> m_offset = 0;
};

/// What all requests share: the world under its lock, and everything around it. Any thread, but the world only through
/// withWorld().
class Site
{
public:
    /// Makes the directory where there is none; finds in it what an earlier run left.
    Site(const std::filesystem::path &directory, IdSource ids);

    /// Runs `use` with the world to itself; after a commit, events, mail and ledger are done before it returns.
    template <typename Use>
    auto withWorld(const Use &use)
    {
        const std::lock_guard lock(m_worldMutex);
        return use(m_world);
    }

    /// The relay is made when the server's port is known.
    void setRelay(Relay *relay) { m_relay = relay; }
    Relay *relay() const { return m_relay; }
    bool isOpen(int connection) const;
    void cut(int connection, bool reset);

    MovableClock clock;
    Bell bell;
    Faults faults;
    Ledger ledger;
    Maildir mail;
    EventHub events;
    std::string controlToken;

    /// Lowest version of a client, dotted numbers; empty: all are welcome.
    std::string minimumClient();
    void setMinimumClient(const std::string &version);
    /// Ends what waits: stalls, delays and streams.
    void close();
    bool isClosing() const { return m_closing; }
    /// Told by the relay: wakes whoever waits on behalf of that connection.
    void connectionEnded() { bell.ring(); }

private:
    void committed(const Commit &commit);

    std::atomic<Relay *> m_relay = nullptr;
    std::atomic<bool> m_closing = false;
    std::mutex m_worldMutex;
    World m_world;
    std::string m_minimumClient; ///< guarded by m_worldMutex
};

} // namespace sandbox
