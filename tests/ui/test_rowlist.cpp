#include "tests/support/catch.h"
#include "tests/support/widgets.h"
#include "tests/ui/playedmodel.h"
#include "ui/common/flowlayout.h"
#include "ui/common/limitednote.h"
#include "ui/common/rowlist.h"

#include <QAccessible>
#include <QLabel>
#include <QScrollBar>
#include <QtTest>

namespace {

/// A list of 300 rows on the screen.
struct Looked
{
    Played played{300};
    RowList list{nullptr};

    Looked()
    {
        list.setModel(&played.model);
        list.resize(300, 400);
        list.show();
        widgets::settle();
    }
    void insertAbove(qsizetype count)
    {
        played.apply({step(ListStep::Kind::Insert, 0, count)}, played.model.rowCount() + count);
        widgets::settle();
    }
    [[nodiscard]] int topRow() const { return list.indexAt(QPoint(1, 1)).row(); }
};

} // namespace

TEST_CASE("Until a person has been in a list it stands at its top, wherever the pointer rests")
{
    Looked looked;
    looked.list.viewport()->setAttribute(Qt::WA_UnderMouse);
    looked.list.setFocus();

    looked.insertAbove(50);

    CHECK(looked.list.isAtTop());
    CHECK(looked.list.currentIndex().row() <= 0);
    QTest::keyClick(&looked.list, Qt::Key_J);
    CHECK(looked.list.selectionModel()->selectedRows().value(0).row() == 0);
}

TEST_CASE("Who has scrolled keeps the rows that were on the screen")
{
    Looked looked;
    looked.list.verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    widgets::settle();
    const int before = looked.topRow();
    REQUIRE(before > 0);

    looked.insertAbove(50);

    CHECK(looked.topRow() == before + 50);
}

TEST_CASE("Who has clicked a row keeps it where it is")
{
    Looked looked;
    const QPoint place = looked.list.visualRect(looked.played.model.index(1, 0)).center();
    QTest::mouseClick(looked.list.viewport(), Qt::LeftButton, {}, place);

    looked.insertAbove(50);

    CHECK(looked.list.selectionModel()->selectedRows().value(0).row() == 51);
    CHECK(looked.list.indexAt(place).row() == 51);
}

TEST_CASE("The arrows and the letters go the same way")
{
    Looked looked;
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_J, Qt::Key_Down, Qt::Key_K, Qt::Key_Up})
        QTest::keyClick(&looked.list, key);

    CHECK(looked.list.currentIndex().row() == 0);
    CHECK(looked.list.selectionModel()->selectedRows().value(0).row() == 0);
}

TEST_CASE("A screen reader can put the keyboard into a list, and press a row")
{
    Looked looked;
    looked.list.setAccessibleName(QStringLiteral("Rows"));
    QAccessibleInterface *const table = QAccessible::queryAccessibleInterface(&looked.list);
    REQUIRE(table->tableInterface());
    CHECK(table->role() == QAccessible::Table);
    CHECK(table->text(QAccessible::Name) == QStringLiteral("Rows"));
    CHECK(table->childCount() == 300);

    REQUIRE(table->actionInterface());
    table->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    CHECK(looked.list.hasFocus());
    QAccessibleInterface *const third = table->tableInterface()->cellAt(2, 0);
    third->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    CHECK(third->state().selected);
    CHECK(table->tableInterface()->selectedRows() == QList<int>{2});
}

TEST_CASE("A row is the same one to a screen reader wherever it goes, and none once it has left")
{
    Looked looked;
    QAccessibleInterface *const table = QAccessible::queryAccessibleInterface(&looked.list);
    QAccessibleInterface *const row = table->child(5);

    looked.insertAbove(10);
    CHECK(table->indexOfChild(row) == 15);
    CHECK(table->child(15) == row);
    CHECK(table->child(5) != row);
    looked.played.apply({step(ListStep::Kind::Move, 15, 1, {}, 0)}, 310);
    CHECK(table->child(0) == row);
    looked.played.apply({step(ListStep::Kind::Remove, 0, 1)}, 309);
    CHECK_FALSE(row->isValid());
    CHECK(table->child(0)->isValid());
}

TEST_CASE("A search that has only its first matches says so in words, until the rest is there")
{
    Played played(3);
    const LimitedNote note(played.model, nullptr);
    ListQuery query;
    query.kind = ListKind::Activity;
    query.search = QStringLiteral("ab");
    played.model.open(query);
    emit played.session.listOpened({query, played.generation(), 200, true, {}});

    REQUIRE(QTest::qWaitFor([&] { return !note.isHidden(); }));
    CHECK(note.text() == QStringLiteral("Only the first 200 matches are here yet. The rest is being looked for."));
    played.apply({step(ListStep::Kind::Insert, 200, 40)}, 240);
    CHECK(note.isHidden());
}

TEST_CASE("A long list of which only the beginning is here says so, and speaks of no search")
{
    Played played(3);
    const LimitedNote note(played.model, nullptr);
    ListQuery query;
    query.kind = ListKind::Activity;
    played.model.open(query);
    emit played.session.listOpened({query, played.generation(), 1'000, true, {}});

    REQUIRE(QTest::qWaitFor([&] { return !note.isHidden(); }));
    CHECK(note.text() == QStringLiteral("Only the first 1,000 are here yet. The rest is being read."));
}

TEST_CASE("What is hidden takes no room in a row that flows")
{
    QWidget row;
    auto *flow = new FlowLayout(10);
    row.setLayout(flow);
    for (int i = 0; i < 2; ++i) {
        auto *label = new QLabel(QStringLiteral("one"), &row);
        label->setVisible(i == 1);
        flow->addWidget(label);
    }
    row.resize(300, 40);
    row.show();
    widgets::settle();

    CHECK(flow->itemAt(1)->geometry().left() == 0);
}
