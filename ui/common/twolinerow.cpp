#include "ui/common/twolinerow.h"

#include "ui/common/plaintext.h"
#include "ui/common/rowmarks.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QRegularExpression>
#include <QStyle>
#include <QTextBoundaryFinder>
#include <QWidget>

#include <cmath>

namespace {

constexpr int edge = Measure::margin;
constexpr int tileSize = 36;
constexpr int tileGap = 12;
constexpr int lineGap = 3;
constexpr int markSize = 14;

/// Where everything stands, left to right; `visual` turns it around for right-to-left.
struct Places
{
    QRect tile;
    QRect name;
    QRect aside;
    QRect second;
    QRect sheet;
    QRect envelope;
    QRect mark;
    QRect state;
};

QFont nameFont(const QFont &base)
{
    QFont font = base;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont smallFont(const QFont &base)
{
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(std::max(6.0, font.pointSizeF() - 0.5));
    return font;
}

Places placesFor(const QStyleOptionViewItem &option, const TwoLineRow &row)
{
    const QFontMetrics names(nameFont(option.font));
    const QFontMetrics smalls(smallFont(option.font));
    QRect area = option.rect.adjusted(edge, 0, -edge, 0);
    Places places;
    places.tile = QRect(area.left(), area.center().y() - tileSize / 2 + 1, tileSize, tileSize);
    area.setLeft(area.left() + tileSize + tileGap);
    const int height = names.height() + lineGap + smalls.height();
    const int top = area.top() + (area.height() - height) / 2;
    const int below = top + names.height() + lineGap;

    // What stands at the end never takes more than half: the name matters more.
    const int asideWidth = std::min(smalls.horizontalAdvance(row.aside) + 1, area.width() / 2);
    places.aside = QRect(area.right() - asideWidth + 1, top, asideWidth, names.height());
    places.name = QRect(area.left(), top, area.width() - asideWidth - Measure::gap, names.height());

    int end = area.right() + 1;
    const int stateWidth = std::min(smalls.horizontalAdvance(row.state) + 1, area.width() / 2);
    places.state = QRect(end - stateWidth, below, stateWidth, smalls.height());
    end -= stateWidth;
    const auto shape = [&](bool shown) {
        if (!shown)
            return QRect();
        end -= markSize + Measure::grid;
        return QRect(end, below + (smalls.height() - markSize) / 2, markSize, markSize);
    };
    places.mark = shape(row.mark != TwoLineRow::Mark::None);
    places.envelope = shape(row.message);
    places.sheet = shape(row.note);
    places.second = QRect(area.left(), below, end - area.left() - Measure::gap, smalls.height());
    return places;
}

QRect visual(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

/// One line in its own direction, at the start or end of the row's direction.
void drawLine(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place, const QString &text,
              bool atEnd)
{
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const Qt::Alignment side = rightToLeft != atEnd ? Qt::AlignRight : Qt::AlignLeft;
    const int direction = text.isRightToLeft() ? Qt::TextForceRightToLeft : Qt::TextForceLeftToRight;
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideMiddle, place.width());
    painter.drawText(
        visual(option, place),
        int(side | Qt::AlignVCenter | Qt::AlignAbsolute) | direction | Qt::TextSingleLine | Qt::TextDontClip, shown);
}

struct Ink
{
    QColor first;
    QColor second;
    QColor mark;
};

/// The selection is a tint: every ink of the theme can be read on it.
Ink inkFor(const Theme &theme, TwoLineRow::Mark mark)
{
    switch (mark) {
    case TwoLineRow::Mark::None:
        return {theme.text, theme.secondary, theme.secondary};
    case TwoLineRow::Mark::DueSoon:
        return {theme.text, theme.secondary, theme.warning};
    case TwoLineRow::Mark::Overdue:
        return {theme.text, theme.secondary, theme.danger};
    }
    return {};
}

void paintBackground(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    painter.fillRect(option.rect, theme.surface);
    const QRectF body = QRectF(option.rect).adjusted(Measure::grid, 1.5, -Measure::grid, -1.5);
    const bool active = option.state.testFlag(QStyle::State_Active);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(active ? theme.selection : theme.selectionInactive);
        painter.drawRoundedRect(body, Measure::radius, Measure::radius);
    } else {
        painter.setPen(QPen(theme.border, 1));
        const QRect line = visual(option, option.rect.adjusted(edge, 0, -edge, 0));
        painter.drawLine(line.bottomLeft(), line.bottomRight());
    }
    if (active && option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), Measure::radius - 1, Measure::radius - 1);
    }
}

} // namespace

int twoLineRowHeight(const QWidget &widget)
{
    const int text =
        QFontMetrics(nameFont(widget.font())).height() + lineGap + QFontMetrics(smallFont(widget.font())).height();
    return std::max(text, tileSize) + 2 * 11;
}

void paintTwoLineRow(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme, const TwoLineRow &row)
{
    painter.save();
    painter.setClipRect(option.rect);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, option, theme);
    const Places places = placesFor(option, row);
    const Ink ink = inkFor(theme, row.mark);
    paintTile(painter, visual(option, places.tile), option.font, row.tileOf.isEmpty() ? row.name : row.tileOf,
              theme.dark);

    painter.setFont(row.quietName ? option.font : nameFont(option.font));
    painter.setPen(ink.first);
    drawLine(painter, option, places.name, row.name, false);
    painter.setFont(smallFont(option.font));
    painter.setPen(ink.second);
    drawLine(painter, option, places.aside, row.aside, true);
    drawLine(painter, option, places.second, row.second, false);
    painter.setPen(ink.mark);
    drawLine(painter, option, places.state, row.state, true);
    if (row.mark != TwoLineRow::Mark::None)
        drawMark(painter, visual(option, places.mark), row.mark, ink.mark);
    if (row.message)
        drawEnvelope(painter, visual(option, places.envelope), ink.second);
    if (row.note)
        drawSheet(painter, visual(option, places.sheet), ink.second);
    painter.restore();
}

void paintLoadingRow(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme, const QString &text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, option, theme);
    painter.setFont(smallFont(option.font));
    painter.setPen(inkFor(theme, TwoLineRow::Mark::None).second);
    const QRect place = option.rect.adjusted(edge + tileSize + tileGap, 0, -edge, 0);
    drawLine(painter, option, place, text, false);
    painter.restore();
}

bool isElided(const QStyleOptionViewItem &option, const TwoLineRow &row)
{
    const Places places = placesFor(option, row);
    return QFontMetrics(nameFont(option.font)).horizontalAdvance(row.name) > places.name.width() ||
           QFontMetrics(smallFont(option.font)).horizontalAdvance(row.second) > places.second.width();
}

QString initials(const QString &shown)
{
    static const QRegularExpression marks(QStringLiteral("<U\\+[0-9A-F]{4,6}>"));
    const QString name = QString(shown).remove(marks);
    QString letters;
    int words = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    bool atStart = true;
    for (qsizetype from = 0; words < 2;) {
        const qsizetype to = finder.toNextBoundary();
        if (to < 0)
            break;
        const QString letter = name.mid(from, to - from);
        from = to;
        const bool space = letter.front().isSpace();
        const uint point = letter.toUcs4().value(0);
        // Brackets, quotation marks and what has no width are not what a name begins with; an emoji can be.
        if (atStart && (QChar::isLetterOrNumber(point) || QChar::category(point) == QChar::Symbol_Other)) {
            letters += letter.toUpper();
            ++words;
            atStart = false;
        } else if (space) {
            atStart = true;
        }
    }
    return letters;
}

QString tileLetters(const QString &name)
{
    const QString letters = name == companyLine({}) ? QString() : initials(name);
    return letters.isEmpty() ? QStringLiteral("?") : letters;
}

TileColours tileColours(const QString &name, bool dark)
{
    // FNV-1a: the same in every run and on every machine, which qHash is not.
    quint32 hash = 2'166'136'261U;
    for (const QChar c : name) {
        hash ^= c.unicode();
        hash *= 16'777'619U;
    }
    const int hue = int(hash % 360U);
    if (dark)
        return {QColor::fromHsl(hue, 50, 62), QColor::fromHsl(hue, 90, 215)};
    return {QColor::fromHsl(hue, 95, 226), QColor::fromHsl(hue, 110, 68)};
}

void paintTile(QPainter &painter, const QRectF &rect, const QFont &font, const QString &name, bool dark)
{
    const TileColours colours = tileColours(name, dark);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.background);
    painter.drawRoundedRect(rect, Measure::radius + 2, Measure::radius + 2);
    QFont letters = font;
    letters.setPixelSize(int(std::lround(rect.height() * 0.36)));
    letters.setWeight(QFont::DemiBold);
    painter.setFont(letters);
    painter.setPen(colours.text);
    painter.setClipRect(rect);
    painter.drawText(rect, int(Qt::AlignCenter) | Qt::TextSingleLine, tileLetters(name));
    painter.restore();
}
