#include "tests/sandbox/json.h"

namespace sandbox {

std::string text(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string stringAt(const Json &object, const char *member)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(member);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace sandbox
