#include "core/store/database.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int manyOperations = 400;

/// A closed desk of many operations.
QString fullDesk(const QTemporaryDir &folder, int operations = manyOperations)
{
    const QString path = folder.filePath(u"desk.db"_s);
    std::vector<StoreTrouble> trouble;
    const auto desk = DeskStore::open(path, trouble);
    REQUIRE(desk);
    REQUIRE((*desk)->database().execute(u"PRAGMA synchronous = OFF"_s));
    for (int i = 0; i < operations; ++i)
        REQUIRE((*desk)->add(rejection(quint64(i), u"i%1"_s.arg(i)), noon));
    REQUIRE((*desk)->saveDraft({invitationId(u"d1"_s), u"r1"_s, {}, {}, u"words"_s}, noon));
    return path;
}

struct Reopened
{
    std::vector<StoreTrouble> trouble;
    std::unique_ptr<DeskStore> desk;
};

Reopened reopen(const QString &path)
{
    Reopened reopened;
    auto desk = DeskStore::open(path, reopened.trouble);
    if (!desk)
        FAIL(desk.error().detail.toStdString());
    reopened.desk = std::move(*desk);
    return reopened;
}

} // namespace

TEST_CASE("A bad page takes only its own rows: the others are salvaged, and the file is kept")
{
    QTemporaryDir folder;
    const QString path = fullDesk(folder);
    const qint64 middle = QFileInfo(path).size() / 4096 / 2;
    overwrite(path, middle * 4096, QByteArray(4096, '\xff'));
    const QByteArray before = contentOf(path);

    const Reopened after = reopen(path);

    REQUIRE(after.trouble.size() == 1);
    CHECK(after.trouble[0].kind == StoreTrouble::Kind::DeskSetAside);
    CHECK(contentOf(after.trouble[0].path) == before);
    const qint64 count = *after.desk->operationCount();
    CHECK(after.trouble[0].count == count);
    CHECK(count >= manyOperations - 20);
    CHECK(reopen(folder.filePath(u"other.db"_s)).trouble.empty());
}

TEST_CASE("Wherever a page is bad, the desk opens and keeps what it can")
{
    QTemporaryDir folder;
    const QString path = fullDesk(folder);
    const qint64 pages = QFileInfo(path).size() / 4096;
    qint64 kept = 0;
    for (qint64 page = 1; page < pages; ++page) {
        QTemporaryDir copyFolder;
        const QString copy = copyFolder.filePath(u"desk.db"_s);
        REQUIRE(QFile::copy(path, copy));
        overwrite(copy, page * 4096, QByteArray(4096, '\xff'));
        const Reopened after = reopen(copy);
        kept += *after.desk->operationCount();
        CHECK(after.trouble.size() <= 1);
    }
    CHECK(kept > (pages - 1) * manyOperations * 9 / 10);
}

TEST_CASE("Whichever bit of a desk's first page flips, every row that was in it is found")
{
    QTemporaryDir folder;
    const QString path = fullDesk(folder, 30);
    const QByteArray sound = contentOf(path);
    constexpr qsizetype page = 4096;
    constexpr qsizetype userVersion = 60; // A version that is not known yet is not touched: see below
    for (qsizetype at = 0; at < page; at += at < 100 ? 1 : 11) {
        for (int bit = at < 100 ? 0 : int(at % 8); bit < 8; bit += at < 100 ? 1 : 5) {
            if (at >= userVersion && at < userVersion + 4)
                continue;
            INFO("bit " << bit << " of byte " << at);
            QTemporaryDir copyFolder;
            const QString copy = copyFolder.filePath(u"desk.db"_s);
            QByteArray flipped = sound;
            flipped[at] = char(flipped[at] ^ (1 << bit));
            overwrite(copy, 0, flipped);
            const Reopened after = reopen(copy);
            CHECK(*after.desk->operationCount() == 30);
            CHECK(*after.desk->draft(invitationId(u"d1"_s)));
            CHECK((after.trouble.empty() || after.trouble[0].count == 30));
            CHECK((after.trouble.empty() || contentOf(after.trouble[0].path) == flipped));
        }
    }
}

TEST_CASE("A row that says what no row can say is left in the file that is set aside")
{
    QTemporaryDir folder;
    const QString path = fullDesk(folder);
    {
        const Reopened open = reopen(path);
        REQUIRE(open.desk->database().execute(u"UPDATE operation SET type = 'nonsense' WHERE rid = 7"_s));
    }
    const Reopened after = reopen(path);
    REQUIRE(after.trouble.size() == 1);
    CHECK(after.trouble[0].count == manyOperations - 1);
    CHECK((*after.desk->draft(invitationId(u"d1"_s)))->message == u"words"_s);
}

TEST_CASE("Garbage in the desk's place is set aside, and nothing is invented")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    overwrite(path, 0, QByteArray(9000, 'x'));
    const Reopened after = reopen(path);
    REQUIRE(after.trouble.size() == 1);
    CHECK(after.trouble[0].count == 0);
    CHECK(QFileInfo(after.trouble[0].path).size() == 9000);
}

TEST_CASE("A second damaged desk doesn't take the first one's place")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    overwrite(path, 0, "first");
    const QString first = reopen(path).trouble[0].path;
    overwrite(path, 0, QByteArray("second").repeated(40));
    const QString second = reopen(path).trouble[0].path;
    CHECK(first != second);
    CHECK(contentOf(first) == "first");
}

TEST_CASE("A newer program's desk is left as it is, to the byte")
{
    QTemporaryDir folder;
    const QString path = fullDesk(folder);
    overwrite(path, 60, QByteArray("\0\0\0\x63", 4));
    const QByteArray before = contentOf(path);
    std::vector<StoreTrouble> trouble;

    const auto desk = DeskStore::open(path, trouble);

    REQUIRE_FALSE(desk);
    CHECK(desk.error().kind == ErrorKind::NewerSchema);
    CHECK(contentOf(path) == before);
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{u"desk.db"_s});
}

TEST_CASE("The cache is no desk")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    std::vector<StoreTrouble> trouble;
    REQUIRE(CacheStore::open(path, trouble));
    CHECK(reopen(path).trouble.size() == 1);
}

TEST_CASE("A second program on the desk is told so, and nothing is set aside")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    const Reopened first = reopen(path);
    std::vector<StoreTrouble> trouble;
    const auto second = DeskStore::open(path, trouble);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::Busy);
    CHECK(trouble.empty());
}

TEST_CASE("A crash at any moment after a decision was kept doesn't lose it")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    const Reopened open = reopen(path);
    REQUIRE(open.desk->add(acceptance(1, u"i1"_s), noon));
    QTemporaryDir after;
    copyAsCrashed(path, after.filePath(u"desk.db"_s));
    const Reopened crashed = reopen(after.filePath(u"desk.db"_s));
    CHECK(crashed.trouble.empty());
    CHECK(*crashed.desk->operation(operationId(1)));
}

TEST_CASE("What a killed run left in the log is in the database itself once it has been shown")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.db"_s);
    const Reopened open = reopen(path);
    REQUIRE(open.desk->add(acceptance(1, u"i1"_s), noon));
    QTemporaryDir after;
    const QString crashed = after.filePath(u"desk.db"_s);
    copyAsCrashed(path, crashed);
    const Reopened shown = reopen(crashed);

    QTemporaryDir later;
    REQUIRE(QFile::copy(crashed, later.filePath(u"desk.db"_s))); // Without the log, which nobody may have synced
    const Reopened read = reopen(later.filePath(u"desk.db"_s));

    CHECK(*read.desk->operation(operationId(1)));
}

TEST_CASE("A run that was cut off while salvaging is gone on with")
{
    QTemporaryDir folder;
    const QString path = fullDesk(folder);
    REQUIRE(QFile::rename(path, path + u"-salvaged-3"_s));
    overwrite(path + u"-wal"_s, 0, "the log of the damaged one");
    overwrite(path + u".damaged-3"_s, 0, "the damaged one");
    CHECK(DeskStore::isThere(path));

    const Reopened after = reopen(path);

    CHECK(*after.desk->operationCount() == manyOperations);
    CHECK(contentOf(path + u".damaged-3-wal"_s) == "the log of the damaged one");
    CHECK(contentOf(path + u".damaged-3"_s) == "the damaged one");
    REQUIRE(after.trouble.size() == 1);
    CHECK(after.trouble[0].kind == StoreTrouble::Kind::DeskSetAside);
    CHECK(after.trouble[0].count == manyOperations);
    CHECK(after.trouble[0].path == path + u".damaged-3"_s);
}
