#include "tests/hostile/packing.h"

#include "tests/support/catch.h"

#include <zlib.h>

namespace {

constexpr int gzip = 16 + MAX_WBITS;

QByteArray deflated(const QByteArray &bytes, int flush)
{
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzip, 9, Z_DEFAULT_STRATEGY) == Z_OK);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64, '\0');
    QByteArray in = bytes; // zlib takes no const
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(deflate(&stream, flush) >= Z_OK);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

} // namespace

PackedPieces packedPieces(const QByteArray &piece)
{
    constexpr qsizetype headBytes = 10;                      // RFC 1952: without a name or a comment
    const QByteArray stream = deflated(piece, Z_FULL_FLUSH); // Ends at a byte, and remembers nothing
    return {stream.left(headBytes), stream.mid(headBytes)};
}

QByteArray packed(const QByteArray &bytes)
{
    return deflated(bytes, Z_FINISH);
}
