#pragma once

#include <QString>
#include <QWidget>

/// What can be read on a widget as it is painted: every run of characters that it and its children draw, delegates' rows
/// and all, a line each.
[[nodiscard]] QString paintedText(QWidget &widget);
