#include "tests/ui/gallery.h"

#include "tests/support/widgets.h"
#include "ui/common/applytheme.h"

#include <QCommandLineParser>
#include <QDir>
#include <QtTest>

GalleryFrame GalleryFrame::begin(QApplication &application, QSize wide, QSize narrow)
{
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where the pictures go"));
    const QCommandLineOption dark(QStringLiteral("dark"));
    const QCommandLineOption rtl(QStringLiteral("rtl"));
    const QCommandLineOption small(QStringLiteral("narrow"));
    const QCommandLineOption odd(QStringLiteral("odd"));
    parser.addOptions({dark, rtl, small, odd});
    parser.process(application);
    applyTheme(application, parser.isSet(dark) ? ThemeChoice::Dark : ThemeChoice::Light);
    if (parser.isSet(rtl))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    const QString folder = parser.positionalArguments().value(0, QStringLiteral("."));
    QDir().mkpath(folder);
    return {folder, parser.isSet(small) ? narrow : wide, parser.isSet(odd)};
}

void GalleryFrame::save(QWidget &widget, const char *name) const
{
    widgets::settle();
    QTest::qWait(40); // Animations end; pictures for people, not a test
    widget.grab().save(QDir(folder).filePath(QString::fromLatin1(name) + QStringLiteral(".png")));
}
