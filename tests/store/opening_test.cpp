#include "core/store/openstore.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

bool setAsideOnce(const CacheFixture &f)
{
    return f.trouble.size() == 1 && f.trouble[0].kind == StoreTrouble::Kind::CacheSetAside &&
           QFile::exists(f.trouble[0].path);
}

} // namespace

TEST_CASE("The files are their owner's alone")
{
    QTemporaryDir folder;
    std::vector<StoreTrouble> trouble;
    const QString path = folder.filePath(u"account/cache.db"_s);
    const auto cache = CacheStore::open(path, trouble);
    REQUIRE(cache);
    REQUIRE((*cache)->beginFullPass());

    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    CHECK_FALSE(QFileInfo(path).permissions() & others);
    CHECK_FALSE(QFileInfo(path + u"-wal"_s).permissions() & others);
    CHECK_FALSE(QFileInfo(folder.filePath(u"account"_s)).permissions() & others);
}

TEST_CASE("Files that were open to others are their owner's alone afterwards, also those set aside")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.db"_s);
    const auto everybody = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther |
                           QFileDevice::WriteOther | QFileDevice::WriteGroup;
    QFile garbage(path);
    REQUIRE(garbage.open(QIODevice::WriteOnly));
    garbage.write("no database");
    garbage.setPermissions(everybody);
    garbage.close();
    std::vector<StoreTrouble> trouble;

    {
        REQUIRE(CacheStore::open(path, trouble));
        REQUIRE(QFile::setPermissions(path, everybody));
    }
    REQUIRE(CacheStore::open(path, trouble));

    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    REQUIRE(trouble.size() == 1);
    CHECK_FALSE(QFileInfo(trouble[0].path).permissions() & others);
    CHECK_FALSE(QFileInfo(path).permissions() & others);
}

TEST_CASE("No file is shared with another program")
{
    CacheFixture f;
    REQUIRE(f.cache->beginFullPass());
    CHECK_FALSE(QFile::exists(f.path() + u"-shm"_s));
}

TEST_CASE("A second program on the same files is told so at once")
{
    CacheFixture f;
    std::vector<StoreTrouble> trouble;
    QElapsedTimer timer;
    timer.start();

    const auto second = CacheStore::open(f.path(), trouble);

    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::Busy);
    CHECK(timer.elapsed() < 2000);
    CHECK(trouble.empty());
}

TEST_CASE("A cache that is garbage is set aside and made anew")
{
    CacheFixture f;
    f.apply({pendingInvitation(u"i1"_s)});
    f.cache.reset();
    overwrite(f.path(), 0, QByteArray(5000, 'x'));

    f.reopen();

    CHECK(setAsideOnce(f));
    CHECK_FALSE(*f.cache->invitation(invitationId(u"i1"_s)));
    CHECK(contentOf(f.trouble[0].path).startsWith("xxxx"));
}

TEST_CASE("A cache that was cut short is set aside and made anew")
{
    CacheFixture f;
    f.cache.reset();
    REQUIRE(QFile::resize(f.path(), 8192));
    f.reopen();
    CHECK(setAsideOnce(f));
    CHECK(f.cache->feedState()->pass == 0);
}

TEST_CASE("A cache that turns out damaged in use is set aside at the next start")
{
    CacheFixture f;
    std::vector<Change> many;
    for (int i = 0; i < 2000; ++i)
        many.push_back(pendingInvitation(u"i%1"_s.arg(i)));
    f.apply(many);
    f.cache.reset();
    for (qint64 page = 80; page < QFileInfo(f.path()).size() / 4096; ++page)
        overwrite(f.path(), page * 4096, QByteArray(512, '\xff'));
    f.reopen();
    CHECK(f.trouble.empty());
    bool seen = false;
    for (int i = 0; i < 2000 && !seen; ++i) {
        const auto read = f.cache->invitation(invitationId(u"i%1"_s.arg(i)));
        seen = !read && read.error().kind == ErrorKind::Damaged;
    }
    CHECK(seen);

    f.reopen();
    CHECK(setAsideOnce(f));
    f.reopen();
    CHECK(f.trouble.size() == 1);
}

TEST_CASE("A bit that flips in a statement that made the cache is seen when it is opened")
{
    for (const char *text : {"before_soon", "state TEXT NOT NULL", "INTEGER NOT NULL", "INDEX client_connected"}) {
        INFO(text);
        CacheFixture f;
        f.cache.reset();
        const QByteArray before = contentOf(f.path());
        const qsizetype at = before.indexOf(text);
        REQUIRE(at > 0);
        overwrite(f.path(), at, QByteArray(1, char(before[at] ^ 1)));

        f.reopen();

        CHECK(setAsideOnce(f));
    }
}

TEST_CASE("A table that turns out to be another in use is damage that was seen")
{
    CacheFixture f;
    REQUIRE(f.cache->database().execute(u"ALTER TABLE invitation RENAME COLUMN message TO messagf"_s));

    const auto read = f.cache->invitation(invitationId(u"i1"_s));

    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::Damaged);
    CHECK(f.cache->database().sawDamage());
}

TEST_CASE("A search that can't be understood, or an end of a transaction that is over already, is no damage")
{
    CacheFixture f;
    CHECK_FALSE(f.cache->database().number(u"SELECT rowid FROM invitation_fts WHERE text MATCH char(34)"_s));
    CHECK_FALSE(f.cache->database().rollBack());
    CHECK_FALSE(f.cache->database().execute(u"COMMIT"_s));
    CHECK_FALSE(f.cache->database().sawDamage());
}

TEST_CASE("An empty file is a cache to be made")
{
    CacheFixture f;
    f.cache.reset();
    REQUIRE(QFile::resize(f.path(), 0));
    f.reopen();
    CHECK(f.trouble.empty());
}

TEST_CASE("Another program's database is set aside, not written into")
{
    CacheFixture f;
    f.cache.reset();
    overwrite(f.path(), 68, "ABCD");
    const QByteArray before = contentOf(f.path());

    f.reopen();

    REQUIRE(setAsideOnce(f));
    CHECK(contentOf(f.trouble[0].path) == before);
}

TEST_CASE("A newer program's database is left as it is, to the byte")
{
    CacheFixture f;
    f.cache.reset();
    overwrite(f.path(), 60, QByteArray("\0\0\0\x63", 4));
    const QByteArray before = contentOf(f.path());

    const auto opened = CacheStore::open(f.path(), f.trouble);

    REQUIRE_FALSE(opened);
    CHECK(opened.error().kind == ErrorKind::NewerSchema);
    CHECK(contentOf(f.path()) == before);
    CHECK(QDir(f.folder.path()).entryList(QDir::Files) == QStringList{u"cache.db"_s});
}

TEST_CASE("What was committed is there after a crash")
{
    CacheFixture f;
    f.apply({pendingInvitation(u"i1"_s)});
    QTemporaryDir after;
    copyAsCrashed(f.path(), after.filePath(u"cache.db"_s));

    std::vector<StoreTrouble> trouble;
    const auto cache = CacheStore::open(after.filePath(u"cache.db"_s), trouble);

    REQUIRE(cache);
    CHECK(trouble.empty());
    CHECK(*(*cache)->invitation(invitationId(u"i1"_s)));
}

TEST_CASE("An old log beside no database, or an empty one, is kept")
{
    CacheFixture f;
    f.cache.reset();
    REQUIRE(QFile::resize(f.path(), 0));
    overwrite(f.path() + u"-wal"_s, 0, "what was written");
    f.reopen();
    REQUIRE(f.trouble.size() == 1);
    CHECK(contentOf(f.trouble[0].path + u"-wal"_s) == "what was written");
}

TEST_CASE("A folder that can't be written to is an error, not a crash")
{
    QTemporaryDir folder;
    overwrite(folder.filePath(u"file"_s), 0, "x");
    std::vector<StoreTrouble> trouble;
    const auto cache = CacheStore::open(folder.filePath(u"file/cache.db"_s), trouble);
    REQUIRE_FALSE(cache);
    CHECK(cache.error().kind == ErrorKind::Disk);
}

TEST_CASE("Damage that was seen in a cache is not remembered of the one after a sign-out")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.db"_s);
    std::vector<StoreTrouble> trouble;
    REQUIRE(CacheStore::open(path, trouble));
    QFile mark(path + u"-damage-seen"_s);
    REQUIRE(mark.open(QIODevice::WriteOnly));
    mark.close();

    CHECK(CacheStore::removeFiles(path));

    CHECK_FALSE(mark.exists());
    REQUIRE(CacheStore::open(path, trouble));
    CHECK(trouble.empty());
}
