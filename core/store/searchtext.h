#pragma once

#include <QString>
#include <QStringList>

/// Text as it is searched: compatibility forms, case, marks and invisible characters taken away, control characters
/// (NUL too) made spaces. "Café" and "CAFE" are the same.
[[nodiscard]] QString searchable(const QString &text);

/// What of an object is searched, one field a line.
[[nodiscard]] QString searchable(const QStringList &fields);

/// What was typed, cut into words; each must occur.
[[nodiscard]] QStringList searchWords(const QString &typed);

/// Words that the trigram index can find: at least three code points.
[[nodiscard]] bool isIndexed(const QString &word);

/// The words as an FTS5 query, safe for any text.
[[nodiscard]] QString matchExpression(const QStringList &words);
