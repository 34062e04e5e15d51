#include "ui/common/atlasstyle.h"

#include "ui/common/buttons.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QComboBox>
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

void paintButton(QPainter &painter, const QStyleOption &option, const QWidget *widget)
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

void paintField(QPainter &painter, const QStyleOption &option)
{
    const Theme theme = themeIn(option);
    const bool focus = has(option, QStyle::State_HasFocus);
    const QColor fill = has(option, QStyle::State_Enabled) ? theme.surface : theme.window;
    frame(painter, QRectF(option.rect), fill, focus ? theme.accent : theme.outline, focus ? 2 : 1);
}

} // namespace

AtlasStyle::AtlasStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{}

void AtlasStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void AtlasStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (int(element)) { // of Qt's hundred only these are ours
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        paintButton(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
    case PE_PanelLineEdit:
        // Within a combo box or a list's editor the frame is not the field's own.
        if (const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option); panel && panel->lineWidth > 0)
            paintField(*painter, *option);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton *>(widget) && element == PE_FrameFocusRect)
            frame(*painter, QRectF(option->rect), Qt::transparent, themeIn(*option).accent, 2);
        return;
    case PE_Frame:
        if (const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option); panel && panel->lineWidth > 0) {
            const bool focus = has(*option, State_HasFocus);
            const Theme theme = themeIn(*option);
            frame(*painter, QRectF(option->rect), Qt::transparent, focus ? theme.accent : theme.outline, focus ? 2 : 1);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AtlasStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button) {
        QStyleOptionButton label(*button);
        const Theme theme = themeIn(label);
        if (buttonWeight(label, widget) == ButtonWeight::Primary && has(label, State_Enabled))
            label.palette.setColor(QPalette::ButtonText, theme.onAccent);
        QProxyStyle::drawControl(element, &label, painter, widget);
        return;
    }
    if (element == CE_PushButtonBevel && button) {
        paintButton(*painter, *button, widget);
        if (button->features.testFlag(QStyleOptionButton::HasMenu))
            QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    if (element == CE_PushButton && button) {
        // Without Fusion's inner focus rectangle: the bevel has the ring.
        drawControl(CE_PushButtonBevel, option, painter, widget);
        QStyleOptionButton label(*button);
        label.rect = subElementRect(SE_PushButtonContents, option, widget);
        drawControl(CE_PushButtonLabel, &label, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AtlasStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !combo || combo->editable) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const Theme theme = themeIn(*option);
    const bool focus = has(*option, State_HasFocus);
    const bool over = has(*option, State_MouseOver) && has(*option, State_Enabled);
    QColor fill = theme.dark ? blend(theme.text, theme.surface, 0.07) : theme.surface;
    if (over)
        fill = blend(theme.text, fill, 0.06);
    frame(*painter, QRectF(option->rect), fill, focus ? theme.accent : theme.outline, focus ? 2 : 1);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    QRect place(0, 0, 14, 14);
    place.moveCenter(arrow.center());
    themeIcon(QStringLiteral("chevron-down"), theme.secondary).paint(painter, place);
}

int AtlasStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (int(metric)) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SplitterWidth:
        return 5;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Measure::gap;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 20;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize AtlasStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int control = option->fontMetrics.height() + 16;
    if (type == CT_PushButton)
        return {result.width() + 14, std::max(control, result.height())};
    if (type == CT_LineEdit || type == CT_ComboBox)
        result.setHeight(std::max(control, result.height()));
    return result;
}

int AtlasStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const
{
    switch (int(hint)) {
    case SH_ComboBox_Popup:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}
