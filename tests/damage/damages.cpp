#include "tests/damage/damages.h"

#include "core/store/database.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 page = 4096;
constexpr qint64 pageSizeAt = 16; // Offsets in the header of a database
constexpr qint64 userVersionAt = 60;
constexpr qint64 applicationIdAt = 68;

void flip(const QString &path, qint64 at)
{
    const QByteArray before = contentOf(path);
    REQUIRE(before.size() > at);
    overwrite(path, at, QByteArray(1, char(before[at] ^ 0x40)));
}

} // namespace

namespace damages {

void cutInHalf(const QString &path)
{
    REQUIRE(QFile::resize(path, QFileInfo(path).size() / 2));
}

void cutToAHeadersHalf(const QString &path)
{
    REQUIRE(QFile::resize(path, 50));
}

void empty(const QString &path)
{
    REQUIRE(QFile::resize(path, 0));
}

void remove(const QString &path)
{
    REQUIRE(QFile::remove(path));
}

void flipInTheHeader(const QString &path)
{
    flip(path, pageSizeAt);
}

void flipInTheText(const QString &path, const char *text)
{
    const QByteArray content = contentOf(path);
    const qsizetype at = content.indexOf(text);
    REQUIRE(at >= 0);
    overwrite(path, at, QByteArray(1, char(content[at] ^ 1)));
}

void spoilThePageInTheMiddle(const QString &path)
{
    overwrite(path, QFileInfo(path).size() / page / 2 * page, QByteArray(page, '\xff'));
}

void makeForeign(const QString &path)
{
    overwrite(path, applicationIdAt, "ABCD");
}

void putAnotherDatabase(const QString &path)
{
    REQUIRE(QFile::remove(path));
    const auto another = Database::open(path);
    REQUIRE(another);
    REQUIRE((*another)->execute(u"PRAGMA application_id = 77"_s));
    REQUIRE((*another)->execute(u"CREATE TABLE recipe (name TEXT)"_s));
    REQUIRE((*another)->execute(u"INSERT INTO recipe VALUES ('soup')"_s));
}

void putText(const QString &path)
{
    REQUIRE(QFile::resize(path, 0));
    overwrite(path, 0, QByteArray("Dear diary. ").repeated(500));
}

void makeNewer(const QString &path)
{
    overwrite(path, userVersionAt, QByteArray("\0\0\0\x63", 4));
}

void forgetTheVersion(const QString &path)
{
    overwrite(path, userVersionAt, QByteArray(4, '\0'));
    overwrite(path, applicationIdAt, QByteArray(4, '\0'));
}

void removeTheLog(const QString &path)
{
    REQUIRE(QFile::remove(path + u"-wal"_s));
}

void flipInTheLog(const QString &path)
{
    flip(path + u"-wal"_s, QFileInfo(path + u"-wal"_s).size() / 2);
}

void cutTheLog(const QString &path)
{
    cutInHalf(path + u"-wal"_s);
}

} // namespace damages

std::map<QString, QByteArray> contentsOf(const QString &path)
{
    std::map<QString, QByteArray> contents;
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-journal"_s}) {
        if (QFileInfo(path + suffix).size() > 0)
            contents[suffix] = contentOf(path + suffix);
    }
    return contents;
}
