#include "tests/hostile/pour.h"

#include <QTimer>

#include <memory>

namespace {

constexpr qint64 mostWaiting = 256 * 1024;

} // namespace

void pour(QSslSocket *socket, const QByteArray &head, const QByteArray &piece, qint64 *poured)
{
    const auto more = [socket, piece, poured] {
        while (socket->bytesToWrite() + socket->encryptedBytesToWrite() < mostWaiting) {
            if (socket->write(piece) < 0)
                return;
            if (poured)
                *poured += piece.size();
        }
    };
    QObject::connect(socket, &QSslSocket::encryptedBytesWritten, socket, more);
    socket->write(head);
    more();
}

void drip(QSslSocket *socket, const QByteArray &bytes, std::chrono::milliseconds between)
{
    auto *tap = new QTimer(socket);
    auto at = std::make_shared<qsizetype>(0);
    QObject::connect(tap, &QTimer::timeout, socket, [socket, bytes, at] {
        socket->write(bytes.mid(*at, 1));
        *at = qMin(*at + 1, bytes.size() - 1);
    });
    tap->start(between);
}

QByteArray openHead(const QByteArray &headers, int status)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\nAtlas-Api: 1\r\n" + headers + "\r\n";
}
