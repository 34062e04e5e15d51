#pragma once

#include "tests/api/scriptedserver.h"

/// Writes `head`, then `piece` again and again as fast as the other side takes it, until the connection ends. Little of
/// it waits on this side. `poured` counts the bytes of the pieces, where it is given; it outlives the connection.
void pour(QSslSocket *socket, const QByteArray &head, const QByteArray &piece, qint64 *poured = nullptr);

/// Writes one byte each time that this many milliseconds have gone by, and the last for ever.
void drip(QSslSocket *socket, const QByteArray &bytes, std::chrono::milliseconds between);

/// The head of an answer of the service that says nothing of its body's length.
[[nodiscard]] QByteArray openHead(const QByteArray &headers = "Content-Type: application/json\r\n", int status = 200);
