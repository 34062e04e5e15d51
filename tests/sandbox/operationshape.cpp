#include "tests/sandbox/operationshape.h"

#include "tests/sandbox/textrules.h"
#include "tests/sandbox/times.h"

#include <map>
#include <vector>

namespace sandbox {

namespace {

enum class Form { Text, Id, Flag };

struct Member
{
    const char *name;
    Form form;
    bool required;
    std::size_t least; ///< code points
    std::size_t most;
};

constexpr std::size_t anyLength = longestBody;

using Shape = std::vector<Member>;

const Shape *shapeOf(const std::string &type)
{
    static const Member invitation{"invitationId", Form::Id, true, 1, 64};
    static const Member revision{"revision", Form::Text, true, 1, 64};
    static const Member client{"clientId", Form::Id, true, 1, 64};
    static const Member member{"memberId", Form::Id, true, 1, 64};
    static const Member reason{"reasonId", Form::Id, true, 1, 64};
    static const Member ownWords{"reasonText", Form::Text, false, 0, 500};
    static const Member message{"message", Form::Text, false, 0, anyLength};
    static const std::map<std::string, Shape> shapes{
        {"accept_invitation", {invitation, revision}},
        {"reject_invitation", {invitation, revision, reason, ownWords, message}},
        {"disconnect_client", {client, reason, ownWords, message}},
        {"assign_accountant", {client, member, {"role", Form::Text, true, 0, anyLength}}},
        {"remove_accountant", {client, member}},
        {"add_client_note", {client, {"text", Form::Text, true, 1, 4000}}},
        {"set_first_step", {client, {"step", Form::Text, true, 1, 64}, {"done", Form::Flag, true, 0, 0}}},
        {"regenerate_link", {{"branchId", Form::Id, true, 1, 64}}},
    };
    const auto found = shapes.find(type);
    return found == shapes.end() ? nullptr : &found->second;
}

bool fits(const Member &member, const Json &value)
{
    switch (member.form) {
    case Form::Text:
        return value.is_string();
    case Form::Id:
        return value.is_string() && isId(value.get_ref<const std::string &>());
    case Form::Flag:
        return value.is_boolean();
    }
    return false;
}

bool holdsNulAnywhere(const Json &value)
{
    if (value.is_string())
        return holdsNul(value.get_ref<const std::string &>());
    if (!value.is_structured())
        return false;
    for (const auto &[name, member] : value.items()) {
        if ((value.is_object() && holdsNul(name)) || holdsNulAnywhere(member))
            return true;
    }
    return false;
}

} // namespace

std::optional<std::string> shapeFault(const Json &operation)
{
    if (!operation.is_object())
        return "an operation is an object";
    const Shape *shape = shapeOf(stringAt(operation, "type"));
    if (shape == nullptr)
        return "type is none of this service";
    if (!operation.contains("decidedAt") || !operation["decidedAt"].is_string())
        return "decidedAt is required, a string";
    for (const Member &member : *shape) {
        const auto found = operation.find(member.name);
        if (found == operation.end() && member.required)
            return std::string(member.name) + " is required";
        if (found != operation.end() && !fits(member, *found))
            return std::string(member.name) + " is of the wrong type or no id";
    }
    return std::nullopt;
}

std::optional<Answer> memberFault(const Json &operation)
{
    for (const auto &[name, value] : operation.items()) {
        if (holdsNul(name) || holdsNulAnywhere(value))
            return invalidMember("invalid_request", name.substr(0, name.find('\0')), "NUL or a lone surrogate");
    }
    for (const Member &member : *shapeOf(stringAt(operation, "type"))) {
        const auto found = operation.find(member.name);
        if (found == operation.end() || member.form != Form::Text)
            continue;
        const std::size_t length = codePoints(found->get_ref<const std::string &>());
        if (length < member.least || length > member.most)
            return invalidMember("invalid_request", member.name, "too short or too long");
    }
    if (!parseRfc3339(stringAt(operation, "decidedAt")))
        return invalidMember("invalid_request", "decidedAt", "no RFC 3339 time");
    return std::nullopt;
}

} // namespace sandbox
