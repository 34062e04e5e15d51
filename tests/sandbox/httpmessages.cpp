#include "tests/sandbox/httpmessages.h"

#include "tests/sandbox/textrules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

namespace sandbox {

std::string Request::header(const std::string &lowerName) const
{
    const auto found = headers.find(lowerName);
    return found == headers.end() ? std::string() : found->second;
}

std::optional<std::string> Request::parameter(const std::string &name) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::nullopt : std::optional(found->second);
}

std::map<std::string, std::string> Request::form() const
{
    std::map<std::string, std::string> fields;
    for (const auto &[name, value] : fieldsOf(body, true)) {
        std::string lines = validUtf8(value);
        lines.erase(std::remove(lines.begin(), lines.end(), '\r'), lines.end()); // browsers send CRLF
        fields[validUtf8(name)] = lines;
    }
    return fields;
}

std::map<std::string, std::string> fieldsOf(std::string_view text, bool plusIsSpace)
{
    std::map<std::string, std::string> fields;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('&', at), text.size());
        const std::string_view pair = text.substr(at, end - at);
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const std::string_view value = equals < pair.size() ? pair.substr(equals + 1) : std::string_view();
        fields[urlDecoded(pair.substr(0, equals), plusIsSpace)] = urlDecoded(value, plusIsSpace);
        at = end + 1;
    }
    return fields;
}

Reply reply(const Answer &answer)
{
    Reply made;
    made.status = answer.status;
    made.contentType = answer.contentType;
    made.body = answer.body;
    if (answer.retryAfterSeconds)
        made.headers.emplace_back("Retry-After", std::to_string(*answer.retryAfterSeconds));
    return made;
}

Reply jsonReply(const Json &body, int status)
{
    Reply made;
    made.status = status;
    made.contentType = "application/json";
    made.body = text(body);
    return made;
}

Reply htmlReply(std::string body, int status)
{
    Reply made;
    made.status = status;
    made.contentType = "text/html; charset=utf-8";
    made.body = std::move(body);
    return made;
}

Reply seeOther(const std::string &path)
{
    Reply made;
    made.status = 303;
    made.headers.emplace_back("Location", path);
    return made;
}

std::string urlDecoded(std::string_view text, bool plusIsSpace)
{
    const auto isHex = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && isHex(text[i + 1]) && isHex(text[i + 2])) {
            decoded += char(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
            i += 2;
        } else {
            decoded += text[i] == '+' && plusIsSpace ? ' ' : text[i];
        }
    }
    return decoded;
}

std::string urlEncoded(std::string_view text)
{
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.') {
            encoded += c;
            continue;
        }
        std::array<char, 4> hex{};
        std::snprintf(hex.data(), hex.size(), "%%%02X", unsigned(byte));
        encoded += hex.data();
    }
    return encoded;
}

} // namespace sandbox
