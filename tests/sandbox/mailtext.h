#pragma once

#include <string>
#include <string_view>

namespace sandbox {

std::string base64(std::string_view bytes);
std::string fromBase64(std::string_view text);

/// A header's text in one logical line: encoded words (RFC 2047) where it isn't plain ASCII, folded; control characters
/// become spaces, so that nobody can begin a header of their own.
std::string headerText(std::string_view utf8);

/// Undoes headerText.
std::string plainHeader(std::string_view header);

/// `name <address>`; an address that isn't plain ASCII without spaces becomes a harmless one.
std::string mailbox(std::string_view name, std::string_view address);

/// Base64 in lines of 76 characters, ended by CRLF.
std::string bodyLines(std::string_view bytes);

} // namespace sandbox
