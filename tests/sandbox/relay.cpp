#include "tests/sandbox/relay.h"

#include <array>
#include <stdexcept>

namespace sandbox {

namespace {

constexpr std::size_t pieceBytes = 64 * 1024;

/// False once the source has ended or the target takes no more.
bool carryPiece(Socket from, Socket to)
{
    thread_local std::array<char, pieceBytes> piece;
    const std::size_t count = receive(from, piece.data(), piece.size());
    return count > 0 && sendAll(to, piece.data(), count);
}

} // namespace

struct Relay::Link
{
    int name = 0;
    Socket client = noSocket;
    Socket server = noSocket;
    bool reset = false;
};

Relay::Relay(int serverPort, Ended ended)
    : m_serverPort(serverPort)
    , m_ended(std::move(ended))
{}

Relay::~Relay()
{
    stop();
}

int Relay::start(int port)
{
    m_port = port;
    listen();
    return m_port;
}

void Relay::listen()
{
    m_listening = listenOnLoopback(m_port);
    if (m_listening == noSocket)
        throw std::runtime_error("port " + std::to_string(m_port) + " is taken");
    m_port = localPort(m_listening);
    m_acceptor = std::thread([this, listening = m_listening] { acceptLoop(listening); });
}

void Relay::stop()
{
    closeListening();
    cutAll();
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_carriers == 0; });
}

void Relay::closeListening()
{
    if (m_listening == noSocket)
        return;
    shutDown(m_listening);
    m_acceptor.join();
    closeSocket(m_listening);
    m_listening = noSocket;
}

void Relay::acceptLoop(Socket listening)
{
    for (;;) {
        const Socket client = acceptFrom(listening);
        if (client == noSocket)
            return;
        const Socket server = connectToLoopback(m_serverPort);
        if (server == noSocket) {
            closeSocket(client, true);
            continue;
        }
        const auto link = std::make_shared<Link>(Link{localPort(server), client, server, false});
        const std::lock_guard lock(m_mutex);
        m_links[link->name] = link;
        ++m_carriers;
        std::thread([this, link] { carry(link); }).detach();
    }
}

void Relay::carry(const std::shared_ptr<Link> &link)
{
    bool open = true;
    while (open) {
        const Readable readable = waitReadable(link->client, link->server);
        if (readable.second)
            open = carryPiece(link->server, link->client);
        if (readable.first && open)
            open = carryPiece(link->client, link->server);
    }
    forget(link->name);
    closeSocket(link->client, link->reset);
    closeSocket(link->server);
    m_ended(link->name);
    const std::lock_guard lock(m_mutex);
    --m_carriers;
    m_idle.notify_all();
}

void Relay::forget(int connection)
{
    const std::lock_guard lock(m_mutex);
    m_links.erase(connection);
}

void Relay::cut(int connection, bool reset)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_links.find(connection);
    if (found == m_links.end())
        return;
    found->second->reset = reset;
    if (!reset) // a socket that was shut down can't be reset any more
        shutDown(found->second->client);
    shutDown(found->second->server);
}

void Relay::cutAll()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[name, link] : m_links) {
        shutDown(link->client);
        shutDown(link->server);
    }
}

bool Relay::isOpen(int connection) const
{
    const std::lock_guard lock(m_mutex);
    return m_links.contains(connection);
}

void Relay::setOutage(bool outage)
{
    const std::lock_guard lock(m_listenMutex);
    if (outage) {
        closeListening();
        cutAll();
    } else if (m_listening == noSocket) {
        listen();
    }
}

} // namespace sandbox
