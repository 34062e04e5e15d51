#include "tests/sandbox/socket.h"

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sandbox {

namespace {

constexpr int backlog = 128;

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

Socket newSocket()
{
    return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

void setOption(Socket socket, int level, int name)
{
    const int on = 1;
    ::setsockopt(socket, level, name, &on, sizeof on);
}

} // namespace

Socket listenOnLoopback(int port)
{
    const Socket socket = newSocket();
    const sockaddr_in address = loopback(port);
    setOption(socket, SOL_SOCKET, SO_REUSEADDR);
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        ::listen(socket, backlog) == 0)
        return socket;
    ::close(socket);
    return noSocket;
}

Socket connectToLoopback(int port)
{
    const Socket socket = newSocket();
    const sockaddr_in address = loopback(port);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        setOption(socket, IPPROTO_TCP, TCP_NODELAY);
        return socket;
    }
    ::close(socket);
    return noSocket;
}

Socket acceptFrom(Socket listening)
{
    for (;;) {
        const Socket socket = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket >= 0) {
            setOption(socket, IPPROTO_TCP, TCP_NODELAY);
            return socket;
        }
        if (errno != EINTR && errno != ECONNABORTED && errno != EMFILE)
            return noSocket;
    }
}

int localPort(Socket socket)
{
    sockaddr_in address{};
    socklen_t length = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length);
    return ntohs(address.sin_port);
}

Readable waitReadable(Socket first, Socket second)
{
    pollfd waiting[] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
    while (::poll(waiting, 2, -1) < 0 && errno == EINTR) {
    }
    return {waiting[0].revents != 0, waiting[1].revents != 0};
}

std::size_t receive(Socket socket, char *data, std::size_t size)
{
    ssize_t count = -1;
    do
        count = ::recv(socket, data, size, 0);
    while (count < 0 && errno == EINTR);
    return count > 0 ? std::size_t(count) : 0;
}

bool sendAll(Socket socket, const char *data, std::size_t size)
{
    while (size > 0) {
        const ssize_t count = ::send(socket, data, size, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        data += count;
        size -= std::size_t(count);
    }
    return true;
}

void shutDown(Socket socket)
{
    ::shutdown(socket, SHUT_RDWR);
}

void closeSocket(Socket socket, bool reset)
{
    if (reset) {
        const linger none{1, 0};
        ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    }
    ::close(socket);
}

} // namespace sandbox
