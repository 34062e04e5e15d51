#include "tests/sandbox/eventhub.h"

#include <algorithm>
#include <array>

namespace sandbox {

namespace {

constexpr auto heartbeat = std::chrono::seconds(10); // the contract asks for one every 20 s
constexpr std::array names{std::pair{EventHub::Mode::Normal, "normal"}, std::pair{EventHub::Mode::Doubled, "double"},
                           std::pair{EventHub::Mode::Silent, "silent"}, std::pair{EventHub::Mode::Split, "split"},
                           std::pair{EventHub::Mode::Off, "off"}};

} // namespace

struct EventHub::Stream
{
    EventHub &hub;
    std::string person;
    int connection = 0;
    std::deque<std::string> waiting;
    bool greeted = false;
    bool last = false; ///< ends when all is sent
    bool broken = false;

    Stream(EventHub &owner, std::string who, int where)
        : hub(owner)
        , person(std::move(who))
        , connection(where)
    {
        hub.m_bell.quietly([this] { hub.m_streams.insert(this); });
    }
    ~Stream()
    {
        hub.m_bell.quietly([this] { hub.m_streams.erase(this); });
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
};

EventHub::EventHub(Bell &bell, std::function<bool(int)> isOpen)
    : m_bell(bell)
    , m_isOpen(std::move(isOpen))
{}

void EventHub::publish(const Commit &commit, World &world)
{
    const Practice &practice = world.practice();
    m_bell.ring([&] {
        for (Stream *stream : m_streams) {
            const Person *person = practice.person(stream->person);
            if (person == nullptr)
                continue;
            if (std::count(commit.revoked.begin(), commit.revoked.end(), person->id) > 0) {
                add(*stream, "event: revoked\ndata: {}\n\n");
                stream->last = true;
            } else if (std::any_of(commit.touched.begin(), commit.touched.end(),
                                   [&](const Touch &touch) { return practice.sees(*person, touch); })) {
                add(*stream, "event: state\nid: " + world.feed().currentState(*person) +
                                 "\ndata: " + world.feed().eventData(*person) + "\n\n");
            }
        }
    });
}

void EventHub::add(Stream &stream, const std::string &event)
{
    if (m_mode != Mode::Silent)
        stream.waiting.push_back(event);
}

std::function<bool(const Write &)> EventHub::open(const std::string &person, int connection)
{
    const auto stream = std::make_shared<Stream>(*this, person, connection);
    return [this, stream](const Write &write) { return serve(*stream, write); };
}

bool EventHub::serve(Stream &stream, const Write &write)
{
    if (!std::exchange(stream.greeted, true))
        return write(": hello\n\n");
    std::deque<std::string> events;
    bool last = false;
    Mode mode = Mode::Normal;
    m_bell.wait(heartbeat, [&] {
        return stream.broken || stream.last || !stream.waiting.empty() || !m_isOpen(stream.connection);
    });
    m_bell.quietly([&] {
        events.swap(stream.waiting);
        last = stream.last || stream.broken;
        mode = m_mode;
    });
    if (events.empty() && !last)
        return write(": still here\n\n");
    const bool sent = std::all_of(events.begin(), events.end(),
                                  [&](const std::string &event) { return sendEvent(event, mode, write); });
    return sent && !last;
}

bool EventHub::sendEvent(const std::string &event, Mode mode, const Write &write)
{
    if (mode == Mode::Split) // in the middle of a line, and then the rest
        return write(event.substr(0, event.size() / 2)) && write(event.substr(event.size() / 2));
    return write(event) && (mode != Mode::Doubled || write(event));
}

void EventHub::breakAll()
{
    m_bell.ring([this] {
        for (Stream *stream : m_streams)
            stream->broken = true;
    });
}

void EventHub::setMode(Mode mode)
{
    m_bell.ring([this, mode] { m_mode = mode; });
}

EventHub::Mode EventHub::mode() const
{
    Mode current = Mode::Normal;
    m_bell.quietly([&] { current = m_mode; });
    return current;
}

int EventHub::openStreams() const
{
    int count = 0;
    m_bell.quietly([&] { count = int(m_streams.size()); });
    return count;
}

std::optional<EventHub::Mode> eventMode(const std::string &name)
{
    for (const auto &[mode, known] : names) {
        if (name == known)
            return mode;
    }
    return std::nullopt;
}

std::string nameOf(EventHub::Mode mode)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [mode](const auto &pair) { return pair.first == mode; });
    return found->second;
}

} // namespace sandbox
