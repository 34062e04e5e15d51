#include "ui/common/phrases.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace {

enum class Unit { Minutes, Hours, Days };

/// A length as people say it: minutes up to an hour, hours up to two days, then days. Always rounded down: nobody is
/// told of time that is not there.
struct Length
{
    Unit unit = Unit::Minutes;
    int count = 0;
};

Length lengthOf(Milliseconds span)
{
    using namespace std::chrono;
    constexpr long long most = 9'999'999;
    const auto whole = [most](long long n) { return int(std::min(n, most)); };
    if (span < hours(1))
        return {Unit::Minutes, whole(duration_cast<minutes>(span).count())};
    if (span < hours(48))
        return {Unit::Hours, whole(duration_cast<hours>(span).count())};
    return {Unit::Days, whole(duration_cast<hours>(span).count() / 24)};
}

QDateTime local(Instant then)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(then)).toLocalTime();
}

/// The locale's short time without seconds, which some locales have in it.
QString clockTime(const QDateTime &when)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(QLatin1StringView(":ss"));
    return locale.toString(when.time(), format);
}

} // namespace

QString Phrases::ago(Instant then, Instant now)
{
    const Length length = lengthOf(std::max(Milliseconds(0), now - then));
    switch (length.unit) {
    case Unit::Minutes:
        return length.count == 0 ? tr("just now") : tr("%Ln min ago", nullptr, length.count);
    case Unit::Hours:
        return tr("%Ln h ago", nullptr, length.count);
    case Unit::Days:
        return tr("%Ln d ago", nullptr, length.count);
    }
    return {};
}

QString Phrases::spokenAgo(Instant then, Instant now)
{
    // English has no catalogue of its own, so one of a thing has its own sentence.
    const Length length = lengthOf(std::max(Milliseconds(0), now - then));
    switch (length.unit) {
    case Unit::Minutes:
        if (length.count == 0)
            return tr("just now");
        return length.count == 1 ? tr("1 minute ago") : tr("%Ln minutes ago", nullptr, length.count);
    case Unit::Hours:
        return length.count == 1 ? tr("1 hour ago") : tr("%Ln hours ago", nullptr, length.count);
    case Unit::Days:
        return tr("%Ln days ago", nullptr, length.count);
    }
    return {};
}

QString Phrases::answerIn(Instant due, Instant now)
{
    const bool overdue = due <= now;
    const Length length = lengthOf(overdue ? now - due : due - now);
    switch (length.unit) {
    case Unit::Minutes:
        if (length.count == 0)
            return overdue ? tr("due now") : tr("answer in under 1 min");
        return overdue ? tr("%Ln min overdue", nullptr, length.count) : tr("answer in %Ln min", nullptr, length.count);
    case Unit::Hours:
        return overdue ? tr("%Ln h overdue", nullptr, length.count) : tr("answer in %Ln h", nullptr, length.count);
    case Unit::Days:
        return overdue ? tr("%Ln d overdue", nullptr, length.count) : tr("answer in %Ln d", nullptr, length.count);
    }
    return {};
}

QString Phrases::spokenAnswerIn(Instant due, Instant now)
{
    const bool overdue = due <= now;
    const Length length = lengthOf(overdue ? now - due : due - now);
    const int n = length.count;
    switch (length.unit) {
    case Unit::Minutes:
        if (n == 0)
            return overdue ? tr("due now") : tr("answer within a minute");
        if (n == 1)
            return overdue ? tr("overdue by 1 minute") : tr("answer within 1 minute");
        return overdue ? tr("overdue by %Ln minutes", nullptr, n) : tr("answer within %Ln minutes", nullptr, n);
    case Unit::Hours:
        if (n == 1)
            return overdue ? tr("overdue by 1 hour") : tr("answer within 1 hour");
        return overdue ? tr("overdue by %Ln hours", nullptr, n) : tr("answer within %Ln hours", nullptr, n);
    case Unit::Days:
        return overdue ? tr("overdue by %Ln days", nullptr, n) : tr("answer within %Ln days", nullptr, n);
    }
    return {};
}

QString Phrases::moment(Instant then, Instant now)
{
    const QDateTime when = local(then);
    const bool thisYear = when.date().year() == local(now).date().year();
    const QString format =
        thisYear ? tr("ddd d MMM", "a date of this year") : tr("ddd d MMM yyyy", "a date of another year");
    return tr("%1, %2", "date, time of day").arg(QLocale().toString(when.date(), format), clockTime(when));
}

QString Phrases::day(Instant then)
{
    return QLocale().toString(local(then).date(), tr("d MMM yyyy", "a day"));
}

QString Phrases::timeOfDay(Instant then, Instant now)
{
    const QDateTime when = local(then);
    return when.date() == local(now).date() ? clockTime(when) : moment(then, now);
}
