#pragma once

#include "tests/sandbox/answer.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sandbox {

/// An HTTP request, read whole. Names of headers are in lower case; path and query are decoded.
struct Request
{
    std::string method;
    std::string path;
    std::map<std::string, std::string> query;
    std::map<std::string, std::string> headers;
    std::string body;
    int connection = 0; ///< the relay's name of the connection

    std::string header(const std::string &lowerName) const;
    std::optional<std::string> parameter(const std::string &name) const;
    bool startsWith(std::string_view prefix) const { return path.compare(0, prefix.size(), prefix) == 0; }
    /// The fields of an urlencoded form, as valid UTF-8.
    std::map<std::string, std::string> form() const;
};

/// Sends bytes; false once the connection is gone.
using Write = std::function<bool(std::string_view)>;

/// What is sent back.
struct Reply
{
    int status = 200;
    std::string contentType = "text/plain; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
    bool foreign = false;                      ///< as if something else than the service had answered: no Atlas-Api
    std::optional<std::size_t> cutAt;          ///< the connection ends after so many bytes of the body
    std::function<bool(const Write &)> stream; ///< instead of a body: asked for more until it answers false
    std::function<void(bool)> sent;            ///< told in the end whether all bytes were given to the connection
};

Reply reply(const Answer &answer);
Reply jsonReply(const Json &body, int status = 200);
Reply htmlReply(std::string body, int status = 200);
/// 303 to a path of this service, after a form.
Reply seeOther(const std::string &path);

/// `name=value&...`; a value goes on to the next `&`, whatever is in it.
std::map<std::string, std::string> fieldsOf(std::string_view text, bool plusIsSpace);

/// Undoes `%41`; `+` is a space in forms, and itself in addresses.
std::string urlDecoded(std::string_view text, bool plusIsSpace);
std::string urlEncoded(std::string_view text);

} // namespace sandbox
