#include "core/domain/version.h"

#include <algorithm>

std::optional<Version> Version::parse(const QString &text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (text.isEmpty() || text.size() > 19 || !std::all_of(text.begin(), text.end(), isDigit))
        return std::nullopt;
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok)
        return std::nullopt;
    return Version{number};
}
