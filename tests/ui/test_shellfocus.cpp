#include "tests/support/catch.h"
#include "tests/ui/shelldesk.h"
#include "ui/common/noticebar.h"

#include <QComboBox>
#include <QListView>
#include <QScreen>
#include <QTableView>
#include <QtTest>

#include <algorithm>

namespace {

/// The accessible names that Tab (or Backtab) comes by until it is where it began.
QStringList tour(MainWindow &window, Qt::Key key)
{
    QStringList names;
    QWidget *const start = window.focusWidget();
    do {
        QTest::keyClick(window.focusWidget(), key);
        names << window.focusWidget()->accessibleName();
    } while (window.focusWidget() != start && names.size() < 60);
    return names;
}

} // namespace

TEST_CASE("Tab comes by every control of the window, in the order of the eye")
{
    ShellDesk desk;
    desk.invite(3);
    desk.open();
    QTableView &list = desk.child<QTableView>("invitations");
    list.setFocus();

    const QStringList forward = tour(*desk.window, Qt::Key_Tab);

    INFO(forward.join(QStringLiteral(" | ")).toStdString());
    CHECK(forward.last() == list.accessibleName());
    for (const char *name : {"Branch", "Sections", "Search", "Accept Invitation", "Reject Invitation"})
        CHECK(forward.contains(QLatin1StringView(name)));
    CHECK(forward.indexOf(QStringLiteral("Branch")) < forward.indexOf(QStringLiteral("Sections")));
    CHECK(forward.indexOf(QStringLiteral("Sections")) < forward.indexOf(QStringLiteral("Search")));
    QStringList backward = tour(*desk.window, Qt::Key_Backtab);
    backward.removeLast();
    std::reverse(backward.begin(), backward.end());
    CHECK(backward == forward.first(forward.size() - 1));
}

TEST_CASE("A section that is clicked has the keyboard in its list, so that the keys of deciding work")
{
    ShellDesk desk;
    desk.invite(3);
    desk.session.world.clients = {
        samples::clientRow(QStringLiteral("c1"), QStringLiteral("Acme"), QStringLiteral("Ann"))};
    desk.open();
    auto &sections = desk.child<QListView>("sections");
    const auto click = [&sections](const QString &name) {
        const QModelIndexList found = sections.model()->match(sections.model()->index(0, 0), Qt::DisplayRole, name);
        REQUIRE(found.size() == 1);
        QTest::mouseClick(sections.viewport(), Qt::LeftButton, {}, sections.visualRect(found.front()).center());
        widgets::settle();
    };

    click(QStringLiteral("Clients"));
    CHECK(desk.window->focusWidget()->objectName() == QStringLiteral("clients"));
    click(QStringLiteral("Client Invitations"));
    CHECK(desk.window->focusWidget()->objectName() == QStringLiteral("invitations"));
    sections.setFocus();
    click(QStringLiteral("Client Invitations")); // It is shown already

    CHECK(desk.window->focusWidget()->objectName() == QStringLiteral("invitations"));
}

TEST_CASE("Arrows through the sections keep the keyboard there")
{
    ShellDesk desk;
    desk.invite(3);
    desk.open();
    auto &sections = desk.child<QListView>("sections");
    sections.setFocus();

    QTest::keyClick(&sections, Qt::Key_Up);
    widgets::settle();

    CHECK(desk.window->focusWidget() == &sections);
}

TEST_CASE("A branch that one can't see gives way to all branches, and that is said")
{
    ShellDesk desk;
    desk.invite(3);
    desk.open(samples::branchId(QStringLiteral("nosuch")));
    desk.publish();

    CHECK(desk.child<QComboBox>("branchSelector").currentText() == QStringLiteral("All branches"));
    const NoticeBar &note = desk.child<NoticeBar>("branchNote");
    CHECK(note.isVisible());
    CHECK(note.text().contains(QStringLiteral("All branches are shown.")));
}

TEST_CASE("A branch that has not come yet stays chosen while the first synchronisation goes on")
{
    ShellDesk desk;
    desk.session.shown.status.firstSync = true;
    desk.open(samples::branchId(QStringLiteral("later")));
    desk.publish();

    CHECK(desk.child<NoticeBar>("branchNote").isHidden());
    CHECK(desk.child<QComboBox>("branchSelector").currentIndex() == -1);
}

TEST_CASE("A new window is no larger than the screen")
{
    ShellDesk desk;
    desk.open();

    const QSize screen = desk.window->screen()->availableSize();
    CHECK(desk.window->width() <= screen.width());
    CHECK(desk.window->height() <= screen.height());
}
