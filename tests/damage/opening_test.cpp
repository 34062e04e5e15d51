#include "core/store/database.h"
#include "tests/damage/damages.h"
#include "tests/simulation/crashvfs.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

// While a desk is opened, the i-th call of the disk fails, for every i: what fails for a moment is no damage, and what is
// damaged is set aside once, with all that can be read.

using namespace Qt::Literals::StringLiterals;
using simulation::Disk;

namespace {

constexpr int operations = 60;

QString closedDesk(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"desk.db"_s);
    std::vector<StoreTrouble> trouble;
    const auto desk = DeskStore::open(path, trouble);
    REQUIRE(desk);
    for (int i = 0; i < operations; ++i)
        REQUIRE((*desk)->add(rejection(quint64(i), u"i%1"_s.arg(i)), noon));
    return path;
}

struct Opened
{
    std::vector<StoreTrouble> trouble;
    Result<std::unique_ptr<DeskStore>> desk;

    explicit Opened(const QString &path)
        : desk(DeskStore::open(path, trouble))
    {}
};

/// What was found after an opening in which the call `number` failed, and one in which none did.
struct Found
{
    int calls = 0;
    qint64 rows = 0;
    size_t told = 0;
    QStringList files;
    QByteArray setAside;
};

Found openTwice(const QString &original, int number, bool forEver)
{
    QTemporaryDir folder;
    simulation::CrashVfs vfs;
    Disk disk(folder.filePath(u"disk"_s).toStdString(), [](const char *) {});
    vfs.insert(&disk, 1, [] { return msSinceEpoch(noon); });
    const QDir root(QString::fromStdString(disk.root()));
    const QString path = root.filePath(u"desk.db"_s);
    REQUIRE(QFile::copy(original, path));
    Found found;
    disk.setFate([&found, number, forEver](Disk::Call, const std::string &, qint64) {
        ++found.calls;
        const bool fails = found.calls == number || (forEver && number > 0 && found.calls > number);
        return fails ? Disk::Fault::InputOutput : Disk::Fault::None;
    });
    found.told += Opened(path).trouble.size();
    disk.setFate(nullptr);
    {
        const Opened second(path);
        REQUIRE(second.desk);
        found.told += second.trouble.size();
        found.rows = *(*second.desk)->operationCount();
    }
    for (const QFileInfo &file : root.entryInfoList(QDir::Files, QDir::Name)) {
        if (file.size() > 0) // An opening that came to nothing leaves an empty log
            found.files += file.fileName();
    }
    found.setAside = contentOf(path + u".damaged-1"_s);
    vfs.insert(nullptr, 0, {});
    return found;
}

/// Calls `check` for every call that can fail, once and from there on.
void sweep(const QString &original, const std::function<void(const Found &)> &check)
{
    const int calls = openTwice(original, 0, false).calls;
    REQUIRE(calls > 20);
    for (const bool forEver : {false, true}) {
        for (int number = 1; number <= calls; ++number) {
            INFO("the call " << number << " of " << calls << (forEver ? ", and all after it" : ""));
            check(openTwice(original, number, forEver));
        }
    }
}

} // namespace

TEST_CASE("A disk that fails while a desk is opened is no damage of the desk", "[opening]")
{
    QTemporaryDir folder;
    sweep(closedDesk(folder), [](const Found &found) {
        CHECK(found.rows == operations);
        CHECK(found.told == 0);
        CHECK(found.files == QStringList{u"desk.db"_s});
    });
}

TEST_CASE("A disk that fails while a damaged desk is salvaged costs no row that can be read", "[opening]")
{
    QTemporaryDir folder;
    const QString path = closedDesk(folder);
    damages::spoilThePageInTheMiddle(path);
    const QByteArray damaged = contentOf(path);
    const qint64 readable = openTwice(path, 0, false).rows;
    REQUIRE(readable > operations / 2);
    sweep(path, [&](const Found &found) {
        CHECK(found.rows == readable);
        CHECK(found.told == 1);
        CHECK(found.setAside == damaged);
        CHECK(found.files == QStringList{u"desk.db"_s, u"desk.db.damaged-1"_s});
    });
}
