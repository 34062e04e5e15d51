#include "core/api/exchange.h"

#include "core/api/httpheaders.h"

#include <QNetworkReply>
#include <QSslError>

#include <utility>

Exchange::Exchange(QNetworkReply *reply, qint64 mostBytes, Answered answered)
    : m_reply(reply)
    , m_mostBytes(mostBytes)
    , m_answered(std::move(answered))
{
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::read);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
    // Qt sends again by itself where the peer closes without an answer.
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { ++m_sent; });
    // Never ignored: Qt ends the handshake, and nothing of the request is sent.
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_distrust += (m_distrust.isEmpty() ? QString() : QStringLiteral("; ")) + error.errorString();
    });
}

Exchange::~Exchange()
{
    m_reply->disconnect(this);
    m_reply->abort();
}

void Exchange::read()
{
    m_body += m_reply->readAll();
    if (m_body.size() <= m_mostBytes)
        return;
    m_tooLarge = true;
    m_body.clear();
    m_reply->abort(); // Comes back through finish()
}

void Exchange::finish()
{
    if (!m_tooLarge && m_reply->isOpen())
        m_body += m_reply->readAll();
    // From the event loop: who is answered may destroy everything here, the reply that is calling now included.
    QMetaObject::invokeMethod(this, &Exchange::answer, Qt::QueuedConnection);
}

void Exchange::answer()
{
    const Answered answered = std::exchange(m_answered, nullptr);
    answered(response());
}

Response Exchange::response() const
{
    Response response;
    if (!m_distrust.isEmpty()) {
        response.failure = Response::Failure::Untrusted;
        response.detail = m_distrust;
        return response;
    }
    if (m_tooLarge || m_body.size() > m_mostBytes || !isWhole(*m_reply)) {
        response.detail = m_tooLarge ? QStringLiteral("larger than we take") : describe(*m_reply);
        return response;
    }
    response = readHead(*m_reply);
    response.failure = Response::Failure::None;
    response.body = m_body;
    response.sentTwice = m_sent > 1;
    response.detail = describe(*m_reply);
    return response;
}
