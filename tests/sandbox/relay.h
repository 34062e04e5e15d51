#pragma once

#include "tests/sandbox/socket.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

namespace sandbox {

/// The public port: carries bytes to and from the HTTPS server and can, at the word of a handler, lose them, which an
/// HTTP library can't. A connection's name is the port by which the server sees it. A thread a connection; all
/// functions may be called from any thread.
class Relay
{
public:
    /// Told the name of a connection that is over.
    using Ended = std::function<void(int)>;

    Relay(int serverPort, Ended ended);
    ~Relay();
    Relay(const Relay &) = delete;
    Relay &operator=(const Relay &) = delete;

    /// The port listened on; throws std::runtime_error where it is taken.
    int start(int port);
    void stop();

    /// Nothing more crosses, at once. `reset`: the client sees a reset instead of an end.
    void cut(int connection, bool reset = false);
    void cutAll();
    bool isOpen(int connection) const;

    /// While there is an outage the port is closed: connections are refused.
    void setOutage(bool outage);

private:
    struct Link;

    void listen();
    void acceptLoop(Socket listening);
    void carry(const std::shared_ptr<Link> &link);
    void closeListening();
    void forget(int connection);

    const int m_serverPort;
    const Ended m_ended;
    int m_port = 0;
    Socket m_listening = noSocket;
    std::thread m_acceptor;
    mutable std::mutex m_mutex; ///< of m_links and m_carriers
    std::map<int, std::shared_ptr<Link>> m_links;
    int m_carriers = 0;
    std::condition_variable m_idle;
    std::mutex m_listenMutex; ///< of the starting and ending of an outage
};

} // namespace sandbox
