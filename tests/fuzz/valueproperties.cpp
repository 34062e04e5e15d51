#include "tests/fuzz/properties.h"

#include "core/api/codec.h"
#include "core/api/httpheaders.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace std::chrono;
using namespace Qt::Literals::StringLiterals;

namespace {

// The years that can be written: RFC 3339 has four digits.
constexpr Instant earliest = sys_days(year{0} / January / 1);
constexpr Instant latest = sys_days(year{10000} / January / 1) - milliseconds(1);

/// Any moment is written as a time that reads as this moment, or the nearest that can be written.
QString writtenFault(Instant instant)
{
    const QString written = writeTime(instant);
    if (readTime(written) != std::clamp(instant, earliest, latest))
        return u"a moment is written as "_s + written + u", which is another"_s;
    return {};
}

QString readFault(const QString &text, Instant time)
{
    if (readTime(text.toLower()) != time)
        return u"small letters make another time"_s;
    if (readTime(text + u'0') || readTime(u'0' + text))
        return u"a time with something before or behind it is one"_s;
    if (text.endsWith(u'Z') && readTime(text.chopped(1) + u"+00:00"_s) != time)
        return u"+00:00 is not Z"_s;
    return writtenFault(time);
}

QString dateFault(const QByteArray &value)
{
    const std::optional<Instant> date = readHttpDate(value);
    if (!date)
        return {};
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*date), QTimeZone::utc());
    const QString written = QLocale::c().toString(moment, u"ddd, dd MMM yyyy hh:mm:ss"_s) + u" GMT"_s;
    if (QString::fromLatin1(value).trimmed().compare(written, Qt::CaseInsensitive) != 0)
        return u"a date is read as "_s + written + u", which is another"_s;
    return {};
}

QString retryFault(const QByteArray &value, const std::optional<Instant> &date)
{
    const std::optional<Milliseconds> wait = readRetryAfter(value, date);
    if (wait && (*wait < 0ms || *wait > 1h))
        return u"a wait is less than none or longer than an hour"_s;
    const QByteArray text = value.trimmed();
    bool isNumber = !text.isEmpty() && text.size() < 10;
    for (const char c : text)
        isNumber = isNumber && c >= '0' && c <= '9';
    if (isNumber && wait != std::min<Milliseconds>(seconds(text.toLongLong()), 1h))
        return u"seconds are not read as these seconds"_s;
    if (wait && !isNumber && text.size() < 10)
        return u"a wait was made of what is neither seconds nor a date"_s;
    return {};
}

QString typeFault(const QByteArray &value)
{
    const QByteArray type = mediaType(value);
    const bool clean = type == type.toLower() && type == type.trimmed() && !type.contains(';');
    if (!clean || mediaType(type) != type || mediaType(value + ";charset=x") != type)
        return u"a media type can't be compared"_s;
    return {};
}

} // namespace

QString timeFault(const QByteArray &input)
{
    if (input.size() == 8) {
        qint64 ms = 0;
        std::copy(input.begin(), input.end(), reinterpret_cast<char *>(&ms));
        if (const QString fault = writtenFault(instantFromMs(ms)); !fault.isEmpty())
            return fault;
    }
    const QString text = QString::fromUtf8(input);
    const std::optional<Instant> time = readTime(text);
    return time ? readFault(text, *time) : QString();
}

QString headersFault(const QByteArray &input)
{
    const QList<QByteArray> lines = input.split('\n');
    const QByteArray retryAfter = lines.value(0);
    const QByteArray date = lines.value(1);
    for (const QString &fault : {dateFault(retryAfter), dateFault(date), retryFault(retryAfter, readHttpDate(date)),
                                 retryFault(retryAfter, {}), typeFault(lines.value(2))}) {
        if (!fault.isEmpty())
            return fault;
    }
    return {};
}
