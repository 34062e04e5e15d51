#include "app/instancechannel.h"

#include "app/platform.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

namespace {

constexpr int mostCallers = 8;
const QByteArray done = "ok\n";

QString nameOf(const QString &dataDir)
{
    const QFileInfo folder(dataDir);
    const QString canonical = folder.exists() ? folder.canonicalFilePath() : QDir::cleanPath(folder.absoluteFilePath());
    QByteArray whose = canonical.toUtf8();
    for (const char *variable : {"USERDOMAIN", "USERNAME", "USER"})
        whose += '\n' + qgetenv(variable);
    const QByteArray hash = QCryptographicHash::hash(whose, QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("atlas-") + QString::fromLatin1(hash);
}

int left(const QDeadlineTimer &deadline)
{
    return int(std::max<qint64>(deadline.remainingTime(), 1));
}

} // namespace

InstanceChannel::InstanceChannel(Milliseconds patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
    , m_server(std::make_unique<QLocalServer>())
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &InstanceChannel::takeCallers);
}

InstanceChannel::~InstanceChannel() = default;

bool InstanceChannel::listen(const QString &place)
{
    if (place.isEmpty())
        return false;
    QLocalServer::removeServer(place);
    return m_server->listen(place);
}

void InstanceChannel::takeCallers()
{
    while (QLocalSocket *caller = m_server->nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        if (m_server->findChildren<QLocalSocket *>().size() > mostCallers) {
            caller->abort();
            continue;
        }
        caller->setReadBufferSize(longestSummons + 1);
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { hear(caller); });
        QTimer::singleShot(m_patience, caller, [caller] { caller->abort(); });
        hear(caller);
    }
}

void InstanceChannel::hear(QLocalSocket *caller)
{
    const QByteArray heard = caller->peek(longestSummons + 1);
    const bool whole = heard.contains('\n');
    if (!whole && heard.size() < longestSummons)
        return; // There may be more to come
    const std::optional<Summons> summons = readSummons(heard);
    if (!summons) {
        caller->abort();
        return;
    }
    caller->disconnect(this); // One message a connection
    emit summoned(*summons);
    caller->write(done);
    caller->disconnectFromServer();
}

Handover handOver(const QString &place, const Summons &summons, Milliseconds patience)
{
    if (place.isEmpty())
        return Handover::Nobody;
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    socket.connectToServer(place);
    if (!socket.waitForConnected(left(deadline)))
        return socket.error() == QLocalSocket::SocketTimeoutError ? Handover::NoAnswer : Handover::Nobody;
    socket.write(writeSummons(summons));
    QByteArray answer;
    while (answer != done) {
        if (!socket.waitForReadyRead(left(deadline)))
            return deadline.hasExpired() ? Handover::NoAnswer : Handover::Nobody; // It is about to end
        answer += socket.read(done.size());
        if (!done.startsWith(answer))
            return Handover::NoAnswer; // Another program, or one of ours that speaks otherwise
    }
    return Handover::Taken;
}

QString channelPlace(const QString &dataDir)
{
    return platformChannelPlace(nameOf(dataDir), dataDir);
}
