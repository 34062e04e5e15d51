#pragma once

#include "ui/common/theme.h"

#include <QString>
#include <QStyleOptionViewItem>

/// What a row of a list shows: a tile of initials, a name with something at its end, and a second line below. All of it
/// is the service's text and is drawn as it is, never as rich text.
struct TwoLineRow
{
    enum class Mark { None, DueSoon, Overdue };

    QString name;
    QString aside; ///< At the end of the first line
    QString second;
    QString state;          ///< At the end of the second line
    Mark mark = Mark::None; ///< A shape before `state`, and its colour: colour never says it alone
    bool message = false;   ///< A small envelope before `state`
    bool note = false;      ///< A small sheet of paper before that
    QString tileOf;         ///< Whose initials; empty: the name's
    bool quietName = false; ///< The first line is a sentence, not a name
};

/// The height of every row, from the font.
[[nodiscard]] int twoLineRowHeight(const QWidget &widget);
/// Draws background, selection, focus and content.
void paintTwoLineRow(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme, const TwoLineRow &row);
/// Whether name or second line are shown with something left out.
[[nodiscard]] bool isElided(const QStyleOptionViewItem &option, const TwoLineRow &row);
/// A row that has not come yet.
void paintLoadingRow(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme, const QString &text);

/// "NT" for "Northwind Trading": the first letters (as people see letters) of the first two words. What stands for a
/// character that can't be seen ("<U+200B>") is no word.
[[nodiscard]] QString initials(const QString &shown);
/// What a tile shows: the initials; a question mark where a name has none, or where words stand in place of it.
[[nodiscard]] QString tileLetters(const QString &name);

struct TileColours
{
    QColor background;
    QColor text;
};
/// Muted, and always the same for the same name.
[[nodiscard]] TileColours tileColours(const QString &name, bool dark);
/// The tile by itself, for the head of a details pane.
void paintTile(QPainter &painter, const QRectF &rect, const QFont &font, const QString &name, bool dark);
