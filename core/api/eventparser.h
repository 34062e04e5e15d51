#pragma once

#include <QByteArray>

#include <vector>

/// One event of a text/event-stream.
struct ServerEvent
{
    QByteArray name; ///< "message" where the stream gave none
    QByteArray data;
    QByteArray lastId;

    friend bool operator==(const ServerEvent &, const ServerEvent &) = default;
};

/// The event stream format of WHATWG HTML, 9.2.6: lines end with CR, LF or CRLF, bytes come in pieces of any size.
/// `retry` is ignored: the engine has its own pace. Of a line or an event's data only the first 64 KiB are kept. Pure.
class EventParser
{
public:
    /// The events that these bytes completed.
    [[nodiscard]] std::vector<ServerEvent> feed(QByteArrayView bytes);

private:
    void endLine(std::vector<ServerEvent> &events);
    void readField(QByteArrayView name, QByteArrayView value);
    void dispatch(std::vector<ServerEvent> &events);

    QByteArray m_line;
    ServerEvent m_event;
    bool m_hasData = false;
    bool m_afterCr = false;
    bool m_firstLine = true;
};
