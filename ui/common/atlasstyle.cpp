#include "ui/common/atlasstyle.h"

#include "ui/common/buttons.h"
#include "ui/common/stylepainting.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>

#include <algorithm>

namespace {

constexpr int scrollBarWidth = 12;
constexpr int leastThumb = 28;

bool isPrimary(const QStyleOptionButton &option, const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (button && weightOf(*button) != ButtonWeight::Normal)
        return weightOf(*button) == ButtonWeight::Primary;
    return option.features.testFlag(QStyleOptionButton::DefaultButton);
}

/// The colour behind what a scroll bar scrolls.
QColor groundOf(const QStyleOption &option, const QWidget *bar)
{
    const QWidget *const container = bar ? bar->parentWidget() : nullptr;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(container ? container->parentWidget() : nullptr);
    if (!area)
        return option.palette.color(QPalette::Base);
    const QWidget *ground = area->viewport();
    while (!ground->autoFillBackground() && !ground->isWindow())
        ground = ground->parentWidget();
    return ground->palette().color(ground->backgroundRole());
}

/// Without arrows at its ends: the groove is the whole bar.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool upright = option.orientation == Qt::Vertical;
    const int length = upright ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int thumb = length;
    if (range > 0) {
        const qint64 share = qint64(option.pageStep) * length / std::max<qint64>(1, range + option.pageStep);
        thumb = std::clamp(int(share), std::min(leastThumb, length), length);
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - thumb, option.upsideDown);
    const auto slice = [&](int from, int size) {
        return upright ? QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), size)
                       : QRect(option.rect.left() + from, option.rect.top(), size, option.rect.height());
    };
    switch (int(part)) { // Qt's; the other controls' parts share the numbers
    case QStyle::SC_ScrollBarSlider:
        return slice(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return slice(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return slice(start + thumb, length - start - thumb);
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    default:
        return {};
    }
}

} // namespace

AtlasStyle::AtlasStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{}

void AtlasStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void AtlasStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
    switch (int(element)) { // of Qt's hundred only these are ours
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        stylepainting::button(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
    case PE_PanelLineEdit:
    case PE_Frame:
        // Within a combo box or a list's editor the frame is not the field's own.
        if (panel && panel->lineWidth > 0)
            stylepainting::field(*painter, *option);
        return;
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton *>(widget))
            stylepainting::focusRing(*painter, *option);
        return;
    case PE_IndicatorRadioButton:
        stylepainting::radio(*painter, *option);
        return;
    case PE_IndicatorCheckBox:
        stylepainting::check(*painter, *option);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AtlasStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_Splitter) {
        stylepainting::splitter(*painter, *option);
    } else if (element == CE_PushButtonLabel && button) {
        QStyleOptionButton label(*button);
        if (isPrimary(label, widget) && label.state.testFlag(State_Enabled))
            label.palette.setColor(QPalette::ButtonText, themeFor(label.palette).onAccent);
        QProxyStyle::drawControl(element, &label, painter, widget);
    } else if (element == CE_PushButton && button && !button->features.testFlag(QStyleOptionButton::HasMenu)) {
        // Without Fusion's inner focus rectangle: the bevel has the ring.
        stylepainting::button(*painter, *button, widget);
        QStyleOptionButton label(*button);
        label.rect = subElementRect(SE_PushButtonContents, option, widget);
        drawControl(CE_PushButtonLabel, &label, painter, widget);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void AtlasStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ComboBox && combo) // Also of a field for a day
        stylepainting::comboBox(*painter, *combo, subControlRect(control, option, SC_ComboBoxArrow, widget));
    else if (control == CC_ScrollBar && bar)
        stylepainting::scrollBar(*painter, *bar, scrollBarPart(*bar, SC_ScrollBarSlider), groundOf(*bar, widget));
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect AtlasStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar)
        return scrollBarPart(*bar, part);
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->direction == Qt::LeftToRight ? rect.adjusted(6, 0, 0, 0) : rect.adjusted(0, 0, -6, 0);
    return rect;
}

QRect AtlasStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *panel = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && panel && panel->lineWidth > 0)
        return rect.adjusted(Measure::grid, 0, -Measure::grid, 0);
    return rect;
}

int AtlasStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (int(metric)) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_DefaultFrameWidth:
        return 3; // so that a viewport stays within the round corners
    case PM_SplitterWidth:
        return 5;
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return leastThumb;
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 18;
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

QIcon AtlasStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton && widget)
        return themeIcon(QStringLiteral("close"), themeOf(*widget).secondary);
    return QProxyStyle::standardIcon(icon, option, widget);
}

int AtlasStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const
{
    switch (int(hint)) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}
