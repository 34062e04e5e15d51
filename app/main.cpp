#include "app/options.h"

#include "core/session/livesession.h"
#include "ui/common/applytheme.h"
#include "ui/settings/layoutstore.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDesktopServices>
#include <QIcon>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>

namespace {

constexpr int wrongUse = 2;

int say(const QString &text, int code)
{
    QTextStream out(code == 0 ? stdout : stderr);
    out << text << (text.endsWith(u'\n') ? "" : "\n");
    return code;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

/// What needs no window: answered before a display is asked for.
std::optional<int> answerWithoutWindow(const Result<Options> &options)
{
    if (!options)
        return say(options.error().detail, wrongUse);
    if (options->help)
        return say(helpText(), 0);
    if (options->version)
        return say(versionText(), 0);
    return std::nullopt;
}

QString dataDir(const Options &options)
{
    if (!options.dataDir.isEmpty())
        return options.dataDir;
    // The machine's own folder: a roaming one would copy databases under the program.
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
}

ThemeChoice themeChoice(Options::Theme theme)
{
    switch (theme) {
    case Options::Theme::Light:
        return ThemeChoice::Light;
    case Options::Theme::Dark:
        return ThemeChoice::Dark;
    case Options::Theme::System:
        break;
    }
    return ThemeChoice::System;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("Atlas Desktop"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ATLAS_VERSION));
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    const Result<Options> options = readOptions(argumentsOf(argc, argv));
    if (const std::optional<int> code = answerWithoutWindow(options))
        return *code;
    Result<QByteArray> token = QByteArray();
    if (!options->tokenFile.isEmpty())
        token = readToken(options->tokenFile);
    if (!token)
        return say(token.error().detail, wrongUse);

    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false); // The window says when everything is kept
    applyTheme(application, themeChoice(options->theme));
    SessionOptions start;
    start.server = options->server;
    start.caFile = options->caFile;
    start.token = *token;
    start.dataDir = dataDir(*options);
    start.offline = options->offline;
    LiveSession session(std::move(start));
    session.start(); // Reads the cache while the window is built
    LayoutStore layout(dataDir(*options));
    MainWindow window(session, layout, [](const QUrl &url) { QDesktopServices::openUrl(url); }, options->branch);
    QObject::connect(&window, &MainWindow::left, &application, &QCoreApplication::quit);
    window.show();
    return QApplication::exec();
}
