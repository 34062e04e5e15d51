#pragma once

#include "core/api/transport.h"

#include <QObject>

class QNetworkReply;

/// One request under way: collects its answer, at most `mostBytes` of it and for at most `longest`, and gives it away
/// once, by `answered`, which may destroy this; not at all where it is destroyed before. Thread: the reply's.
class Exchange final : public QObject
{
public:
    using Answered = std::function<void(const Response &)>;

    /// Takes the reply.
    Exchange(QNetworkReply *reply, qint64 mostBytes, Milliseconds longest, Answered answered);
    ~Exchange() override;

private:
    void read();
    void giveUpWhatCantBeUnpacked();
    void giveUp(const QString &why);
    void finish();
    void answer();
    [[nodiscard]] Response response() const;

    QNetworkReply *m_reply;
    qint64 m_mostBytes;
    Answered m_answered;
    QByteArray m_body;
    QString m_distrust; ///< What was wrong with the certificate
    QString m_gaveUp;   ///< Why the answer was not waited for; empty: it was
    bool m_hadBegun = false; ///< When it was given up: its head had come
    int m_sent = 0;     ///< How often the request went out
};
