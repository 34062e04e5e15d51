#include "tests/ui/invitationdesk.h"

#include <QAccessible>
#include <QAction>
#include <QScrollBar>
#include <QToolButton>

namespace {

/// Sixty, the newest first, the first one being read; what comes in comes in above it.
struct NewestFirst
{
    InvitationDesk desk{false};
    int arrived = 0;

    NewestFirst()
    {
        for (int i = 0; i < 60; ++i)
            desk.session.world.invitations.push_back(samples::invitation(
                QStringLiteral("i%1").arg(i), QStringLiteral("Acme %1").arg(i), QStringLiteral("Ann Lee"), 2 + i));
        desk.session.publish();
        desk.page->findChild<QAction *>(QStringLiteral("sortNewest"))->trigger();
        widgets::settle();
        desk.list().select(0);
        widgets::settle();
    }
    void arrive(int count)
    {
        for (int i = 0; i < count; ++i, ++arrived)
            desk.session.world.invitations.push_back(
                samples::invitation(QStringLiteral("n%1").arg(arrived), QStringLiteral("New %1").arg(arrived),
                                    QStringLiteral("Ned"), 1 - arrived / 1'000.0));
        desk.session.publish();
        widgets::settle();
    }
    [[nodiscard]] QToolButton &button() const { return widgets::child<QToolButton>(*desk.page, "newAbove"); }
    [[nodiscard]] int topRow() const { return desk.list().rowAt(0); }
};

} // namespace

TEST_CASE("What comes in above is said, while the rows stay where they are, and a click shows it")
{
    NewestFirst list;
    CHECK(list.button().isHidden());
    const QPoint place = list.desk.list().visualRect(list.desk.list().currentIndex()).topLeft();

    list.arrive(3);

    CHECK(list.desk.list().visualRect(list.desk.list().currentIndex()).topLeft() == place);
    CHECK(list.desk.list().currentIndex().row() == 3);
    CHECK(widgets::spokenName(list.button()) == QStringLiteral("3 new above"));
    CHECK(list.button().isVisible());
    list.button().click();
    widgets::settle();
    CHECK(list.topRow() == 0);
    CHECK(list.button().isHidden());
    CHECK(list.desk.company() == QStringLiteral("Acme 0"));
}

TEST_CASE("A screen reader can press it")
{
    NewestFirst list;
    list.arrive(1);
    QAccessibleInterface *const spoken = QAccessible::queryAccessibleInterface(&list.button());
    REQUIRE(spoken->actionInterface());

    spoken->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    widgets::settle();

    CHECK(list.topRow() == 0);
}

TEST_CASE("It counts what is still above: less when one scrolls up, or when some are withdrawn; nothing at the top")
{
    NewestFirst list;
    list.arrive(4);
    const int row = list.desk.list().rowHeight(0);
    list.desk.list().verticalScrollBar()->setValue(2 * row);
    CHECK(widgets::spokenName(list.button()) == QStringLiteral("2 new above"));

    list.desk.session.world.invitations.back().status = invitationStatus(QStringLiteral("withdrawn"));
    list.desk.session.publish();
    widgets::settle();
    CHECK(widgets::spokenName(list.button()) == QStringLiteral("1 new above"));
    list.desk.list().verticalScrollBar()->setValue(0);

    CHECK(list.button().isHidden());
}

TEST_CASE("More than 99 are not counted one by one")
{
    NewestFirst list;
    list.arrive(150);

    CHECK(widgets::spokenName(list.button()) == QStringLiteral("99+ new above"));
}

TEST_CASE("Another view has nothing new above it, nor has the first synchronisation")
{
    NewestFirst list;
    list.arrive(2);
    list.desk.page->findChild<QAction *>(QStringLiteral("sortCompany"))->trigger();
    widgets::settle();
    CHECK(list.button().isHidden());

    list.desk.page->findChild<QAction *>(QStringLiteral("sortNewest"))->trigger();
    list.desk.session.shown.status.firstSync = true;
    list.desk.list().verticalScrollBar()->triggerAction(QAbstractSlider::SliderToMaximum);
    widgets::settle();
    list.arrive(5);

    CHECK(list.button().isHidden());
}

TEST_CASE("It comes and goes beside the search: no row moves for it")
{
    NewestFirst list;
    const int before = list.desk.list().mapTo(list.desk.page.get(), QPoint()).y();

    list.arrive(3);

    CHECK(list.desk.list().mapTo(list.desk.page.get(), QPoint()).y() == before);
}
