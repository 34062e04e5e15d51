#include "core/api/exchange.h"

#include "core/api/httpheaders.h"

#include <QNetworkReply>
#include <QSslError>
#include <QTimer>

#include <utility>

namespace {

// Read in pieces: what is packed may become far more than is taken before anybody looks at its size.
constexpr qint64 pieceBytes = 256 * 1024;

} // namespace

Exchange::Exchange(QNetworkReply *reply, qint64 mostBytes, Milliseconds longest, Answered answered)
    : m_reply(reply)
    , m_mostBytes(mostBytes)
    , m_answered(std::move(answered))
{
    m_reply->setParent(this);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::read);
    connect(m_reply, &QNetworkReply::errorOccurred, this, &Exchange::giveUpWhatCantBeUnpacked, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
    // Qt sends again by itself where the peer closes without an answer.
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { ++m_sent; });
    // Never ignored: Qt ends the handshake, and nothing of the request is sent.
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_distrust += (m_distrust.isEmpty() ? QString() : QStringLiteral("; ")) + error.errorString();
    });
    // Every byte that comes restarts Qt's own time-out: whoever sends one now and then would never be given up.
    QTimer::singleShot(longest, this, [this] {
        if (!m_reply->isFinished())
            giveUp(QStringLiteral("took longer than we wait"));
    });
}

Exchange::~Exchange()
{
    m_reply->disconnect(this);
    m_reply->abort();
}

void Exchange::read()
{
    while (m_gaveUp.isEmpty()) {
        const QByteArray piece = m_reply->read(pieceBytes);
        if (piece.isEmpty())
            return;
        m_body += piece;
        if (m_body.size() > m_mostBytes)
            giveUp(QStringLiteral("larger than we take"));
    }
}

void Exchange::giveUpWhatCantBeUnpacked()
{
    // Qt says so of a bomb or a damaged body, and then waits for its end, which may never come. With 4xx and 5xx it
    // makes an error of the status, too, and that one is an answer.
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_reply->error() == QNetworkReply::UnknownContentError && status < 400 && !m_reply->isFinished())
        giveUp(describe(*m_reply));
}

void Exchange::giveUp(const QString &why)
{
    m_gaveUp = why;
    m_hadBegun = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
    m_body = {};
    if (!m_reply->isFinished())
        m_reply->abort(); // Comes back through finish()
}

void Exchange::finish()
{
    if (m_reply->isOpen())
        read();
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
    if (!m_gaveUp.isEmpty() || !isWhole(*m_reply)) {
        response.detail = m_gaveUp.isEmpty() ? describe(*m_reply) : m_gaveUp;
        response.tooMuch = m_hadBegun;
        return response;
    }
    response = readHead(*m_reply);
    response.failure = Response::Failure::None;
    response.body = m_body;
    response.sentTwice = m_sent > 1;
    response.detail = describe(*m_reply);
    return response;
}
