#include "tests/architecture/rules.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Every source of a folder of the project, by its path from the root.
QStringList sourcesIn(const QDir &root, const QString &folder)
{
    QStringList paths;
    QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s, u"*.mm"_s}, QDir::Files,
                       QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
    while (files.hasNext())
        paths += root.relativeFilePath(files.next());
    return paths;
}

bool isFault(const char *path, const char *source)
{
    return !faultsIn(QString::fromLatin1(path), QString::fromLatin1(source)).isEmpty();
}

} // namespace

TEST_CASE("The sources keep the rules of the house")
{
    const QDir root(QStringLiteral(ATLAS_SOURCE_ROOT));
    QStringList faults;
    int files = 0;
    for (const QString &folder : {u"app"_s, u"core"_s, u"ui"_s, u"tests/sandbox"_s}) {
        for (const QString &path : sourcesIn(root, folder)) {
            QFile file(root.filePath(path));
            REQUIRE(file.open(QIODevice::ReadOnly));
            faults += faultsIn(path, QString::fromUtf8(file.readAll()));
            ++files;
        }
    }

    INFO(faults.join(u'\n').toStdString());
    CHECK(faults.isEmpty());
    CHECK(files > 40); // It did look
}

TEST_CASE("A forbidden arrow is found")
{
    CHECK(isFault("core/domain/id.h", "#include \"core/api/codec.h\"\n"));
    CHECK(isFault("core/api/codec.cpp", "#pragma once\n  #  include \"core/store/cachestore.h\""));
    CHECK(isFault("core/store/a.cpp", "#include \"core/api/codec.h\""));
    CHECK(isFault("core/sync/a.cpp", "#include \"core/session/session.h\""));
    CHECK(isFault("core/sync/a.cpp", "#include \"core/api/httptransport.h\""));
    CHECK(isFault("core/session/a.cpp", "#include \"ui/common/theme.h\""));
    CHECK(isFault("ui/shell/a.cpp", "#include \"core/store/cachestore.h\""));
    CHECK(isFault("ui/shell/a.cpp", "#include \"app/options.h\""));
    CHECK(isFault("app/main.cpp", "#include \"core/sync/syncengine.h\""));
    CHECK(isFault("ui/shell/a.cpp", "#include \"tests/support/samples.h\""));
    CHECK(isFault("tests/sandbox/a.cpp", "#include \"core/domain/id.h\""));
    CHECK(isFault("core/api/a.cpp", "#include \"codec.h\""));
}

TEST_CASE("An allowed arrow is no fault")
{
    CHECK_FALSE(isFault("app/main.cpp", "#include \"ui/shell/a.h\"\n#include \"core/session/livesession.h\""));
    CHECK_FALSE(isFault("ui/shell/a.cpp", "#include \"ui/common/theme.h\"\n#include \"core/domain/id.h\""));
    CHECK_FALSE(isFault("core/session/a.cpp", "#include \"core/api/httptransport.h\"\n#include \"core/sync/a.h\""));
    CHECK_FALSE(isFault("core/sync/a.cpp", "#include \"core/api/transport.h\"\n#include \"core/store/a.h\""));
    CHECK_FALSE(
        isFault("tests/sandbox/a.cpp",
                "#include \"tests/sandbox/b.h\"\n#include \"tests/support/a.h\"\n#include <QMutex>\nQMutex m;"));
    CHECK_FALSE(isFault("ui/shell/a.cpp", "int a;\n#include \"a.moc\"\n"));
}

TEST_CASE("Qt's modules are found outside their rooms")
{
    CHECK(isFault("core/session/a.h", "#include <QWidget>"));
    CHECK(isFault("core/domain/a.h", "#include <QtWidgets/QLabel>"));
    CHECK(isFault("core/sync/a.h", "#include <QTableView>"));
    CHECK(isFault("ui/shell/a.h", "#include <QSqlQuery>"));
    CHECK(isFault("core/sync/a.h", "#include <QtSql>"));
    CHECK(isFault("app/a.h", "#include <QNetworkAccessManager>"));
    CHECK(isFault("core/session/a.h", "#include <QSslCertificate>"));
    CHECK(isFault("ui/shell/a.cpp", "#include <QLocalSocket>"));
    CHECK_FALSE(isFault("app/a.cpp", "#include <QLocalServer>"));

    CHECK_FALSE(isFault("ui/shell/a.h", "#include <QWidget>"));
    CHECK_FALSE(isFault("core/store/a.cpp", "#include <QSqlQuery>\n#include <QStringView>"));
    CHECK_FALSE(isFault("core/api/a.cpp", "#include <QNetworkReply>\n#include <QByteArrayView>"));
}

TEST_CASE("Nested event loops, blocking calls and mutexes are found")
{
    CHECK(isFault("ui/a.cpp", "void f() { RejectDialog dialog; dialog.exec(); }"));
    CHECK(isFault("ui/a.cpp", "m_contextMenu->exec(at);"));
    CHECK(isFault("ui/a.cpp", "QCoreApplication::processEvents();"));
    CHECK(isFault("core/session/a.cpp", "QEventLoop loop;"));
    CHECK(isFault("core/session/a.cpp", "invokeMethod(a, b, Qt::BlockingQueuedConnection);"));
    CHECK(isFault("core/store/a.h", "QMutex m_mutex;"));
    CHECK(isFault("core/store/a.h", "std::scoped_lock lock(m);"));

    CHECK_FALSE(isFault("app/main.cpp", "return application.exec();"));
    CHECK_FALSE(isFault("core/store/a.cpp", "query.exec();"));
}

TEST_CASE("Starting another program and changing the environment are found")
{
    CHECK(isFault("app/main.cpp", "QProcess::startDetached(name, {token});"));
    CHECK(isFault("ui/a.cpp", "#include <QProcess>"));
    CHECK(isFault("core/session/a.cpp", "if (fork() == 0) execvp(name, arguments);"));
    CHECK(isFault("core/session/a.cpp", "qputenv(\"TOKEN\", token);"));

    CHECK_FALSE(isFault("app/main.cpp", "QDesktopServices::openUrl(url);"));
    CHECK_FALSE(isFault("app/a.cpp", "qgetenv(\"USER\");"));
    CHECK_FALSE(isFault("ui/a.cpp", "query.exec(); QProcessEnvironment e;"));
}

TEST_CASE("A file that is over its budget of lines is found")
{
    CHECK_FALSE(isFault("ui/a.cpp", QByteArray(300, '\n').constData()));
    CHECK(isFault("ui/a.cpp", QByteArray(301, '\n').constData()));
}

TEST_CASE("Words in comments and texts are not code")
{
    CHECK_FALSE(isFault("ui/a.cpp", "// never dialog.exec()\n/* QMutex\n */ log(\"processEvents \\\" QMutex\");"));
    CHECK_FALSE(isFault("ui/a.cpp", "const auto s = R\"(QMutex \" \n)\"; char c = '\"'; // '\n"));
    CHECK(isFault("ui/a.cpp", "char c = '\"'; QMutex m; char d = '\"';"));
    CHECK(isFault("core/api/a.cpp", "/* a */\n#include \"ui/b.h\" // b\n"));
}
