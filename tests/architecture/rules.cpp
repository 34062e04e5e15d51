#include "tests/architecture/rules.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Past it, something wants a room of its own.
constexpr qsizetype mostLines = 300;

struct Ban
{
    QString what;
    QRegularExpression pattern;
    QStringList rooms; ///< Where it holds
};

const QStringList core{u"core/domain"_s, u"core/store"_s, u"core/api"_s, u"core/sync"_s, u"core/session"_s};
const QStringList program = QStringList{u"app"_s, u"ui"_s} + core;

QStringList without(QStringList rooms, const QString &room)
{
    rooms.removeAll(room);
    return rooms;
}

/// The arrows: what a room may include besides itself.
const QMap<QString, QStringList> &arrows()
{
    static const QMap<QString, QStringList> allowed{
        {u"app"_s, {u"ui"_s, u"core/session"_s, u"core/domain"_s}},
        {u"ui"_s, {u"core/session"_s, u"core/domain"_s}},
        {u"core/session"_s, {u"core/sync"_s, u"core/api"_s, u"core/store"_s, u"core/domain"_s}},
        {u"core/sync"_s, {u"core/store"_s, u"core/api"_s, u"core/domain"_s}},
        {u"core/api"_s, {u"core/domain"_s}},
        {u"core/store"_s, {u"core/domain"_s}},
        {u"core/domain"_s, {}},
        {u"tests/sandbox"_s, {u"tests"_s}},
        {u"tests"_s, {}}, // Not read: only for the arrows that point there
    };
    return allowed;
}

/// Of api's headers, those that the engine may see: the wire itself is behind Transport.
bool isOpenToSync(const QString &path)
{
    return path == u"core/api/transport.h"_s || path == u"core/api/codec.h"_s || path == u"core/api/requests.h"_s;
}

const std::vector<Ban> &bans()
{
    static const auto include = [](const char *names) {
        return QRegularExpression(u"^\\s*#\\s*include\\s*<(?:[A-Za-z]+/)?(?:%1)>"_s.arg(QLatin1StringView(names)),
                                  QRegularExpression::MultilineOption);
    };
    static const auto words = [](const char *pattern) { return QRegularExpression(QString::fromLatin1(pattern)); };
    static const std::vector<Ban> all{
        {u"Widgets below ui"_s,
         include("QtWidgets|Q\\w*Widget\\w*|QApplication|Q\\w*Dialog\\w*|QMessageBox|QLabel|Q(?:Abstract|List|Table|"
                 "Tree|Column|Header|Graphics|Item|Undo)\\w*View|Q\\w*Layout|"
                 "QMenu\\w*|"
                 "Q\\w*Button|QMainWindow|QStyle\\w*|Q\\w*Edit|QAction|QSystemTrayIcon"),
         core},
        {u"Qt Sql outside core/store"_s, include("QtSql|QSql\\w*"), without(program, u"core/store"_s)},
        {u"Qt Network outside core/api"_s,
         include("QtNetwork|QNetwork\\w*|QSsl\\w*|QTcp\\w*|QUdp\\w*|QHost\\w*|QAbstractSocket"),
         without(program, u"core/api"_s)},
        // The channel between two starts of the program is no network: it is the start's own business.
        {u"a local socket outside app"_s, include("QLocal(?:Socket|Server)"), without(program, u"app"_s)},
        // Others can read its arguments and its environment. What is shown outside goes through QDesktopServices.
        {u"another program started"_s,
         words("\\bQProcess\\b|\\b(?:popen|posix_spawnp?|execl[ep]?|execvp?e?|fork|std::system)\\s*\\("), program},
        {u"the environment changed"_s, words("\\bq?(?:putenv|setenv)\\s*\\("), program},
        {u"a nested event loop"_s, words("\\bQEventLoop\\b|\\bprocessEvents\\b"), program},
        {u"exec() on something shown"_s, words("(?:[Dd]ialog|[Mm]enu|[Bb]ox|[Dd]rag)\\w*\\s*(?:\\.|->)\\s*exec\\s*\\("),
         program},
        {u"BlockingQueuedConnection"_s, words("\\bBlockingQueuedConnection\\b"), program},
        {u"a mutex"_s,
         words("\\bQ(?:Recursive)?Mutex\\w*|\\bQReadWriteLock\\b|\\bQSemaphore\\b|\\bQWaitCondition\\b|"
               "\\bstd::(?:recursive_|shared_|timed_)*mutex\\b|\\bstd::(?:lock_guard|scoped_lock|unique_lock)\\b"),
         program},
    };
    return all;
}

QStringList arrowFaults(const QString &path, const QString &code)
{
    static const QRegularExpression included(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s,
                                             QRegularExpression::MultilineOption);
    const QString from = roomOf(path);
    QStringList faults;
    for (const QRegularExpressionMatch &match : included.globalMatch(code)) {
        const QString target = match.captured(1);
        const QString to = roomOf(target);
        const bool generated =
            target.endsWith(u".moc"_s) || target.startsWith(u"moc_"_s) || target.startsWith(u"ui_"_s);
        const bool allowed = to == from || arrows().value(from).contains(to);
        if (generated)
            continue;
        if (to.isEmpty())
            faults += u"%1 includes \"%2\", which is not spelled from the root"_s.arg(path, target);
        else if (!allowed || (from == u"core/sync"_s && to == u"core/api"_s && !isOpenToSync(target)))
            faults += u"%1 includes \"%2\": there is no such arrow"_s.arg(path, target);
    }
    return faults;
}

} // namespace

QString roomOf(const QString &path)
{
    QString room;
    for (const QString &each : arrows().keys()) {
        if (path.startsWith(each + u'/') && each.size() > room.size())
            room = each; // The innermost: "tests/sandbox" before "tests"
    }
    return room;
}

QString codeOf(const QString &source)
{
    // What is matched first wins: a comment in a string is none, and the other way round. An include's quotes stay.
    static const QRegularExpression noise(
        u"(^[ \\t]*#[ \\t]*include[^\\n]*)|//[^\\n]*|/\\*.*?\\*/|"
        "R\"([^()\\s\\\\]*)\\(.*?\\)\\2\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)+'"_s,
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : noise.globalMatch(source)) {
        code += source.mid(from, match.capturedStart() - from) + match.captured(1);
        code += QString(match.captured().count(u'\n'), u'\n');
        from = match.capturedEnd();
    }
    return code + source.mid(from);
}

QStringList faultsIn(const QString &path, const QString &source)
{
    const QString code = codeOf(source);
    QStringList faults = arrowFaults(path, code);
    for (const Ban &ban : bans()) {
        const QRegularExpressionMatch match = ban.pattern.match(code);
        if (ban.rooms.contains(roomOf(path)) && match.hasMatch())
            faults += u"%1: %2 (%3)"_s.arg(path, ban.what, match.captured().trimmed());
    }
    if (const qsizetype lines = source.count(u'\n'); lines > mostLines)
        faults += u"%1: %2 lines, where %3 are the budget"_s.arg(path).arg(lines).arg(mostLines);
    return faults;
}
