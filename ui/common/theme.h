#pragma once

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

class QWidget;

/// The program's colours, type and measures: the one place where they are decided. Derived from the palette, so light,
/// dark and a person's own system colours follow by themselves. Every pair that is used together has a contrast of at
/// least 4.5:1 for text and 3:1 for shapes (tests/ui/test_theme checks).
struct Theme
{
    bool dark = false;
    QColor window; ///< Behind the panes
    QColor sidebar;
    QColor surface; ///< Lists and details
    QColor raised;  ///< Cards, quoted messages, bars
    QColor border;  ///< Between things: quiet, says nothing by itself
    QColor outline; ///< Around fields and buttons: 3:1
    QColor text;
    QColor secondary; ///< Second lines, labels of facts
    QColor accent;    ///< One accent: badge, primary button, links, focus
    QColor onAccent;
    QColor selection; ///< Behind a selected row that has the focus
    QColor onSelection;
    QColor selectionInactive;
    QColor danger;  ///< Overdue, rejection
    QColor warning; ///< Due soon
    QColor success; ///< Confirmed
};

/// Device-independent pixels.
namespace Measure {
inline constexpr int grid = 4;
inline constexpr int gap = 8;
inline constexpr int margin = 16;
inline constexpr int radius = 6;
} // namespace Measure

[[nodiscard]] Theme themeFor(const QPalette &palette);
[[nodiscard]] Theme themeOf(const QWidget &widget);

/// Contrast ratio of WCAG 2, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

/// An icon of resources/icons by its name there ("undo"), tinted. Crisp from 100 to 300 %, at 20 and at 48 pixels.
[[nodiscard]] QIcon themeIcon(const QString &name, const QColor &colour);
[[nodiscard]] QIcon applicationIcon();

/// The platform's own font, scaled: `points` steps up or down from its size.
[[nodiscard]] QFont themeFont(const QWidget &widget, double points, bool bold = false);
