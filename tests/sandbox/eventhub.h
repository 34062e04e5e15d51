#pragma once

#include "tests/sandbox/bell.h"
#include "tests/sandbox/httpmessages.h"
#include "tests/sandbox/world.h"

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <string>

namespace sandbox {

/// The event streams that are open, and what they are still to send. Any thread; publish() under the world's lock.
class EventHub
{
public:
    enum class Mode { Normal, Doubled, Silent, Split, Off };

    /// `isOpen` tells whether a connection still has its client.
    EventHub(Bell &bell, std::function<bool(int)> isOpen);

    /// Puts an event into each stream whose person sees something of the commit.
    void publish(const Commit &commit, World &world);
    /// A stream for a person: `Reply::stream` of the answer to GET /v1/events.
    std::function<bool(const Write &)> open(const std::string &person, int connection);
    /// Ends all streams without a word.
    void breakAll();
    void setMode(Mode mode);
    Mode mode() const;
    int openStreams() const;

private:
    struct Stream;

    bool serve(Stream &stream, const Write &write);
    static bool sendEvent(const std::string &event, Mode mode, const Write &write);
    void add(Stream &stream, const std::string &event);

    Bell &m_bell;
    std::function<bool(int)> m_isOpen;
    std::set<Stream *> m_streams; ///< guarded by the bell, as the streams' own members are
    Mode m_mode = Mode::Normal;
};

/// "normal", "double", "silent", "split", "off".
std::optional<EventHub::Mode> eventMode(const std::string &name);
std::string nameOf(EventHub::Mode mode);

} // namespace sandbox
