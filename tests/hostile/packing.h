#pragma once

#include <QByteArray>

/// The beginning of a gzip stream, and a piece of it that becomes `piece` each time it comes again.
struct PackedPieces
{
    QByteArray head;
    QByteArray piece;
};
[[nodiscard]] PackedPieces packedPieces(const QByteArray &piece);

/// A whole gzip file.
[[nodiscard]] QByteArray packed(const QByteArray &bytes);
