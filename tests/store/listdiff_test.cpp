#include "core/store/listdiff.h"
#include "tests/store/listmirror.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <random>

namespace {

std::vector<ListEntry> entriesOf(const std::vector<qint64> &rowids)
{
    std::vector<ListEntry> entries;
    for (const qint64 rowid : rowids)
        entries.push_back({rowid, 0});
    return entries;
}

std::vector<qint64> applied(std::vector<qint64> rows, const std::vector<PlannedStep> &steps)
{
    for (const PlannedStep &planned : steps)
        applyStep(rows, planned.step, planned.rowids);
    return rows;
}

} // namespace

TEST_CASE("Nothing changed is no step")
{
    const auto rows = entriesOf({1, 2, 3});
    CHECK(planSteps(changeBetween(rows, rows), {}).empty());
}

TEST_CASE("One row that moved is one move")
{
    const auto steps = planSteps(changeBetween(entriesOf({1, 2, 3, 4}), entriesOf({4, 1, 2, 3})), {});
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].step.kind == ListStep::Kind::Move);
    CHECK(steps[0].step.first == 3);
    CHECK(steps[0].step.to == 0);
}

TEST_CASE("Neighbours that come or go are one step")
{
    const auto inserted = planSteps(changeBetween(entriesOf({1, 5}), entriesOf({1, 2, 3, 4, 5})), {});
    REQUIRE(inserted.size() == 1);
    CHECK(inserted[0].step.count == 3);
    const auto removed = planSteps(changeBetween(entriesOf({1, 2, 3, 4, 5}), entriesOf({1, 5})), {});
    REQUIRE(removed.size() == 1);
    CHECK(removed[0].step.first == 1);
    CHECK(removed[0].step.count == 3);
}

TEST_CASE("However two orders differ, the steps lead from one to the other, and are few")
{
    std::mt19937 random(20261123);
    for (int round = 0; round < 3000; ++round) {
        const size_t most = round % 10 == 0 ? 400 : 12;
        std::vector<qint64> pool(most);
        for (size_t i = 0; i < most; ++i)
            pool[i] = qint64(i) - 3;
        const auto some = [&] {
            std::vector<qint64> rows = pool;
            if (round % 3 != 0)
                std::shuffle(rows.begin(), rows.end(), random);
            std::erase_if(rows, [&](qint64) { return random() % 4 == 0; });
            return rows;
        };
        const std::vector<qint64> before = some();
        const std::vector<qint64> after = some();

        const ListChange change = changeBetween(entriesOf(before), entriesOf(after));
        const auto steps = planSteps(change, {1, 2, 7});

        REQUIRE(entriesAfter(change) == entriesOf(after));
        REQUIRE(applied(before, steps) == after);
        REQUIRE(steps.size() <= mostSteps);
    }
}
