#include "ui/common/sendabletext.h"

#include <algorithm>

namespace {

/// How many UTF-16 units the character at `at` has: 0 where it is half a surrogate pair.
qsizetype unitsAt(const QString &text, qsizetype at)
{
    const QChar c = text.at(at);
    if (!c.isSurrogate())
        return 1;
    return c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate() ? 2 : 0;
}

} // namespace

qsizetype codePoints(const QString &text)
{
    qsizetype count = 0;
    for (qsizetype at = 0; at < text.size(); at += std::max<qsizetype>(1, unitsAt(text, at)))
        ++count;
    return count;
}

bool isSendable(const QString &text)
{
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype units = unitsAt(text, at);
        if (units == 0 || text.at(at).isNull())
            return false;
        at += units;
    }
    return true;
}

QString sendable(const QString &text)
{
    if (isSendable(text))
        return text;
    QString kept;
    kept.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype units = unitsAt(text, at);
        if (units > 0 && !text.at(at).isNull())
            kept += QStringView(text).mid(at, units);
        at += std::max<qsizetype>(1, units);
    }
    return kept;
}
