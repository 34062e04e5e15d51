#pragma once

#include "tests/sandbox/json.h"

#include <optional>
#include <string>
#include <string_view>

namespace sandbox {

/// What the service answers to one request, before it becomes HTTP.
struct Answer
{
    int status = 200;
    std::string body;
    std::string contentType = "application/json";
    std::optional<int> retryAfterSeconds;

    bool operator==(const Answer &) const = default;
};

/// Problem details (RFC 9457). `more` holds members beyond the required: detail, field, permission, current.
Answer problem(int status, std::string_view code, std::string_view title, const Json &more = Json::object());

/// 422 that names the member at fault.
Answer invalidMember(std::string_view code, std::string_view field, std::string_view detail);

/// 403 that names the permission that is missing.
Answer denied(std::string_view permission);

Answer notFound(std::string_view what);
Answer ok(const Json &body);

} // namespace sandbox
