#include "core/api/eventparser.h"

namespace {

constexpr qsizetype mostBytes = 64 * 1024; // Of a line, and of an event's data. The contract's events have 600

} // namespace

std::vector<ServerEvent> EventParser::feed(QByteArrayView bytes)
{
    std::vector<ServerEvent> events;
    for (const char c : bytes) {
        const bool secondOfCrLf = c == '\n' && m_afterCr;
        m_afterCr = c == '\r';
        if (secondOfCrLf)
            continue;
        if (c == '\r' || c == '\n')
            endLine(events);
        else if (m_line.size() < mostBytes)
            m_line += c;
    }
    return events;
}

void EventParser::endLine(std::vector<ServerEvent> &events)
{
    const QByteArray whole = std::exchange(m_line, {});
    QByteArrayView line = whole;
    if (std::exchange(m_firstLine, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0) {
        readField(line, {});
        return;
    }
    QByteArrayView value = line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    readField(line.first(colon), value); // A comment is a field without a name
}

void EventParser::readField(QByteArrayView name, QByteArrayView value)
{
    if (name == "event") {
        m_event.name = value.toByteArray();
    } else if (name == "data") {
        if (m_hasData && m_event.data.size() < mostBytes)
            m_event.data += '\n';
        m_hasData = true;
        m_event.data += value.first(qMin(value.size(), mostBytes - m_event.data.size()));
    } else if (name == "id" && !value.contains('\0')) {
        m_event.lastId = value.toByteArray();
    }
}

void EventParser::dispatch(std::vector<ServerEvent> &events)
{
    if (m_hasData) {
        if (m_event.name.isEmpty())
            m_event.name = "message";
        events.push_back(m_event);
    }
    m_event.name.clear();
    m_event.data.clear(); // The id stays, until another comes
    m_hasData = false;
}
