#include "ui/shell/sidebardelegate.h"

#include "ui/common/theme.h"
#include "ui/shell/sidebarmodel.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int edge = 14;
constexpr int iconSize = 20;

struct Ink
{
    QColor fill;
    QColor text;
};

Ink badgeInk(Section section, const Theme &theme)
{
    switch (section) {
    case Section::Invitations:
        return {theme.accent, theme.onAccent};
    case Section::Attention:
        return {theme.warning, contrast(theme.warning, theme.surface) >= 4.5 ? theme.surface : theme.text};
    case Section::Clients:
    case Section::Waiting:
    case Section::Activity:
    case Section::History:
    case Section::Insight:
        break;
    }
    return {theme.secondary, theme.surface};
}

QFont sized(const QFont &font, double factor, QFont::Weight weight)
{
    QFont made = font;
    if (font.pointSizeF() > 0)
        made.setPointSizeF(font.pointSizeF() * factor);
    else
        made.setPixelSize(std::max(8, int(font.pixelSize() * factor)));
    made.setWeight(weight);
    return made;
}

QRect visual(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

void paintCaption(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme, const QString &text)
{
    QFont font = sized(option.font, 0.82, QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    painter.setFont(font);
    painter.setPen(theme.secondary);
    const QRect place = option.rect.adjusted(edge + 2, 0, -edge, -5);
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    painter.drawText(visual(option, place), int(Qt::AlignBottom | Qt::AlignLeading) | Qt::TextSingleLine, shown);
}

/// The width that the pill takes, 0 without one.
int paintBadge(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme,
               const QRect &area)
{
    const int badge = index.data(SidebarModel::BadgeRole).toInt();
    const qint64 count = index.data(SidebarModel::CountRole).toLongLong();
    painter.setFont(sized(option.font, 0.88, badge > 0 ? QFont::DemiBold : QFont::Normal));
    const QFontMetrics metrics = painter.fontMetrics();
    if (badge == 0 && count == 0)
        return 0;
    const QString text = badge > 0 ? badgeText(badge) : QLocale().toString(count);
    const int height = metrics.height() + 3;
    const int width = std::max(height, metrics.horizontalAdvance(text) + (badge > 0 ? 14 : 0));
    QRect pill(area.right() - width + 1, area.center().y() - height / 2 + 1, width, height);
    if (badge == 0) {
        painter.setPen(theme.secondary);
        painter.drawText(visual(option, pill), int(Qt::AlignVCenter | Qt::AlignRight | Qt::AlignAbsolute), text);
        return width;
    }
    const Ink ink = badgeInk(Section(index.data(SidebarModel::SectionRole).toInt()), theme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.fill);
    painter.drawRoundedRect(visual(option, pill), height / 2.0, height / 2.0);
    painter.setPen(ink.text);
    painter.drawText(visual(option, pill), int(Qt::AlignCenter) | Qt::TextForceLeftToRight, text);
    return width;
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    const QRectF body = QRectF(option.rect).adjusted(6, 1, -6, -1);
    painter.setPen(Qt::NoPen);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.setBrush(theme.selection);
        painter.drawRoundedRect(body, Measure::radius, Measure::radius);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setBrush(theme.selectionInactive);
        painter.drawRoundedRect(body, Measure::radius, Measure::radius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_Active)) {
        painter.setPen(QPen(theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(body.adjusted(1, 1, -1, -1), Measure::radius - 1, Measure::radius - 1);
    }
}

} // namespace

// A number with its sign is painted from left to right also in a mirrored window: "99+" would become "+99".
QString badgeText(int badge)
{
    return badge > 99 ? QLocale().toString(99) + QLatin1Char('+') : QLocale().toString(badge);
}

void SidebarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Theme theme = themeFor(option.palette);
    const QString name = index.data(Qt::DisplayRole).toString();
    if (!index.data(SidebarModel::SectionRole).isValid()) {
        if (!m_rail)
            paintCaption(*painter, option, theme, name);
        painter->restore();
        return;
    }
    paintGround(*painter, option, theme);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QRect area = option.rect.adjusted(edge, 0, -edge, 0);
    const QRect icon(m_rail ? option.rect.center().x() - iconSize / 2 : area.left(),
                     (m_rail ? option.rect.top() + 6 : option.rect.center().y() - iconSize / 2 + 1), iconSize,
                     iconSize);
    themeIcon(index.data(SidebarModel::IconRole).toString(), selected ? theme.accent : theme.secondary)
        .paint(painter, visual(option, icon));
    if (m_rail) {
        const QRect below(option.rect.left() + 4, icon.bottom() + 1, option.rect.width() - 8,
                          option.rect.bottom() - icon.bottom() - 4);
        if (index.data(SidebarModel::BadgeRole).toInt() > 0) {
            const int badge = index.data(SidebarModel::BadgeRole).toInt();
            painter->setFont(sized(option.font, 0.82, QFont::DemiBold));
            painter->setPen(selected ? theme.accent : theme.text);
            painter->drawText(below, int(Qt::AlignCenter) | Qt::TextForceLeftToRight, badgeText(badge));
        }
        painter->restore();
        return;
    }
    const int badgeWidth = paintBadge(*painter, option, index, theme, area);
    const bool bold = selected || index.data(SidebarModel::BadgeRole).toInt() > 0;
    painter->setFont(sized(option.font, 1.0, bold ? QFont::DemiBold : QFont::Normal));
    painter->setPen(selected ? theme.onSelection : theme.text);
    area.adjust(iconSize + 10, 0, badgeWidth > 0 ? -badgeWidth - Measure::gap : 0, 0);
    painter->drawText(visual(option, area), int(Qt::AlignVCenter | Qt::AlignLeading) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, area.width()));
    painter->restore();
}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    if (index.data(SidebarModel::SectionRole).isValid())
        return {60, m_rail ? iconSize + line + 14 : line + 15};
    if (m_rail)
        return {60, 8};
    return {60, index.row() == 0 ? line + 12 : line + 24};
}
