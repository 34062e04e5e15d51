#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sandbox {

/// Number of Unicode code points of valid UTF-8.
std::size_t codePoints(std::string_view utf8);

/// JSON text in which every escaped lone surrogate is written as an escaped NUL and its digits. Both are refused in the
/// same words, and a JSON library can read the result, so that the member at fault can be named.
std::string withoutLoneSurrogates(std::string_view json);

/// Whether the text holds U+0000.
bool holdsNul(std::string_view utf8);

/// `[A-Za-z0-9_:-][A-Za-z0-9_.:-]{0,63}`
bool isId(std::string_view text);

/// 8-4-4-4-12 hexadecimal digits, in any case.
bool isUuid(std::string_view text);

/// `name/version` of the Atlas-Client header.
bool isClientName(std::string_view text);

std::string lowerAscii(std::string_view text);

/// Valid UTF-8: what was not is replaced by U+FFFD.
std::string validUtf8(std::string_view bytes);

} // namespace sandbox
