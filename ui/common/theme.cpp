#include "ui/common/theme.h"

#include <QFont>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace {

constexpr double textRatio = 4.5;
constexpr double shapeRatio = 3.0;

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(colour.redF())) + 0.7152 * linear(double(colour.greenF())) +
           0.0722 * linear(double(colour.blueF()));
}

/// `share` of `over` on `under`.
QColor mix(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) { return int(std::lround(share * a + (1 - share) * b)); };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()), channel(over.blue(), under.blue())};
}

/// The colour itself where it can be told from every ground, else the nearest towards black or white that can. So it
/// also holds on palettes that nobody has foreseen.
QColor distinct(const QColor &colour, std::initializer_list<QColor> grounds, double ratio)
{
    const auto holds = [&](const QColor &candidate) {
        return std::all_of(grounds.begin(), grounds.end(),
                           [&](const QColor &ground) { return contrast(candidate, ground) >= ratio; });
    };
    const bool onDark = luminance(*grounds.begin()) < 0.18;
    const QColor end = onDark ? QColor(Qt::white) : QColor(Qt::black);
    for (int step = 0; step <= 20; ++step) {
        const QColor candidate = mix(end, colour, step / 20.0);
        if (holds(candidate))
            return candidate;
    }
    return end;
}

QColor inkOn(const QColor &ground)
{
    return contrast(Qt::white, ground) >= textRatio ? QColor(Qt::white) : QColor(0x06, 0x1f, 0x24);
}

Theme grounds(const QPalette &palette)
{
    Theme theme;
    theme.surface = palette.color(QPalette::Active, QPalette::Base);
    theme.text = palette.color(QPalette::Active, QPalette::Text);
    theme.window = palette.color(QPalette::Active, QPalette::Window);
    theme.dark = luminance(theme.window) < 0.18;
    theme.sidebar = mix(theme.text, theme.window, theme.dark ? 0.0 : 0.025);
    theme.raised = mix(theme.text, theme.surface, theme.dark ? 0.055 : 0.03);
    theme.border = mix(theme.text, theme.surface, theme.dark ? 0.15 : 0.13);
    return theme;
}

} // namespace

Theme themeFor(const QPalette &palette)
{
    Theme theme = grounds(palette);
    const QColor accent = theme.dark ? QColor(0x5c, 0xc3, 0xcf) : QColor(0x0c, 0x68, 0x77);
    theme.selection = mix(accent, theme.surface, theme.dark ? 0.24 : 0.13);
    theme.selectionInactive = mix(theme.text, theme.surface, theme.dark ? 0.11 : 0.075);
    const std::initializer_list<QColor> all{theme.surface, theme.window,    theme.sidebar,
                                            theme.raised,  theme.selection, theme.selectionInactive};
    theme.text = distinct(theme.text, all, 7.0);
    theme.onSelection = distinct(theme.text, {theme.selection}, textRatio);
    theme.secondary = distinct(mix(theme.text, theme.surface, theme.dark ? 0.64 : 0.66), all, textRatio);
    theme.accent = distinct(accent, all, textRatio);
    theme.onAccent = inkOn(theme.accent);
    theme.outline =
        distinct(mix(theme.text, theme.surface, 0.45), {theme.surface, theme.window, theme.raised}, shapeRatio);
    theme.danger = distinct(theme.dark ? QColor(0xf2, 0x8b, 0x82) : QColor(0xb3, 0x26, 0x1e), all, textRatio);
    theme.warning = distinct(theme.dark ? QColor(0xe2, 0xb0, 0x53) : QColor(0x8a, 0x55, 0x00), all, textRatio);
    theme.success = distinct(theme.dark ? QColor(0x72, 0xc8, 0x93) : QColor(0x1c, 0x72, 0x41), all, textRatio);
    return theme;
}

Theme themeOf(const QWidget &widget)
{
    // Delegates ask for it with every row: made anew only where the palette is another one.
    static qint64 key = 0;
    static Theme last;
    const QPalette palette = widget.palette();
    if (palette.cacheKey() != key) {
        last = themeFor(palette);
        key = palette.cacheKey();
    }
    return last;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)}); // the list: by value
    return (lighter + 0.05) / (darker + 0.05);
}

QFont themeFont(const QWidget &widget, double points, bool bold)
{
    QFont font = widget.font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(std::max(6.0, font.pointSizeF() + points));
    else
        font.setPixelSize(std::max(8, int(std::lround(font.pixelSize() + points * 4 / 3))));
    if (bold)
        font.setWeight(QFont::DemiBold);
    return font;
}
