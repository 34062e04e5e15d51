#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace sandbox {

using Json = nlohmann::json;

/// Compact text of a value; what is not UTF-8 is replaced, never thrown at.
std::string text(const Json &value);

/// The string member, or an empty one where it is absent or of another type.
std::string stringAt(const Json &object, const char *member);

} // namespace sandbox
