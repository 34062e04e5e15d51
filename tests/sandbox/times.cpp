#include "tests/sandbox/times.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <regex>

namespace sandbox {

namespace {

using namespace std::chrono;

struct Parts
{
    int year;
    int month;
    int day;
    int weekday;
    int hour;
    int minute;
    int second;
};

constexpr std::array dayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

Parts split(Millis time)
{
    const sys_time<milliseconds> point{milliseconds(time)};
    const auto midnight = floor<days>(point);
    const year_month_day date{midnight};
    const hh_mm_ss clock{floor<seconds>(point) - midnight};
    return {int(date.year()),
            int(unsigned(date.month())),
            int(unsigned(date.day())),
            int(weekday{midnight}.c_encoding()),
            int(clock.hours().count()),
            int(clock.minutes().count()),
            int(clock.seconds().count())};
}

template <typename... Values>
std::string formatted(const char *format, Values... values)
{
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, values...);
    return {buffer.data(), std::size_t(length)};
}

std::string named(const char *format, Millis time)
{
    const Parts at = split(time);
    return formatted(format, dayNames[std::size_t(at.weekday)], at.day, monthNames[std::size_t(at.month - 1)], at.year,
                     at.hour, at.minute, at.second);
}

Millis offsetMs(const std::smatch &match)
{
    if (!match[8].matched)
        return 0;
    const Millis minutes = std::stoi(match[9]) * 60 + std::stoi(match[10]);
    return (match[8] == "-" ? -minutes : minutes) * 60 * secondMs;
}

} // namespace

Millis wallClock()
{
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string rfc3339(Millis time)
{
    const Parts at = split(time);
    return formatted("%04d-%02d-%02dT%02d:%02d:%02dZ", at.year, at.month, at.day, at.hour, at.minute, at.second);
}

std::optional<Millis> parseRfc3339(const std::string &text)
{
    static const std::regex form(
        R"((\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d{1,18})?(?:[Zz]|([+-])(\d\d):(\d\d)))");
    std::smatch match;
    if (!std::regex_match(text, match, form))
        return std::nullopt;
    const year_month_day date{year(std::stoi(match[1])), month(unsigned(std::stoi(match[2]))),
                              day(unsigned(std::stoi(match[3])))};
    const int hour = std::stoi(match[4]);
    const int minute = std::stoi(match[5]);
    const int second = std::stoi(match[6]);
    if (!date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    const Millis midnight = duration_cast<milliseconds>(sys_days(date).time_since_epoch()).count();
    const Millis fraction = match[7].matched ? Millis(std::stod("0" + match[7].str()) * 1000) : 0;
    return midnight + hour * hourMs + minute * 60 * secondMs + second * secondMs + fraction - offsetMs(match);
}

std::string httpDate(Millis time)
{
    return named("%s, %02d %s %04d %02d:%02d:%02d GMT", time);
}

std::string mailDate(Millis time)
{
    return named("%s, %02d %s %04d %02d:%02d:%02d +0000", time);
}

} // namespace sandbox
