#pragma once

#include "tests/sandbox/answer.h"
#include "tests/sandbox/clientside.h"
#include "tests/sandbox/feed.h"
#include "tests/sandbox/operations.h"
#include "tests/sandbox/practice.h"
#include "tests/sandbox/store.h"

#include <memory>
#include <optional>
#include <string>

namespace sandbox {

/// The service of the contract as a state machine: no sockets, no clock and no randomness of its own. Programs put HTTP
/// in front of it; simulations call it. One thread at a time.
class World
{
public:
    /// `path` is an SQLite file, or ":memory:". A new world is empty; `setUpPractice` (samples.h) fills it.
    World(const std::string &path, Clock clock, IdSource ids);

    /// The person whose token it is and whose session has not ended; nullptr: 401. Valid until the next change of
    /// people.
    const Person *signedIn(const std::string &token) const { return m_practice.personWithToken(token); }

    Answer session(const Person &person) const;
    Answer changes(const Person &person, const std::optional<std::string> &since,
                   const std::optional<std::string> &limit)
    {
        return m_feed.changes(person, since, limit);
    }
    /// `body` is the bytes of the request.
    Answer operate(const Person &person, const std::string &id, const std::string &body)
    {
        return m_operations.apply(person, id, body);
    }
    Answer clientPaysLink(const Person &person, const std::string &branch);

    /// A colleague decides: an operation under a name of the world's making. The answer is what they were told.
    Answer decideAs(const Person &colleague, const std::string &invitation, const Json &decision);

    Practice &practice() { return m_practice; }
    const Practice &practice() const { return m_practice; }
    Feed &feed() { return m_feed; }
    Operations &operations() { return m_operations; }
    ClientSide &clients() { return m_clients; }

    /// Remembers everything as it is now; restore() goes back to it, as a service does that lost its disk.
    void takeSnapshot();
    /// False where no snapshot was taken.
    bool restore();

    /// Closes or opens a branch; false where there is none.
    bool setBranchState(const std::string &branch, const std::string &state);

private:
    std::string newUuid();

    Store m_store;
    Practice m_practice;
    Feed m_feed;
    Operations m_operations;
    ClientSide m_clients;
    std::unique_ptr<Store> m_snapshot;
};

} // namespace sandbox
