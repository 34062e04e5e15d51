#include "core/api/httpheaders.h"

#include <QDateTime>
#include <QLocale>
#include <QMetaEnum>
#include <QNetworkReply>
#include <QTimeZone>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr Milliseconds longestRetryAfter = 1h;

bool isDigits(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<Instant> readHttpDate(const QByteArray &value)
{
    // "Mon, 23 Nov 2026 09:30:00 GMT". Date and time apart: as one local time, an hour a year would not exist.
    const QString text = QString::fromLatin1(value).trimmed();
    const QDate date = QLocale::c().toDate(text.left(16), QStringLiteral("ddd, dd MMM yyyy"));
    const QTime time = QTime::fromString(text.mid(17, 8), QStringLiteral("hh:mm:ss"));
    if (!date.isValid() || !time.isValid() || text.at(16) != u' ' || text.mid(25) != QLatin1StringView(" GMT"))
        return std::nullopt;
    return instantFromMs(QDateTime(date, time, QTimeZone::utc()).toMSecsSinceEpoch());
}

std::optional<Milliseconds> readRetryAfter(const QByteArray &value, const std::optional<Instant> &date)
{
    const QByteArray text = value.trimmed();
    if (isDigits(text)) {
        bool fits = false;
        const std::chrono::seconds asked(text.toInt(&fits));
        return fits ? std::min<Milliseconds>(asked, longestRetryAfter) : longestRetryAfter;
    }
    const std::optional<Instant> until = readHttpDate(text);
    if (!until || !date)
        return std::nullopt;
    return std::clamp<Milliseconds>(*until - *date, 0ms, longestRetryAfter);
}

QByteArray mediaType(const QByteArray &value)
{
    const qsizetype semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.left(semicolon)).trimmed().toLower();
}

Response readHead(const QNetworkReply &reply)
{
    Response head;
    head.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    head.fromService = reply.rawHeader("Atlas-Api") == "1";
    head.contentType = mediaType(reply.rawHeader("Content-Type"));
    head.date = readHttpDate(reply.rawHeader("Date"));
    head.retryAfter = readRetryAfter(reply.rawHeader("Retry-After"), head.date);
    return head;
}

bool isWhole(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply.error();
    if (error == QNetworkReply::NoError)
        return status != 0;
    // Qt makes an error of every 4xx and 5xx too, with codes from 201. Below are losses on the way and a proxy's
    // troubles; among those above, with another status, are bodies that could not be unpacked.
    const bool fromContent = error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolFailure;
    return fromContent && status >= 400;
}

QString describe(const QNetworkReply &reply)
{
    const auto errors = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return QStringLiteral("%1, status %2").arg(QLatin1StringView(errors.valueToKey(reply.error()))).arg(status);
}
