#include "tests/sandbox/mailtext.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sandbox {

namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view wordBegin = "=?UTF-8?B?";
constexpr std::string_view wordEnd = "?=";
constexpr std::size_t wordBytes = 42; ///< 56 characters of base64: with its frame under the 75 of RFC 2047

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; }) &&
           text.find("=?") == std::string_view::npos && text.size() <= 60;
}

std::string withoutControls(std::string_view text)
{
    std::string clean(text);
    for (char &c : clean) {
        if (static_cast<unsigned char>(c) < ' ' || c == 0x7F)
            c = ' ';
    }
    return clean;
}

/// The longest beginning of at most `most` bytes that ends between characters.
std::size_t wholeCharacters(std::string_view utf8, std::size_t most)
{
    if (utf8.size() <= most)
        return utf8.size();
    while (most > 1 && (utf8[most] & 0xC0) == 0x80)
        --most;
    return most;
}

} // namespace

std::string base64(std::string_view bytes)
{
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = 0; j < 3; ++j)
            group = group << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
        for (std::size_t j = 0; j < 4; ++j)
            text += i + j > bytes.size() ? '=' : digits[group >> (18 - 6 * j) & 63];
    }
    return text;
}

std::string fromBase64(std::string_view text)
{
    std::string bytes;
    std::uint32_t group = 0;
    int bits = 0;
    for (const char c : text) {
        const auto value = digits.find(c);
        if (value == std::string_view::npos)
            continue;
        group = group << 6 | std::uint32_t(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += char(group >> bits & 0xFF);
        }
    }
    return bytes;
}

std::string headerText(std::string_view utf8)
{
    const std::string clean = withoutControls(utf8);
    if (isPlain(clean))
        return clean;
    std::string header;
    for (std::string_view rest = clean; !rest.empty();) {
        const std::size_t length = wholeCharacters(rest, wordBytes);
        header.append(header.empty() ? "" : "\r\n ")
            .append(wordBegin)
            .append(base64(rest.substr(0, length)))
            .append(wordEnd);
        rest.remove_prefix(length);
    }
    return header;
}

std::string plainHeader(std::string_view header)
{
    std::string plain;
    bool afterWord = false;
    while (!header.empty()) {
        const bool word = header.compare(0, wordBegin.size(), wordBegin) == 0;
        const std::size_t end =
            word ? header.find(wordEnd, wordBegin.size()) : std::min(header.find("=?"), header.size());
        if (end == std::string_view::npos)
            return plain.append(header);
        const std::string_view part = header.substr(0, end);
        const bool blank = part.find_first_not_of(" \r\n\t") == std::string_view::npos;
        if (word)
            plain += fromBase64(part.substr(wordBegin.size()));
        else if (!(afterWord && blank && end < header.size()))
            plain += part;
        afterWord = word;
        header.remove_prefix(word ? end + wordEnd.size() : end);
    }
    return plain;
}

std::string mailbox(std::string_view name, std::string_view address)
{
    const bool harmless = !address.empty() && std::all_of(address.begin(), address.end(), [](char c) {
        return c > ' ' && c <= '~' && std::string_view("<>()[]\\,;:\"").find(c) == std::string_view::npos;
    });
    const std::string shown = harmless ? std::string(address) : "unusable-address@invalid";
    if (name.empty())
        return "<" + shown + ">";
    // Always as encoded words: a name may hold commas, quotes and brackets.
    const std::string clean = withoutControls(name);
    std::string words;
    for (std::string_view rest = clean; !rest.empty();) {
        const std::size_t length = wholeCharacters(rest, wordBytes);
        words.append(words.empty() ? "" : "\r\n ")
            .append(wordBegin)
            .append(base64(rest.substr(0, length)))
            .append(wordEnd);
        rest.remove_prefix(length);
    }
    return words + "\r\n <" + shown + ">";
}

std::string bodyLines(std::string_view bytes)
{
    constexpr std::size_t lineBytes = 57;
    std::string lines;
    for (std::size_t i = 0; i < bytes.size(); i += lineBytes)
        lines += base64(bytes.substr(i, lineBytes)) + "\r\n";
    return lines;
}

} // namespace sandbox
