#pragma once

#include "core/api/eventparser.h"
#include "core/api/transport.h"

#include <QObject>

class QNetworkReply;

/// One connection to /v1/events: from its reply to the calls of an EventHandler. `ended` comes once and last; nothing
/// comes after this is destroyed, which every call of the handler may do. Thread: the reply's.
class EventStream final : public QObject
{
public:
    /// Takes the reply.
    EventStream(QNetworkReply *reply, EventHandler handler);
    ~EventStream() override;

private:
    void readHeaders();
    void read();
    void readEvents(const QByteArray &bytes);
    void finish();
    void tell(const std::function<void()> &call);
    void end(EventHandler::Ended why, std::optional<Milliseconds> retryAfter = {});

    QNetworkReply *m_reply;
    EventHandler m_handler;
    EventParser m_parser;
    QByteArray m_body; ///< Of an answer that is no stream: a problem
    bool m_open = false;
    bool m_ended = false;
};
