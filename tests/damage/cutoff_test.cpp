#include "tests/damage/damages.h"
#include "tests/damage/diskcalls.h"
#include "tests/simulation/crashvfs.h"
#include "tests/store/builders.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <set>

// A damaged desk is opened, and the program is killed, or the power fails, after each change that it makes on the disk: what
// could be read is there at the next start, and what was damaged stands beside it whole, under one number.

using namespace Qt::Literals::StringLiterals;
using simulation::Disk;

namespace {

constexpr int inTheFile = 60;
constexpr int inTheLog = 20;

/// Spoils a page that its log doesn't have too: else it would be read from there.
void spoilAPageThatTheLogHasNot(const QString &path)
{
    constexpr qsizetype page = 4096;
    constexpr qsizetype logHeader = 32;
    constexpr qsizetype frameHeader = 24;
    const QByteArray log = contentOf(path + u"-wal"_s);
    std::set<qint64> inLog;
    for (qsizetype at = logHeader; at + frameHeader <= log.size(); at += frameHeader + page)
        inLog.insert(qint64(qFromBigEndian<quint32>(log.constData() + at)));
    qint64 number = contentOf(path).size() / page;
    while (inLog.contains(number))
        --number;
    REQUIRE(number > 1);
    overwrite(path, (number - 1) * page, QByteArray(page, '\xff'));
}

/// With a damaged page, and with rows that are in its log alone.
QString damagedDesk(const QTemporaryDir &folder)
{
    const QString open = folder.filePath(u"open.db"_s);
    const QString path = folder.filePath(u"desk.db"_s);
    std::vector<StoreTrouble> trouble;
    for (const auto &[first, end] : {std::pair{0, inTheFile}, std::pair{inTheFile, inTheFile + inTheLog}}) {
        const auto desk = DeskStore::open(open, trouble);
        REQUIRE(desk);
        for (int i = first; i < end; ++i)
            REQUIRE((*desk)->add(rejection(quint64(i), u"i%1"_s.arg(i)), noon));
        copyAsCrashed(open, path);
    }
    spoilAPageThatTheLogHasNot(path);
    REQUIRE(trouble.empty());
    return path;
}

/// A computer whose program dies after so many changes of the disk; -1: it lives.
class DyingComputer
{
public:
    DyingComputer(const QString &desk, int after)
        : m_disk(m_folder.filePath(u"disk"_s).toStdString(), [](const char *) {})
    {
        m_vfs.insert(&m_disk, 1, [] { return msSinceEpoch(noon); });
        for (const QString &suffix : {u""_s, u"-wal"_s}) {
            if (QFile::exists(desk + suffix))
                REQUIRE(QFile::copy(desk + suffix, path() + suffix));
        }
        m_disk.settle();
        m_disk.dieAfter(after);
        routeCallsTo(&m_disk);
        std::vector<StoreTrouble> ignored;
        static_cast<void>(DeskStore::open(path(), ignored));
        died = m_disk.isDead();
    }
    ~DyingComputer()
    {
        routeCallsTo(nullptr);
        m_vfs.insert(nullptr, 0, {});
    }
    DyingComputer(const DyingComputer &) = delete;
    DyingComputer &operator=(const DyingComputer &) = delete;

    void lose(Disk::Loss loss, quint64 seed)
    {
        simulation::Chance chance(seed, 'c');
        m_disk.lose(loss, chance);
    }
    [[nodiscard]] QString path() const { return root().filePath(u"desk.db"_s); }
    [[nodiscard]] QStringList files() const
    {
        QStringList names;
        for (const QFileInfo &file : root().entryInfoList(QDir::Files, QDir::Name)) {
            if (file.size() > 0)
                names += file.fileName();
        }
        return names;
    }

    bool died = false;

private:
    [[nodiscard]] QDir root() const { return QDir(QString::fromStdString(m_disk.root())); }

    QTemporaryDir m_folder;
    simulation::CrashVfs m_vfs;
    Disk m_disk;
};

struct Next
{
    std::vector<StoreTrouble> trouble;
    qint64 rows = 0;
    int ofTheLog = 0;
};

Next nextStart(const QString &path)
{
    Next next;
    const auto desk = DeskStore::open(path, next.trouble);
    REQUIRE(desk);
    next.rows = *(*desk)->operationCount();
    for (int i = inTheFile; i < inTheFile + inTheLog; ++i)
        next.ofTheLog += (*desk)->operation(operationId(quint64(i)))->has_value() ? 1 : 0;
    return next;
}

/// Whether the program died.
bool check(const QString &original, int after, Disk::Loss loss, quint64 seed, qint64 readable)
{
    DyingComputer computer(original, after);
    computer.lose(loss, seed);
    const Next next = nextStart(computer.path());
    CHECK(next.rows == readable);
    CHECK(next.ofTheLog == (QFile::exists(original + u"-wal"_s) ? inTheLog : 0));
    CHECK(contentsOf(computer.path() + u".damaged-1"_s) == contentsOf(original));
    CHECK(next.trouble.size() <= 1);
    if (!next.trouble.empty())
        CHECK(next.trouble[0].count == readable);
    QStringList expected{u"desk.db"_s, u"desk.db.damaged-1"_s};
    if (QFile::exists(original + u"-wal"_s))
        expected += u"desk.db.damaged-1-wal"_s;
    CHECK(computer.files() == expected);
    return computer.died;
}

qint64 readableOf(const QString &original)
{
    const DyingComputer computer(original, -1);
    return nextStart(computer.path()).rows;
}

void killAfterEachChange(const QString &original)
{
    const qint64 readable = readableOf(original);
    REQUIRE(readable > inTheFile / 2);
    int changes = 0;
    for (bool died = true; died; ++changes) {
        INFO("killed after " << changes << " changes of the disk");
        died = check(original, changes, Disk::Loss::Kill, 0, readable);
    }
    CHECK(changes > 20);
}

void cutThePowerAfterEachChange(const QString &original)
{
    const qint64 readable = readableOf(original);
    for (quint64 seed = 1; seed <= ATLAS_POWER_CUTS; ++seed) {
        int changes = 0;
        for (bool died = true; died; ++changes) {
            INFO("the power fails after " << changes << " changes of the disk, seed " << seed);
            died = check(original, changes, Disk::Loss::PowerCut, seed, readable);
        }
    }
}

} // namespace

TEST_CASE("A kill at any moment while a damaged desk is replaced costs no row that can be read", "[cutoff]")
{
    QTemporaryDir folder;
    const QString original = damagedDesk(folder);
    killAfterEachChange(original);
    REQUIRE(QFile::remove(original + u"-wal"_s));
    killAfterEachChange(original);
}

TEST_CASE("A power cut at any moment while a damaged desk is replaced costs no row that can be read", "[cutoff]")
{
    QTemporaryDir folder;
    const QString original = damagedDesk(folder);
    cutThePowerAfterEachChange(original);
    REQUIRE(QFile::remove(original + u"-wal"_s));
    cutThePowerAfterEachChange(original);
}

TEST_CASE("What was replaced by a run that was cut off before it could tell is told by the next", "[cutoff]")
{
    QTemporaryDir folder;
    const QString original = damagedDesk(folder);
    const qint64 readable = readableOf(original);
    int untold = 0;
    for (int after = 0;; ++after) {
        DyingComputer computer(original, after);
        if (!computer.died)
            break;
        computer.lose(Disk::Loss::Kill, 0);
        const bool waits = !QFile::exists(computer.path());
        const Next next = nextStart(computer.path());
        untold += next.trouble.empty() ? 1 : 0;
        if (waits) {
            REQUIRE(next.trouble.size() == 1);
            CHECK(next.trouble[0].count == readable);
            CHECK(next.trouble[0].path == computer.path() + u".damaged-1"_s);
        }
    }
    CHECK(untold < 40); // Those after the last rename, while the new desk is opened: nothing waits any more
}
