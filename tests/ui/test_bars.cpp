#include "tests/support/catch.h"
#include "tests/ui/shelldesk.h"
#include "ui/common/noticebar.h"

#include <QPushButton>
#include <QTableView>

namespace {

struct BarDesk : ShellDesk
{
    BarDesk()
    {
        invite(5);
        open();
        window->resize(1'180, 760);
        widgets::settle();
    }
    /// Where the first row and the button of accepting stand.
    [[nodiscard]] QPoint row() const
    {
        const auto &list = child<QTableView>("invitations");
        return list.viewport()->mapTo(window.get(), list.visualRect(list.model()->index(0, 0)).topLeft());
    }
    [[nodiscard]] QPoint button() const
    {
        return child<QPushButton>("acceptInvitation").mapTo(window.get(), QPoint());
    }
    [[nodiscard]] bool isSeen(const char *bar) const { return child<NoticeBar>(bar).isVisible(); }
    void confirm(int number)
    {
        OutboxEntry entry = decide(true, number);
        session.shown.waiting.pop_back();
        session.shown.recent = {entry};
        publish();
    }
};

} // namespace

TEST_CASE("A bar that comes or goes moves neither a row nor a button")
{
    BarDesk desk;
    const QPoint row = desk.row();
    const QPoint button = desk.button();

    desk.decide(false, 0);
    desk.publish();
    REQUIRE(desk.isSeen("undoBar"));
    CHECK(desk.row() == row);
    CHECK(desk.button() == button);
    desk.session.shown.waiting.clear();
    desk.confirm(1);
    REQUIRE(desk.isSeen("confirmedBar"));
    CHECK(desk.button() == button);
    desk.child<QPushButton>("dismissConfirmed").click();
    widgets::settle();

    CHECK(desk.row() == row);
    CHECK(desk.button() == button);
}

TEST_CASE("Trouble with the connection moves no row, and is seen beside what can be undone")
{
    BarDesk desk;
    const QPoint row = desk.row();
    desk.decide(false, 0).connecting = true;
    desk.session.shown.status.connection = Connection::SignedOut;

    desk.publish();

    CHECK(desk.row() == row);
    CHECK(desk.isSeen("connectionBar"));
    CHECK(desk.isSeen("undoBar"));
    desk.session.shown.status.connection = Connection::Online;
    desk.publish();
    CHECK_FALSE(desk.isSeen("connectionBar"));
    CHECK(desk.row() == row);
}

TEST_CASE("What was confirmed is told when nothing is to be undone any more")
{
    BarDesk desk;
    desk.confirm(1);
    REQUIRE(desk.isSeen("confirmedBar"));

    desk.decide(false, 0);
    desk.publish();
    CHECK(desk.isSeen("undoBar"));
    CHECK_FALSE(desk.isSeen("confirmedBar"));
    desk.session.shown.waiting.clear();
    desk.publish();

    CHECK(desk.isSeen("confirmedBar"));
    CHECK_FALSE(desk.isSeen("undoBar"));
}

TEST_CASE("A notice about the files can be put away, and its place is free again")
{
    BarDesk desk;
    const QPoint button = desk.button();
    desk.session.shown.trouble = {{StoreTrouble::Kind::CacheSetAside, QStringLiteral("/x"), 0, {}}};
    desk.publish();
    REQUIRE(desk.isSeen("troubleBar"));

    desk.child<QPushButton>("dismissTrouble").click();
    widgets::settle();

    CHECK_FALSE(desk.isSeen("troubleBar"));
    CHECK(desk.button() == button);
}

TEST_CASE("A low window keeps no line free")
{
    BarDesk desk;
    CHECK(desk.child<QWidget>("barPlace").height() > 0);

    desk.window->resize(900, 480);
    widgets::settle();

    CHECK(desk.child<QWidget>("barPlace").height() == 0);
}
