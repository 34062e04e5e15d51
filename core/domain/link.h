#pragma once

#include <QStringList>
#include <QUrl>

#include <optional>

/// The address where it is an absolute https link to one of `hosts` (lower case, compared whole) without a user or
/// password in it; empty otherwise: then it is not opened.
[[nodiscard]] std::optional<QUrl> trustedLink(const QString &text, const QStringList &hosts);
