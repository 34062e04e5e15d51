#include "tests/sandbox/answer.h"

namespace sandbox {

Answer problem(int status, std::string_view code, std::string_view title, const Json &more)
{
    Json body = more;
    body["type"] = "urn:atlas:problem:" + std::string(code);
    body["title"] = title;
    body["status"] = status;
    body["code"] = code;
    return {status, text(body), "application/problem+json", std::nullopt};
}

Answer invalidMember(std::string_view code, std::string_view field, std::string_view detail)
{
    return problem(422, code, "A member can't be taken as it is", {{"field", field}, {"detail", detail}});
}

Answer denied(std::string_view permission)
{
    return problem(403, "permission_denied", "You lack a permission", {{"permission", permission}});
}

Answer notFound(std::string_view what)
{
    return problem(404, "not_found", "There is no such " + std::string(what));
}

Answer ok(const Json &body)
{
    return {200, text(body), "application/json", std::nullopt};
}

} // namespace sandbox
