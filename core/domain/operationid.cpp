#include "core/domain/operationid.h"

OperationId OperationId::fromRandom(quint64 high, quint64 low)
{
    // RFC 4122, 4.4: version in the high half's bits 12-15, variant in the low half's top two.
    high = (high & 0xffffffffffff0fffULL) | 0x0000000000004000ULL;
    low = (low & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
    const auto byteOf = [low](int i) { return static_cast<uchar>(low >> (56 - 8 * i)); };
    return OperationId(QUuid(static_cast<uint>(high >> 32), static_cast<ushort>(high >> 16), static_cast<ushort>(high),
                             byteOf(0), byteOf(1), byteOf(2), byteOf(3), byteOf(4), byteOf(5), byteOf(6), byteOf(7)));
}
