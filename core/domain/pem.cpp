#include "core/domain/pem.h"

namespace {

/// One sequence, as long as it says it is: what every certificate is from its first byte to its last.
bool isSequence(const QByteArray &der)
{
    constexpr uchar sequence = 0x30;
    constexpr uchar longForm = 0x80;
    const auto at = [&der](qsizetype i) { return uchar(der.at(i)); };
    if (der.size() < 2 || at(0) != sequence)
        return false;
    if (at(1) < longForm)
        return der.size() == 2 + at(1);
    const int bytes = at(1) - longForm;
    if (bytes < 1 || bytes > 4 || der.size() < 2 + bytes)
        return false;
    qint64 length = 0;
    for (int i = 0; i < bytes; ++i)
        length = length * 256 + at(2 + i);
    return der.size() == 2 + bytes + length;
}

} // namespace

bool holdsCertificate(const QByteArray &pem)
{
    static const QByteArray begin("-----BEGIN CERTIFICATE-----");
    static const QByteArray end("-----END CERTIFICATE-----");
    for (qsizetype from = pem.indexOf(begin); from >= 0; from = pem.indexOf(begin, from)) {
        from += begin.size();
        const qsizetype to = pem.indexOf(end, from);
        if (to < 0)
            return false;
        if (isSequence(QByteArray::fromBase64(pem.mid(from, to - from))))
            return true;
    }
    return false;
}
