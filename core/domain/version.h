#pragma once

#include <QString>

#include <compare>
#include <optional>

/// An object's version: rises on every change, compared as a number (components/schemas/Version).
struct Version
{
    qint64 number = 0;

    /// Empty where `text` is not 1 to 19 digits, or more than 2^63 - 1.
    [[nodiscard]] static std::optional<Version> parse(const QString &text);
    friend auto operator<=>(const Version &, const Version &) = default;
};
