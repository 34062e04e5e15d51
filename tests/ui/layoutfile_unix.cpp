#include "tests/support/catch.h"
#include "ui/settings/layoutstore.h"

#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <sys/stat.h>

TEST_CASE("Whatever the umask, the file of the window's layout is its owner's alone, also one that was not")
{
    const mode_t before = umask(0);
    const auto back = qScopeGuard([before] { umask(before); });
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("layout.ini"));
    if (GENERATE(false, true)) {
        REQUIRE(QFile(path).open(QIODevice::WriteOnly));
        REQUIRE(chmod(QFile::encodeName(path).constData(), 0666) == 0);
    }

    {
        LayoutStore layout(folder.path());
        layout.keep(QStringLiteral("section"), QStringLiteral("1"));
    }

    CHECK(LayoutStore(folder.path()).text(QStringLiteral("section")) == QStringLiteral("1"));
    CHECK(QFileInfo(path).permissions() ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
}
