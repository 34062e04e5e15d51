#include "ui/common/stylepainting.h"

#include "ui/common/buttons.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace {

Theme themeIn(const QStyleOption &option)
{
    static qint64 key = 0;
    static Theme last;
    if (option.palette.cacheKey() != key) {
        last = themeFor(option.palette);
        key = option.palette.cacheKey();
    }
    return last;
}

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

ButtonWeight buttonWeight(const QStyleOption &option, const QWidget *widget)
{
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        const ButtonWeight weight = weightOf(*button);
        if (weight != ButtonWeight::Normal)
            return weight;
    }
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (push && push->features.testFlag(QStyleOptionButton::Flat))
        return ButtonWeight::Quiet;
    return push && push->features.testFlag(QStyleOptionButton::DefaultButton) ? ButtonWeight::Primary
                                                                              : ButtonWeight::Normal;
}

void frame(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &line, double width = 1)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, width));
    const double inset = width / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), Measure::radius, Measure::radius);
    painter.restore();
}

QColor blend(const QColor &over, const QColor &under, double share)
{
    return QColor::fromRgbF(float(share * double(over.redF()) + (1 - share) * double(under.redF())),
                            float(share * double(over.greenF()) + (1 - share) * double(under.greenF())),
                            float(share * double(over.blueF()) + (1 - share) * double(under.blueF())));
}

/// What is behind a check or radio mark: filled with the accent where it is on.
void mark(QPainter &painter, const QStyleOption &option, double radius)
{
    const Theme theme = themeIn(option);
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QRectF place = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on && enabled ? theme.accent : enabled ? theme.outline : theme.border, 1.3));
    painter.setBrush(on && enabled ? theme.accent : theme.surface);
    painter.drawRoundedRect(place, radius, radius);
}

} // namespace

namespace stylepainting {

void button(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Theme theme = themeIn(option);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool over = enabled && has(option, QStyle::State_MouseOver);
    const ButtonWeight weight = buttonWeight(option, widget);
    QColor fill = theme.dark ? blend(theme.text, theme.surface, 0.07) : theme.surface;
    QColor line = enabled ? theme.outline : theme.border;
    if (weight == ButtonWeight::Primary && enabled) {
        fill = theme.accent;
        line = Qt::transparent;
    } else if (weight == ButtonWeight::Quiet) {
        fill = Qt::transparent;
        line = Qt::transparent;
    }
    if (down || over) {
        const QColor ground = fill.alpha() == 0 ? theme.surface : fill;
        const QColor towards = weight == ButtonWeight::Primary ? theme.onAccent : theme.text;
        fill = blend(towards, ground, down ? 0.16 : 0.08);
    }
    const QRectF rect(option.rect);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        frame(painter, rect, Qt::transparent, theme.accent, 2);
        frame(painter, rect.adjusted(3, 3, -3, -3), fill, line);
        return;
    }
    frame(painter, rect.adjusted(1, 1, -1, -1), fill, line);
}

void field(QPainter &painter, const QStyleOption &option)
{
    const Theme theme = themeIn(option);
    const bool focus = has(option, QStyle::State_HasFocus);
    const QColor fill = has(option, QStyle::State_Enabled) ? theme.surface : theme.window;
    frame(painter, QRectF(option.rect), fill, focus ? theme.accent : theme.outline, focus ? 2 : 1);
}

void focusRing(QPainter &painter, const QStyleOption &option)
{
    frame(painter, QRectF(option.rect), Qt::transparent, themeIn(option).accent, 2);
}

void radio(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    mark(painter, option, option.rect.height() / 2.0);
    if (has(option, QStyle::State_On)) {
        const double dot = std::max(2.0, option.rect.height() / 5.0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(has(option, QStyle::State_Enabled) ? themeIn(option).onAccent : themeIn(option).secondary);
        painter.drawEllipse(QRectF(option.rect).center(), dot, dot);
    }
    painter.restore();
}

void check(QPainter &painter, const QStyleOption &option)
{
    painter.save();
    mark(painter, option, 4);
    if (has(option, QStyle::State_On)) {
        const Theme theme = themeIn(option);
        themeIcon(QStringLiteral("check"), has(option, QStyle::State_Enabled) ? theme.onAccent : theme.secondary)
            .paint(&painter, option.rect.adjusted(2, 2, -2, -2));
    }
    painter.restore();
}

void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow)
{
    const Theme theme = themeIn(option);
    const bool focus = has(option, QStyle::State_HasFocus);
    const bool over = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    QColor fill = theme.dark ? blend(theme.text, theme.surface, 0.07) : theme.surface;
    if (over)
        fill = blend(theme.text, fill, 0.06);
    frame(painter, QRectF(option.rect), fill, focus ? theme.accent : theme.outline, focus ? 2 : 1);
    QRect place(0, 0, 14, 14);
    place.moveCenter(arrow.center());
    themeIcon(QStringLiteral("chevron-down"), theme.secondary).paint(&painter, place);
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider, const QColor &ground)
{
    const Theme theme = themeIn(option);
    painter.fillRect(option.rect, ground);
    if (option.maximum <= option.minimum)
        return;
    const bool used = has(option, QStyle::State_MouseOver) || option.activeSubControls == QStyle::SC_ScrollBarSlider;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(used ? theme.secondary : theme.outline);
    const double width = used ? 8 : 6;
    QRectF thumb(slider);
    if (option.orientation == Qt::Vertical)
        thumb = QRectF(thumb.center().x() - width / 2 + 0.5, thumb.top() + 2, width, thumb.height() - 4);
    else
        thumb = QRectF(thumb.left() + 2, thumb.center().y() - width / 2 + 0.5, thumb.width() - 4, width);
    painter.drawRoundedRect(thumb, width / 2, width / 2);
    painter.restore();
}

void splitter(QPainter &painter, const QStyleOption &option)
{
    // State_Horizontal is the splitter's: its handles stand upright.
    const QRect rect = option.rect;
    const QRect line = has(option, QStyle::State_Horizontal) ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                                                             : QRect(rect.left(), rect.center().y(), rect.width(), 1);
    painter.fillRect(line, themeIn(option).border);
}

} // namespace stylepainting
