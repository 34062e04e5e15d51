#pragma once

#include <QString>

class QLabel;
class QWidget;

/// The one way to show the service's text: a label that never takes it for rich text, wraps, and can be selected by
/// mouse and keyboard where `selectable`.
[[nodiscard]] QLabel *plainLabel(QWidget *parent, const QString &objectName, bool selectable = false);

/// The text as it can be shown in one line: line breaks and tabs become spaces, control characters their visible
/// pictures, and direction marks and characters that can't be seen are made visible. Never longer than `most`
/// characters.
[[nodiscard]] QString oneLine(const QString &text, int most = 300);

/// The same for text of several lines.
[[nodiscard]] QString manyLines(const QString &text);

/// Whether a reader sees nothing in it.
[[nodiscard]] bool isBlank(const QString &text);

/// The name of a company, of its owner or of a branch in one line; where nothing can be seen in it, words that say so.
[[nodiscard]] QString companyLine(const QString &name);
[[nodiscard]] QString ownerLine(const QString &name);
[[nodiscard]] QString branchLine(const QString &name);
/// The same of a row's branch; empty where its facts have not come yet.
[[nodiscard]] QString knownBranchLine(const QString &name);

/// A name to stand inside a sentence: one line, and where it has right-to-left letters, kept from moving its
/// neighbours.
[[nodiscard]] QString inSentence(const QString &name);

/// Text for a button, a menu item or a tab, where a lone "&" would underline what follows.
[[nodiscard]] QString withoutMnemonic(const QString &text);

/// A tooltip of plain text, whatever characters are in it (Qt guesses rich text otherwise). `text` has been through one of
/// the above.
[[nodiscard]] QString plainToolTip(const QString &text);

/// The same on a widget, and to a screen reader as the text it is.
void setPlainToolTip(QWidget &widget, const QString &text);
