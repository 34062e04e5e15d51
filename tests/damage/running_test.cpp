#include "tests/damage/computer.h"
#include "tests/damage/damages.h"
#include "tests/damage/volume.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

#include <iostream>

// What happens to the files while the program runs, or keeps it from starting for now.

namespace {

using Kind = StoreTrouble::Kind;

constexpr int few = 20;

/// The administrator alone may mount; that it was not looked at is said, and the sweeps of tests/simulation look at a full
/// and a refusing disk by its file system.
bool canMount(const Volume &volume)
{
    if (!volume.isThere())
        std::cout << "NOT LOOKED AT: mounting a small disk needs the administrator. See --series room of atlas-simulation.\n";
    return volume.isThere();
}

} // namespace

TEST_CASE("A full disk keeps no new decision, says so, and takes it when there is room", "[full]")
{
    Volume volume(4'000);
    if (!canMount(volume))
        return;
    Computer computer(volume.path(), Computer::Ended::Closed, few);
    computer.start();
    volume.fill();

    const Result<Operation> refused = computer.accept(0);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::DiskFull);
    CHECK(eventually([&] { return computer.says(Kind::Full); }));
    CHECK(computer.waiting() == few);
    CHECK(computer.pendingShown() == Computer::pending);
    volume.makeRoom();
    CHECK(eventually([&] { return computer.troubles().empty(); }));
    CHECK(computer.accept(0));
    computer.quit();
    computer.start();
    CHECK(computer.waiting() == few + 1);
}

TEST_CASE("A program that starts on a full disk shows what was kept, and says that there is no room", "[full]")
{
    Volume volume(4'000);
    if (!canMount(volume))
        return;
    Computer computer(volume.path(), Computer::Ended::Closed, few);
    volume.fill();

    computer.start();

    if (computer.isUp()) {
        CHECK(computer.waiting() == few);
        CHECK(eventually([&] { return computer.says(Kind::Full); }));
    } else {
        CHECK(computer.session->signInError()->kind == ErrorKind::DiskFull);
    }
    volume.makeRoom();
    CHECK(eventually([&] { return computer.isUp() && computer.waiting() == few && computer.troubles().empty(); }));
    CHECK(computer.accept(0));
}

TEST_CASE("A disk that can't be written is said at the start, and nothing is touched; it comes up when it can", "[readonly]")
{
    Volume volume(4'000);
    if (!canMount(volume))
        return;
    for (const Computer::Ended ended : {Computer::Ended::Closed, Computer::Ended::Killed}) {
        Computer computer(volume.path(), ended, few);
        const auto desk = contentsOf(computer.desk());
        volume.setReadOnly(true);

        computer.start();

        REQUIRE(computer.session->signInError());
        CHECK(computer.session->signInError()->kind == ErrorKind::Disk);
        CHECK(contentsOf(computer.desk()) == desk);
        volume.setReadOnly(false);
        CHECK(eventually([&] { return computer.isUp() && computer.waiting() == few; }));
        computer.quit();
        QDir(computer.accountFolder()).removeRecursively();
    }
}

TEST_CASE("Files that were taken away are missed at the next decision, and found again", "[gone]")
{
    Computer computer(Computer::Ended::Closed, few);
    computer.start();
    const QString elsewhere = computer.accountFolder() + QStringLiteral("-moved");
    REQUIRE(QDir().rename(computer.accountFolder(), elsewhere));

    const Result<Operation> refused = computer.accept(0);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Disk);
    CHECK(eventually([&] { return computer.says(Kind::Gone); }));
    CHECK(computer.waiting() == few);
    REQUIRE(QDir().rename(elsewhere, computer.accountFolder()));
    CHECK(eventually([&] { return computer.troubles().empty(); }));
    CHECK(computer.accept(0));
    computer.quit();
    computer.start();
    CHECK(computer.waiting() == few + 1);
}

TEST_CASE("A desk in the place of the one that is open doesn't make it the right one", "[gone]")
{
    Computer computer(Computer::Ended::Closed, few);
    computer.start();
    REQUIRE(QFile::rename(computer.desk(), computer.desk() + QStringLiteral("-old")));
    REQUIRE(QFile::copy(computer.desk() + QStringLiteral("-old"), computer.desk()));

    CHECK_FALSE(computer.accept(0));
    CHECK(eventually([&] { return computer.says(Kind::Gone); }));
}

TEST_CASE("Of two programs on one data folder the second says so, and comes up when the first is closed", "[two]")
{
    Computer computer(Computer::Ended::Closed, few);
    computer.start();
    std::unique_ptr<LiveSession> first = std::move(computer.session);

    computer.start();

    CHECK_FALSE(computer.isUp());
    CHECK(computer.session->signInError()->kind == ErrorKind::Busy);
    CHECK(first->overview().waiting.size() == few);
    first.reset();
    CHECK(eventually([&] { return computer.isUp() && computer.waiting() == few; }));
}

TEST_CASE("A bit of the desk that flips while the program runs is found at the latest at the next start", "[running]")
{
    Computer computer;
    computer.start();
    damages::spoilThePageInTheMiddle(computer.desk());
    computer.quit();

    computer.start();

    REQUIRE(computer.isUp());
    CHECK(computer.waiting() >= Computer::decisions * 9 / 10);
}
