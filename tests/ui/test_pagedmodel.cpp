#include "tests/support/catch.h"
#include "tests/support/widgets.h"
#include "tests/ui/playedmodel.h"
#include "ui/common/rowlist.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>

#include <random>

namespace {

/// The same random change for the plain list and as a step of a diff.
ListStep randomStep(std::mt19937 &random, std::vector<int> &plain, int &next)
{
    const auto below = [&](size_t limit) { return random() % limit; };
    const size_t size = plain.size();
    switch (size == 0 ? 0 : below(5)) {
    case 0: {
        const size_t first = below(size + 1);
        std::vector<Row> rows;
        std::vector<int> numbers;
        for (size_t i = 0; i <= below(3); ++i) {
            rows.push_back(row(next));
            numbers.push_back(next++);
        }
        plain.insert(plain.begin() + qptrdiff(first), numbers.begin(), numbers.end());
        return step(ListStep::Kind::Insert, qsizetype(first), qsizetype(rows.size()), rows);
    }
    case 1: {
        const size_t first = below(size);
        const size_t count = 1 + below(std::min<size_t>(3, size - first));
        plain.erase(plain.begin() + qptrdiff(first), plain.begin() + qptrdiff(first + count));
        return step(ListStep::Kind::Remove, qsizetype(first), qsizetype(count));
    }
    case 2: {
        const size_t from = below(size);
        const size_t to = below(size);
        const int moved = plain[from];
        plain.erase(plain.begin() + qptrdiff(from));
        plain.insert(plain.begin() + qptrdiff(to), moved);
        return step(ListStep::Kind::Move, qsizetype(from), 1, {}, qsizetype(to));
    }
    case 3: {
        const size_t first = below(size);
        plain[first] = next++;
        return step(ListStep::Kind::Change, qsizetype(first), 1, {row(plain[first])});
    }
    default: {
        std::vector<quint32> order(size);
        for (size_t i = 0; i < size; ++i)
            order[i] = quint32(i);
        std::shuffle(order.begin(), order.end(), random);
        std::vector<int> turned(size);
        for (size_t i = 0; i < size; ++i)
            turned[i] = plain[order[i]];
        plain = turned;
        return step(ListStep::Kind::Reorder, 0, 0, {}, 0, order);
    }
    }
}

} // namespace

TEST_CASE("A row that is not here says Loading and is asked for, once for all that were looked at")
{
    Played played(1'000);

    CHECK(played.shown(300) == QStringLiteral("Loading"));
    CHECK(played.model.index(301, 0).data(Qt::AccessibleTextRole).toString() == QStringLiteral("Loading"));
    CHECK(played.shown(400) == QStringLiteral("Loading"));
    widgets::settle();

    REQUIRE(played.session.loads.size() == 1);
    CHECK(played.session.loads[0].first == 256);
    CHECK(played.session.loads[0].count == 256);
}

TEST_CASE("A page that comes is shown, and not asked for again")
{
    Played played(1'000);
    CHECK(played.shown(5) == QStringLiteral("Loading"));
    widgets::settle();
    QSignalSpy changes(&played.model, &QAbstractItemModel::dataChanged);

    emit played.session.rowsLoaded({ListKind::Activity, played.generation(), 5, {row(5)}});

    CHECK(played.shown(5) == QStringLiteral("a5"));
    CHECK(changes.size() == 1);
    CHECK(played.session.loads.size() == 1);
}

TEST_CASE("A page or a diff of an older view is left alone")
{
    Played played(10);
    ChangeSet old;
    old.lists.push_back({ListKind::Activity, played.generation(), {step(ListStep::Kind::Remove, 0, 1)}, 9});
    const RowPage page{ListKind::Activity, played.generation(), 0, {row(7)}};
    played.open(10);

    emit played.session.changed(old);
    emit played.session.rowsLoaded(page);

    CHECK(played.model.rowCount() == 10);
    CHECK(played.shown(0) == QStringLiteral("Loading"));
}

TEST_CASE("What is shown stays until the new view is there")
{
    Played played(1, {row(1)});
    ListQuery query;
    query.kind = ListKind::Activity;
    query.search = QStringLiteral("x");
    QSignalSpy resets(&played.model, &QAbstractItemModel::modelReset);

    played.model.open(query);

    CHECK(played.shown(0) == QStringLiteral("a1"));
    CHECK(resets.isEmpty());
    emit played.session.listOpened({query, played.generation(), 0, false, {}});
    CHECK(resets.size() == 1);
    CHECK(played.model.rowCount() == 0);
}

TEST_CASE("A row that changed is shown as it was until its new content is here")
{
    Played played(2, {row(1), row(2)});

    played.apply({step(ListStep::Kind::Change, 0, 1)}, 2);

    CHECK(played.shown(0) == QStringLiteral("a1"));
    widgets::settle();
    REQUIRE(played.session.loads.size() == 1);
    emit played.session.rowsLoaded({ListKind::Activity, played.generation(), 0, {row(9), row(2)}});
    CHECK(played.shown(0) == QStringLiteral("a9"));
}

TEST_CASE("Random changes leave the model as a plain list, and every persistent index on its row")
{
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U}) {
        std::mt19937 random(seed);
        int next = 20;
        std::vector<int> plain;
        std::vector<Row> rows;
        for (int i = 0; i < 20; ++i) {
            plain.push_back(i);
            rows.push_back(row(i));
        }
        Played played(20, rows);
        const QAbstractItemModelTester tester(&played.model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int round = 0; round < 60; ++round) {
            std::map<int, QPersistentModelIndex> kept;
            for (size_t i = 0; i < plain.size(); ++i)
                kept[plain[i]] = played.model.index(int(i), 0);
            std::vector<ListStep> steps;
            for (unsigned i = 0; i <= random() % 4; ++i)
                steps.push_back(randomStep(random, plain, next));

            played.apply(steps, qsizetype(plain.size()));

            REQUIRE(played.model.rowCount() == int(plain.size()));
            for (size_t i = 0; i < plain.size(); ++i) {
                REQUIRE(played.shown(int(i)) == textOf(plain[i]));
                const auto before = kept.find(plain[i]);
                if (before != kept.end() && before->second.isValid())
                    REQUIRE(before->second.row() == int(i));
            }
        }
        REQUIRE(played.session.opened.size() == 1); // it never lost its place
    }
}

TEST_CASE("A diff that does not fit opens the view anew instead of showing one row's name on another")
{
    Played played(3, {row(1), row(2), row(3)});

    played.apply({step(ListStep::Kind::Remove, 2, 5)}, 1);

    CHECK(played.session.opened.size() == 2);
}

TEST_CASE("Looking through a million rows keeps a bounded number of them")
{
    Played played(1'000'000);
    for (int first = 0; first < 40'000; first += 128) {
        std::vector<Row> rows;
        for (int i = 0; i < 128; ++i)
            rows.push_back(row(first + i));
        emit played.session.rowsLoaded({ListKind::Activity, played.generation(), first, rows});
    }

    CHECK(played.model.loadedRows() <= RowSlots::mostLoaded);
    CHECK(played.shown(40'000 - 70) != QStringLiteral("Loading"));
    CHECK(played.shown(0) == QStringLiteral("Loading"));
}

TEST_CASE("A view's place is kept when rows come in above it")
{
    Played played(500);
    RowList list(nullptr);
    list.setModel(&played.model);
    list.resize(300, 400);
    list.show();
    widgets::settle();
    list.select(100);
    widgets::settle();
    const int top = list.rowViewportPosition(list.currentIndex().row());

    played.apply({step(ListStep::Kind::Insert, 0, 3)}, 503);

    CHECK(list.currentIndex().row() == 103);
    CHECK(list.rowViewportPosition(103) == top);
}

TEST_CASE("One row more among a million, and a hundred thousand in another order, while a view looks on", "[timing]")
{
    Played million(1'000'000);
    RowList list(nullptr);
    list.setModel(&million.model);
    list.resize(400, 600);
    list.show();
    widgets::settle();
    list.select(500'000);
    QElapsedTimer clock;
    clock.start();
    million.apply({step(ListStep::Kind::Insert, 10, 1)}, 1'000'001);
    const double insertMs = double(clock.nsecsElapsed()) / 1e6;
    CHECK(list.currentIndex().row() == 500'001);

    Played many(100'000);
    RowList other(nullptr);
    other.setModel(&many.model);
    other.resize(400, 600);
    other.show();
    widgets::settle();
    other.select(10);
    std::vector<quint32> order(100'000);
    for (quint32 i = 0; i < order.size(); ++i)
        order[i] = quint32(order.size()) - 1 - i;
    clock.restart();
    many.apply({step(ListStep::Kind::Reorder, 0, 0, {}, 0, order)}, 100'000);
    const double reorderMs = double(clock.nsecsElapsed()) / 1e6;
    CHECK(other.currentIndex().row() == 100'000 - 11);

    clock.restart();
    Played opened(1'000'000);
    const double openMs = double(clock.nsecsElapsed()) / 1e6;
    CHECK(opened.model.rowCount() == 1'000'000);
    WARN("insert at 1,000,000: " << insertMs << " ms; reorder of 100,000: " << reorderMs
                                 << " ms; opening 1,000,000: " << openMs << " ms");
}
