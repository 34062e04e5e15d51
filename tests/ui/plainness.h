#pragma once

#include <QStringList>
#include <QWidget>

/// Whether what the service sends is shown as the characters it is made of.
namespace plainness {

/// Every place in `root` where text could be taken for markup: labels, buttons, fields, tooltips of widgets and of rows,
/// what a screen reader is told, message boxes. "class objectName: what"; empty: all is well.
[[nodiscard]] QStringList faults(QWidget &root);
/// Every place in `root` where a character is that turns the direction of text or can't be seen: in what is painted, in
/// texts, titles and tooltips, rows of lists, and in what a screen reader is told. As above.
[[nodiscard]] QStringList unseen(QWidget &root);

} // namespace plainness
