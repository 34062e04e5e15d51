#pragma once

#include <QByteArray>
#include <QStringList>

/// One row of a CSV file (RFC 4180) in UTF-8, with its line end. Every cell stands in quotes, so that a program that
/// parts cells by a semicolon or a tab sees the same cells. A cell that a spreadsheet would take for a formula (it begins
/// with = + - @ or their wide forms, a tab or a line break, with or without spaces before) gets an apostrophe in front:
/// the cells hold what strangers wrote.
[[nodiscard]] QByteArray csvRow(const QStringList &cells);
