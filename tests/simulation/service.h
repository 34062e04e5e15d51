#pragma once

#include "tests/sandbox/samples.h"
#include "tests/sandbox/world.h"
#include "tests/simulation/chance.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace simulation {

/// A request and an answer as HTTP has them, without sockets.
struct Question
{
    std::string method;
    std::string path; ///< With its query, percent-encoded
    std::string token;
    std::string body;
};

struct Reply
{
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::optional<std::string> retryAfter;
    bool atlasApi = true;
};

/// The service: the sandbox's World, with as much of HTTP as the contract says, its event streams, and its ledger of
/// effects. Time is the true one, whatever the computer's clock says.
class Service
{
public:
    using Now = std::function<long long()>; ///< Milliseconds since 1970

    explicit Service(Now now);

    [[nodiscard]] Reply answer(const Question &question);
    [[nodiscard]] sandbox::World &world() { return m_world; }
    [[nodiscard]] long long now() const { return m_now(); }

    /// Who holds the token, whether their session has ended or not; empty: nobody.
    [[nodiscard]] std::string holderOf(const std::string &token) const;
    [[nodiscard]] static std::string tokenOf(const std::string &person) { return "token-" + canary() + "-" + person; }
    /// Is in each token, and in each text that a client or an accountant writes: must not be in a log.
    [[nodiscard]] static std::string canary() { return "c4n4ry"; }

    // --- Event streams ----------------------------------------------------------------------------------------------
    using Stream = std::function<void(const std::string &bytes)>; ///< Empty bytes: the service ends it
    quint64 openStream(const std::string &person, Stream stream);
    void closeStream(quint64 stream) { m_streams.erase(stream); }
    bool offersEvents = true;
    bool wantsNewerClient = false;

    // --- The ledger -------------------------------------------------------------------------------------------------
    struct Decided
    {
        std::string operation; ///< Empty: a colleague's
        std::string invitation; ///< Empty: it was on a client
        bool undone = false; ///< By a restore
    };
    [[nodiscard]] const std::vector<Decided> &decisions() const { return m_decisions; }
    std::function<void(const Decided &)> decided; ///< At each
    void takeSnapshot();
    bool restore();
    [[nodiscard]] int restores() const { return m_restores; }
    /// Keeps this answer for the operation for good, as a refusal of the service's; false where it has one already.
    bool refuse(const Question &question, const Reply &reply);
    [[nodiscard]] bool knows(const std::string &operation);

    // --- Objects ----------------------------------------------------------------------------------------------------
    std::set<std::string> spoiled; ///< Invitations that are of no shape of the contract's
    bool forgetsOne = false;       ///< The feed does not tell of a new invitation, once; only `pending` counts it
    std::function<void()> forgot;
    [[nodiscard]] bool hasForgotten() const { return m_hasForgotten; }

private:
    [[nodiscard]] Reply dispatch(const sandbox::Person &person, const Question &question);
    [[nodiscard]] Reply forgetful(Reply page);
    void committed(const sandbox::Commit &commit);

    Now m_now;
    int m_ids = 0;
    sandbox::World m_world;
    std::map<quint64, std::pair<std::string, Stream>> m_streams;
    quint64 m_lastStream = 0;
    std::vector<Decided> m_decisions;
    size_t m_decisionsInSnapshot = 0;
    std::set<std::string> m_spoiledInSnapshot;
    bool m_hasForgotten = false;
    std::set<std::string> m_told; ///< Invitations that a page brought
    int m_restores = 0;
};

/// The query's value, decoded; empty where there is none.
[[nodiscard]] std::optional<std::string> parameterOf(const std::string &path, const std::string &name);

} // namespace simulation
