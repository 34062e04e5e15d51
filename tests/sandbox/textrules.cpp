#include "tests/sandbox/textrules.h"

#include "tests/sandbox/json.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <regex>

namespace sandbox {

namespace {

/// The value of `\uXXXX` at a place, if there is one.
std::optional<unsigned> escapedUnit(std::string_view json, std::size_t at)
{
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u')
        return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
        if (std::isxdigit(static_cast<unsigned char>(json[i])) == 0)
            return std::nullopt;
        value = value * 16 + unsigned(std::stoi(std::string(1, json[i]), nullptr, 16));
    }
    return value;
}

bool isHigh(unsigned unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

bool isLow(unsigned unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

} // namespace

std::size_t codePoints(std::string_view utf8)
{
    const auto starts = std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; });
    return std::size_t(starts);
}

std::string withoutLoneSurrogates(std::string_view json)
{
    std::string result;
    result.reserve(json.size());
    for (std::size_t i = 0; i < json.size();) {
        const auto unit = escapedUnit(json, i);
        const auto next = unit && isHigh(*unit) ? escapedUnit(json, i + 6) : std::nullopt;
        std::size_t length = json[i] == '\\' ? 2 : 1;
        if (unit)
            length = next && isLow(*next) ? 12 : 6;
        if (length == 6 && (isHigh(*unit) || isLow(*unit)))
            result.append("\\u0000").append(json.substr(i + 2, 4));
        else
            result.append(json.substr(i, length));
        i += length;
    }
    return result;
}

bool holdsNul(std::string_view utf8)
{
    return utf8.find('\0') != std::string_view::npos;
}

bool isId(std::string_view text)
{
    const auto plain = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == ':' || c == '-';
    };
    return !text.empty() && text.size() <= 64 && plain(text.front()) &&
           std::all_of(text.begin(), text.end(), [&plain](char c) { return plain(c) || c == '.'; });
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : std::isxdigit(static_cast<unsigned char>(text[i])) == 0)
            return false;
    }
    return true;
}

bool isClientName(std::string_view text)
{
    static const std::regex form("[A-Za-z0-9._-]{1,64}/[A-Za-z0-9._+-]{1,32}");
    return std::regex_match(text.begin(), text.end(), form);
}

std::string lowerAscii(std::string_view text)
{
    std::string result(text);
    for (char &c : result) {
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    }
    return result;
}

std::string validUtf8(std::string_view bytes)
{
    const Json value = std::string(bytes);
    return Json::parse(text(value)).get<std::string>();
}

} // namespace sandbox
