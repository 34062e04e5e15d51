#pragma once

#include "core/domain/error.h"

#include <tl/expected.hpp>

/// A value, or why there is none. One that is not looked at is a warning.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
public:
    using tl::expected<T, Error>::expected;
};

/// return failure(ErrorKind::Disk, "…");
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(detail)});
}
[[nodiscard]] inline tl::unexpected<Error> failure(const Error &error)
{
    return tl::unexpected<Error>(error);
}
