#include "core/session/crossing.h"

#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

TEST_CASE("Calls posted by several threads all run on the crossing's own, each thread's in its order", "[session]")
{
    constexpr int threads = 4;
    constexpr int callsEach = 500;
    Crossing crossing;
    std::array<std::vector<int>, threads> ran;
    bool elsewhere = false;
    QThread *const home = QThread::currentThread();
    std::vector<std::unique_ptr<QThread>> posters;
    for (size_t poster = 0; poster < threads; ++poster) {
        posters.emplace_back(QThread::create([&, poster] {
            for (int call = 0; call < callsEach; ++call) {
                crossing.post([&, poster, call] {
                    elsewhere = elsewhere || QThread::currentThread() != home;
                    ran[poster].push_back(call);
                });
            }
        }));
        posters.back()->start();
    }

    for (const std::unique_ptr<QThread> &poster : posters)
        poster->wait();
    QCoreApplication::sendPostedEvents(&crossing);

    CHECK_FALSE(elsewhere);
    for (const std::vector<int> &calls : ran) {
        REQUIRE(calls.size() == callsEach);
        CHECK(std::is_sorted(calls.begin(), calls.end()));
    }
}

TEST_CASE("A call that ends the crossing is the last one that runs, and what waited behind it is freed", "[session]")
{
    auto crossing = std::make_unique<Crossing>();
    Crossing *const posting = crossing.get();
    const auto canary = std::make_shared<int>(1);
    bool ranAfter = false;
    posting->post([&] { crossing.reset(); });
    posting->post([&ranAfter, canary] { ranAfter = true; });

    QCoreApplication::sendPostedEvents();

    CHECK_FALSE(crossing);
    CHECK_FALSE(ranAfter);
    CHECK(canary.use_count() == 1);
}

TEST_CASE("A call that posts another one sees it run afterwards", "[session]")
{
    Crossing crossing;
    std::vector<int> ran;
    crossing.post([&] {
        crossing.post([&] { ran.push_back(2); });
        ran.push_back(1);
    });

    QCoreApplication::sendPostedEvents(&crossing);
    CHECK(ran == std::vector<int>{1});
    QCoreApplication::sendPostedEvents(&crossing);

    CHECK(ran == std::vector<int>{1, 2});
}
