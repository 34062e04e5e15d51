#pragma once

#include "tests/sandbox/answer.h"
#include "tests/sandbox/json.h"

#include <optional>
#include <string>

namespace sandbox {

/// A request body is at most this many bytes.
constexpr std::size_t longestBody = 64 * 1024;

/// What the body's shape is at fault in (400): a known type, the required members, their JSON types, the patterns of
/// ids. Nothing where the shape is right.
std::optional<std::string> shapeFault(const Json &operation);

/// The first member (422) that holds NUL or a lone surrogate, is of the wrong length or no RFC 3339 time. What needs
/// knowledge of the practice (reasons, members, limits) is judged elsewhere.
std::optional<Answer> memberFault(const Json &operation);

} // namespace sandbox
