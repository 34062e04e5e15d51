#pragma once

#include <QString>
#include <QStringList>

/// The rules of the house that can be read off the sources (architecture.md). Pure.

/// The room a path from the root belongs to: "app", "ui", "core/api", "tests/sandbox"; empty for none of the house's.
[[nodiscard]] QString roomOf(const QString &path);
/// What in the text of the file at `path` (from the root, with slashes) breaks a rule, a sentence each.
[[nodiscard]] QStringList faultsIn(const QString &path, const QString &source);
/// The source without comments and the contents of string literals, line by line as before. Includes stay.
[[nodiscard]] QString codeOf(const QString &source);
