#include "ui/common/applytheme.h"

#include "ui/common/atlasstyle.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QStyle>

namespace {

bool platformHasOwnStyle()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    const QString name = QApplication::style()->name();
    return name.compare(QLatin1StringView("fusion"), Qt::CaseInsensitive) != 0 &&
           name.compare(QLatin1StringView("windows"), Qt::CaseInsensitive) != 0;
#endif
}

} // namespace

QPalette ownPalette(bool dark)
{
    QPalette palette;
    const QColor window = dark ? QColor(0x1b, 0x1e, 0x21) : QColor(0xf3, 0xf5, 0xf6);
    const QColor base = dark ? QColor(0x20, 0x24, 0x28) : QColor(0xff, 0xff, 0xff);
    const QColor text = dark ? QColor(0xe8, 0xeb, 0xee) : QColor(0x1a, 0x20, 0x26);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, text);
    const Theme theme = themeFor(palette);
    palette.setColor(QPalette::AlternateBase, theme.raised);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::PlaceholderText, theme.secondary);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Light, dark ? QColor(0x33, 0x38, 0x3e) : QColor(0xff, 0xff, 0xff));
    palette.setColor(QPalette::Midlight, theme.border);
    palette.setColor(QPalette::Mid, theme.border);
    palette.setColor(QPalette::Dark, theme.outline);
    palette.setColor(QPalette::Shadow, QColor(0, 0, 0));
    palette.setColor(QPalette::BrightText, theme.danger);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.secondary);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.selectionInactive);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, theme.secondary);
    return palette;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    QApplication::setWindowIcon(applicationIcon());
    if (choice == ThemeChoice::System && platformHasOwnStyle())
        return;
    const bool systemDark = themeFor(QApplication::palette()).dark;
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemDark);
    QApplication::setStyle(new AtlasStyle);
    application.setPalette(ownPalette(dark));
}
