#include "tests/support/catch.h"

#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

// The program itself, as far as Linux tells of it from outside.

namespace {

/// What /proc says of the size that an image of this process's memory may have: soft, then hard.
QStringList coreLimits(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/limits").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QString &line : QString::fromLatin1(file.readAll()).split(u'\n')) {
        if (line.startsWith(QStringLiteral("Max core file size")))
            return line.mid(18).simplified().split(u' ');
    }
    return {};
}

} // namespace

TEST_CASE("Once the program is up a crash of it leaves no image of its memory")
{
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_CORE, &before) == 0);
    const auto back = qScopeGuard([&before] { setrlimit(RLIMIT_CORE, &before); });
    rlimit generous = before;
    generous.rlim_cur = before.rlim_max;
    REQUIRE(setrlimit(RLIMIT_CORE, &generous) == 0);
    const QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    QProcess program;

    program.start(QStringLiteral(ATLAS_PROGRAM), {QStringLiteral("--offline"), QStringLiteral("--data-dir"), data});
    REQUIRE(QTest::qWaitFor([&data] { return QFile::exists(data); }, 30'000));
    const QStringList limits = coreLimits(program.processId());
    program.kill();
    CHECK(program.waitForFinished());

    REQUIRE(limits.size() >= 2);
    CHECK(limits.at(0) == (before.rlim_max == 0 ? QStringLiteral("0") : QStringLiteral("1")));
}
