#pragma once

#include <cstddef>

namespace sandbox {

/// Loopback TCP, as little as the relay needs. -1 is no socket. Safe from any thread; a socket must not be used after
/// closeSocket().
using Socket = int;
constexpr Socket noSocket = -1;

/// Port 0: any. noSocket where the port is taken.
Socket listenOnLoopback(int port);
Socket connectToLoopback(int port);
/// Waits; noSocket once the listening socket was shut down.
Socket acceptFrom(Socket listening);

int localPort(Socket socket);

/// Waits until one of the two can be read or has ended.
struct Readable
{
    bool first = false;
    bool second = false;
};
Readable waitReadable(Socket first, Socket second);

/// Bytes read, at most `size`; 0 once it has ended.
std::size_t receive(Socket socket, char *data, std::size_t size);
/// False where not all could be sent.
bool sendAll(Socket socket, const char *data, std::size_t size);

/// Ends both directions and wakes whoever waits; the socket must still be closed.
void shutDown(Socket socket);
/// `reset`: the other side sees a reset instead of an end.
void closeSocket(Socket socket, bool reset = false);

} // namespace sandbox
