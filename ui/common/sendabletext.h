#pragma once

#include <QString>

/// What the service counts and takes: Unicode code points, without NUL and without lone surrogates.
[[nodiscard]] qsizetype codePoints(const QString &text);
[[nodiscard]] bool isSendable(const QString &text);
/// The text without what can't be sent; everything else stays.
[[nodiscard]] QString sendable(const QString &text);
