#include "core/api/codec.h"

#include <algorithm>

using namespace std::chrono;

namespace {

/// What of a text has not been read yet.
class Scanner
{
public:
    explicit Scanner(QStringView text)
        : m_rest(text)
    {}

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] bool startsWithDigit() const
    {
        return !m_rest.isEmpty() && m_rest.front() >= u'0' && m_rest.front() <= u'9';
    }

    bool take(char16_t expected)
    {
        if (m_rest.isEmpty() || m_rest.front() != expected)
            return false;
        m_rest = m_rest.mid(1);
        return true;
    }

    bool takeEither(char16_t a, char16_t b) { return take(a) || take(b); }

    /// Exactly `digits` ASCII digits, at most `most`.
    std::optional<int> number(int digits, int most)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            if (!startsWithDigit())
                return std::nullopt;
            value = 10 * value + (m_rest.front().unicode() - u'0');
            m_rest = m_rest.mid(1);
        }
        return value <= most ? std::optional(value) : std::nullopt;
    }

private:
    QStringView m_rest;
};

std::optional<sys_days> readDate(Scanner &in)
{
    const auto y = in.number(4, 9999);
    const bool dash = in.take(u'-');
    const auto m = in.number(2, 12);
    const bool dash2 = in.take(u'-');
    const auto d = in.number(2, 31);
    if (!y || !dash || !m || !dash2 || !d)
        return std::nullopt;
    const year_month_day date(year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)});
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

std::optional<minutes> readHourAndMinute(Scanner &in)
{
    const auto h = in.number(2, 23);
    const bool colon = in.take(u':');
    const auto m = in.number(2, 59);
    if (!h || !colon || !m)
        return std::nullopt;
    return hours(*h) + minutes(*m);
}

/// Any number of digits; what is finer than a millisecond is dropped.
std::optional<milliseconds> readFraction(Scanner &in)
{
    if (!in.take(u'.'))
        return milliseconds(0);
    if (!in.startsWithDigit())
        return std::nullopt;
    int value = 0;
    for (int weight = 100; in.startsWithDigit(); weight /= 10)
        value += weight * in.number(1, 9).value_or(0);
    return milliseconds(value);
}

std::optional<minutes> readOffset(Scanner &in)
{
    if (in.takeEither(u'Z', u'z'))
        return minutes(0);
    const bool east = in.take(u'+');
    if (!east && !in.take(u'-'))
        return std::nullopt;
    const auto offset = readHourAndMinute(in);
    if (!offset)
        return std::nullopt;
    return east ? *offset : -*offset;
}

} // namespace

std::optional<Instant> readTime(const QString &text)
{
    Scanner in(text);
    const auto date = readDate(in);
    const bool t = in.takeEither(u'T', u't');
    const auto hourAndMinute = readHourAndMinute(in);
    const bool colon = in.take(u':');
    const auto second = in.number(2, 60); // 60: a leap second; the same moment as the next minute's first
    if (!date || !t || !hourAndMinute || !colon || !second)
        return std::nullopt;
    const auto fraction = readFraction(in);
    const auto offset = readOffset(in);
    if (!fraction || !offset || !in.atEnd())
        return std::nullopt;
    return *date + *hourAndMinute + seconds(*second) + *fraction - *offset;
}

QString writeTime(Instant instant)
{
    // RFC 3339 has four digits for a year: a clock that is further off is written as the nearest moment that has.
    constexpr Instant earliest = sys_days(year{0} / January / 1);
    constexpr Instant latest = sys_days(year{10000} / January / 1) - milliseconds(1);
    const Instant written = std::clamp(instant, earliest, latest);
    const sys_days date = floor<days>(written);
    const year_month_day ymd(date);
    const hh_mm_ss<milliseconds> time(written - date);
    QString text = QString::asprintf("%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(ymd.year()),
                                     static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()),
                                     static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                                     static_cast<int>(time.seconds().count()));
    if (time.subseconds().count() != 0)
        text += QString::asprintf(".%03d", static_cast<int>(time.subseconds().count()));
    return text + u'Z';
}
