#include "app/instancechannel.h"
#include "app/options.h"
#include "app/platform.h"

#include "core/session/datafolder.h"
#include "core/session/livesession.h"
#include "ui/common/applytheme.h"
#include "ui/settings/layoutstore.h"
#include "ui/shell/linkedinvitation.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QDesktopServices>
#include <QIcon>
#include <QStandardPaths>
#include <QTextStream>

namespace {

using namespace std::chrono_literals;

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

/// Whether the program runs already on this data folder, and has done what this start was made for.
bool isTakenOver(const QString &channel, const Options &options)
{
    constexpr Milliseconds patience = 5s;
    switch (handOver(channel, Summons{options.invitation}, patience)) {
    case Handover::Taken:
        return true;
    case Handover::NoAnswer:
        // Then this start goes on. Its window says what it can't do while the other one has the files.
        say(QCoreApplication::translate("Main", "Atlas Desktop is running already on this data folder, but does not answer."),
            wrongUse);
        return false;
    case Handover::Nobody:
        break;
    }
    return false;
}

/// Outside the program goes a link that was checked where it is shown, and nothing that is not of these two kinds.
void openOutside(const QUrl &url)
{
    if (url.scheme() == QLatin1StringView("https") || url.scheme() == QLatin1StringView("mailto"))
        QDesktopServices::openUrl(url);
}

SessionOptions sessionOptions(const Options &options, const QByteArray &token)
{
    SessionOptions start;
    start.server = options.server;
    start.caFile = options.caFile;
    start.token = token;
    start.dataDir = dataDir(options);
    start.offline = options.offline;
    return start;
}

/// The window, its session and the channel, until it is left.
int run(const Options &options, const QByteArray &token, const QString &place)
{
    InstanceChannel channel;
    channel.listen(place); // Where it can't, a second start finds nobody, and then the files in use
    LiveSession session(sessionOptions(options, token));
    session.start(); // Reads the cache while the window is built
    LayoutStore layout(dataDir(options));
    MainWindow window(session, layout, openOutside, options.branch);
    LinkedInvitation linked(session, window);
    QObject::connect(&window, &MainWindow::left, qApp, &QCoreApplication::quit);
    QObject::connect(&channel, &InstanceChannel::summoned, &window, [&window, &linked](const Summons &summons) {
        window.comeForward();
        if (summons.invitation)
            linked.select(*summons.invitation);
    });
    if (options.invitation)
        linked.select(*options.invitation);
    window.show();
    return QApplication::exec();
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
    forbidCoreDumps(); // Before the token is read
    Result<QByteArray> token = QByteArray();
    if (!options->tokenFile.isEmpty())
        token = readToken(options->tokenFile);
    if (!token)
        return say(token.error().detail, wrongUse);

    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false); // The window says when everything is kept
    (void)makeDataFolder(dataDir(*options)); // Its name is told by the folder; the session says where it can't be made
    const QString channel = channelPlace(dataDir(*options));
    if (isTakenOver(channel, *options))
        return 0;
    applyTheme(application, themeChoice(options->theme));
    return run(*options, *token, channel);
}
