#include "tests/ui/invitationdesk.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSplitter>

namespace {

using Desk = InvitationDesk;

} // namespace

TEST_CASE("A row is heard as a sentence, the longest waiting first")
{
    const Desk desk;

    CHECK(widgets::spokenName(desk.list()) == QStringLiteral("Invitations"));
    CHECK(desk.list().model()->rowCount() == 4);
    CHECK(desk.row(0) == QStringLiteral("Café Béla Kft., Béla Kiss, sent 2 days ago, overdue by 1 hour"));
    CHECK(desk.row(2) ==
          QStringLiteral("Northwind Trading Ltd, Amara Osei, sent 34 hours ago, answer within 14 hours, with message"));
}

TEST_CASE("The header and the filters say how many")
{
    const Desk desk;

    CHECK(desk.text().contains(QStringLiteral("4 pending")));
    CHECK(desk.button(QStringLiteral("Due soon, 1")).text() == QStringLiteral("Due soon 1"));
    CHECK(desk.button(QStringLiteral("Overdue, 1")).isEnabled());
    CHECK(desk.button(QStringLiteral("With message, 1")).isEnabled());
}

TEST_CASE("A filter shows only what passes it")
{
    const Desk desk;

    desk.button(QStringLiteral("Overdue, 1")).click();
    widgets::settle();

    CHECK(desk.list().model()->rowCount() == 1);
    CHECK(desk.company() == QStringLiteral("Café Béla Kft."));
}

TEST_CASE("Searching finds as one types, and what is not found says where was looked")
{
    const Desk desk;

    desk.search(QStringLiteral("amara"));
    CHECK(desk.list().model()->rowCount() == 1);

    desk.search(QStringLiteral("nobody at all"));
    CHECK(desk.text().contains(QStringLiteral("Nothing found for “nobody at all”")));
    CHECK(desk.text().contains(QStringLiteral("on London")));
    desk.button(QStringLiteral("Show All Pending")).click();
    REQUIRE(QTest::qWaitFor([&] { return desk.list().model()->rowCount() == 4; }));
}

TEST_CASE("The first one is read at the start")
{
    const Desk desk;

    CHECK(desk.company() == QStringLiteral("Café Béla Kft."));
    CHECK(desk.list().currentIndex().row() == 0);
}

TEST_CASE("J and K move as the arrows do")
{
    const Desk desk;

    desk.press(Qt::Key_J);
    desk.press(Qt::Key_J);
    desk.press(Qt::Key_K);

    CHECK(desk.company() == QStringLiteral("Acme Ltd"));
}

TEST_CASE("A opens the dialog of accepting, R that of rejecting")
{
    const Desk desk;

    desk.press(Qt::Key_A);
    REQUIRE(desk.dialog());
    CHECK(widgets::spokenName(*desk.dialog()) == QStringLiteral("Accept Invitation"));
    desk.dialog()->reject();
    widgets::settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    desk.press(Qt::Key_R);
    REQUIRE(desk.dialog());
    CHECK(widgets::spokenName(*desk.dialog()) == QStringLiteral("Reject Invitation"));
}

TEST_CASE("Typed faster than the details come, a decision is about the row that was gone to")
{
    Desk desk;
    desk.session.answersHeld = true;
    QTest::keyClick(&desk.list(), Qt::Key_J);
    QTest::keyClick(&desk.list(), Qt::Key_A);
    widgets::settle();
    CHECK_FALSE(desk.dialog());

    desk.session.releaseAnswers();
    widgets::settle();

    REQUIRE(desk.dialog());
    CHECK(widgets::visibleText(*desk.dialog()).contains(QStringLiteral("Acme Ltd")));
}

TEST_CASE("Letters do nothing while one types")
{
    const Desk desk;
    auto *search = widgets::named<QLineEdit>(*desk.page, QStringLiteral("Search"));

    QTest::keyClicks(search, QStringLiteral("jkar"));
    widgets::settle();

    CHECK(search->text() == QStringLiteral("jkar"));
    CHECK_FALSE(desk.dialog());
}

TEST_CASE("After a decision the next one is selected, and the list has the focus")
{
    Desk desk;
    desk.press(Qt::Key_J);

    desk.acceptShown();

    REQUIRE(desk.session.decisions.size() == 1);
    CHECK(isAbout(desk.session.decisions[0], samples::invitationId(QStringLiteral("i3"))));
    CHECK(desk.company() == QStringLiteral("Northwind Trading Ltd"));
    CHECK(desk.list().model()->rowCount() == 3);
    CHECK(desk.text().contains(QStringLiteral("3 pending")));
}

TEST_CASE("A decision that could not be kept leaves dialog and invitation as they were, and says why")
{
    Desk desk;
    desk.session.nextError = Error{ErrorKind::DiskFull, {}};

    desk.acceptShown();

    REQUIRE(desk.dialog());
    CHECK(desk.dialog()->isVisible());
    CHECK(widgets::child<QWidget>(*desk.dialog(), "notice").isVisibleTo(desk.dialog()));
    CHECK(desk.list().model()->rowCount() == 4);
}

TEST_CASE("What a colleague takes away while it is read stays shown and says so; nothing else slips in its place")
{
    Desk desk;
    Invitation &first = *desk.session.find(samples::invitationId(QStringLiteral("i1")));
    first.status = invitationStatus(QStringLiteral("accepted"));
    first.decidedByName = QStringLiteral("Tom Reed");

    desk.session.publish({first.id});
    widgets::settle();

    CHECK(desk.company() == QStringLiteral("Café Béla Kft."));
    CHECK(desk.text().contains(QStringLiteral("Accepted by Tom Reed")));
    CHECK_FALSE(desk.button(QStringLiteral("Accept Invitation")).isEnabled());
    CHECK(desk.list().selectionModel()->selectedRows().isEmpty());
}

TEST_CASE("The selected one stays selected through another sort")
{
    const Desk desk;
    desk.press(Qt::Key_J);
    REQUIRE(desk.company() == QStringLiteral("Acme Ltd"));

    desk.page->findChild<QAction *>(QStringLiteral("sortNewest"))->trigger();
    widgets::settle();

    CHECK(desk.company() == QStringLiteral("Acme Ltd"));
    CHECK(desk.list().currentIndex().data().toString() == QStringLiteral("Acme Ltd"));
}

TEST_CASE("A new arrival does not change what is read")
{
    Desk desk;
    desk.press(Qt::Key_J);
    desk.session.world.invitations.push_back(
        samples::invitation(QStringLiteral("i9"), QStringLiteral("Newcomer"), QStringLiteral("Ned"), 100));

    desk.session.publish();
    widgets::settle();

    CHECK(desk.company() == QStringLiteral("Acme Ltd"));
    CHECK(desk.list().currentIndex().row() == 2);
}

TEST_CASE("A link to an invitation shows it, also one that the list does not have")
{
    Desk desk;
    Invitation gone =
        samples::invitation(QStringLiteral("old"), QStringLiteral("Old & Sons"), QStringLiteral("Olga"), 90);
    gone.status = invitationStatus(QStringLiteral("withdrawn"));
    desk.session.world.invitations.push_back(gone);

    desk.page->showInvitation(gone.id);
    widgets::settle();

    CHECK(desk.company() == QStringLiteral("Old & Sons"));
    CHECK(desk.text().contains(QStringLiteral("Withdrawn by the client")));
}

TEST_CASE("Edit and send again opens the dialog with the words from before, in place of the old operation")
{
    Desk desk;
    const Invitation &invitation = desk.session.world.invitations[0];
    const Operation before = samples::operation(7,
                                                RejectInvitation{invitation.id, QStringLiteral("r0"),
                                                                 samples::reasonId(QStringLiteral("other")),
                                                                 QStringLiteral("too far"), QStringLiteral("Sorry!")},
                                                invitation);

    desk.page->editAndSendAgain(before);
    widgets::settle();
    REQUIRE(desk.dialog());
    widgets::child<QAbstractButton>(*desk.dialog(), "confirm").click();
    widgets::settle();

    REQUIRE(desk.session.decisions.size() == 1);
    const auto &rejection = std::get<RejectInvitation>(desk.session.decisions[0]);
    CHECK(rejection.reasonText == QStringLiteral("too far"));
    CHECK(rejection.message == QStringLiteral("Sorry!"));
    CHECK(rejection.revision == QStringLiteral("r1"));
    CHECK(desk.session.replaced[0] == before.id);
}

TEST_CASE("The words of an invitation that is gone meanwhile can be copied where one is told so")
{
    Desk desk;
    const Invitation gone =
        samples::invitation(QStringLiteral("gone"), QStringLiteral("Gone Ltd"), QStringLiteral("Gus"), 3);
    desk.page->editAndSendAgain(
        samples::operation(8,
                           RejectInvitation{gone.id, gone.revision, samples::reasonId(QStringLiteral("capacity")), {},
                                            QStringLiteral("Long and careful words")},
                           gone));
    widgets::settle();

    CHECK_FALSE(desk.dialog());
    CHECK(desk.text().contains(QStringLiteral("This invitation is no longer here")));
    desk.button(QStringLiteral("Copy my words")).click();
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("Long and careful words"));
}

TEST_CASE("Words for an invitation that a colleague has decided meanwhile stand in a dialog that says so")
{
    Desk desk;
    Invitation &taken = desk.session.world.invitations[0];
    taken.status = invitationStatus(QStringLiteral("accepted"));
    taken.decidedByName = QStringLiteral("Tom Reed");
    desk.page->editAndSendAgain(
        samples::operation(9,
                           RejectInvitation{taken.id, taken.revision, samples::reasonId(QStringLiteral("capacity")), {},
                                            QStringLiteral("Sorry!")},
                           taken));
    widgets::settle();

    REQUIRE(desk.dialog());
    CHECK(widgets::visibleText(*desk.dialog()).contains(QStringLiteral("Sorry!")));
    CHECK_FALSE(widgets::child<QAbstractButton>(*desk.dialog(), "confirm").isEnabled());
}

TEST_CASE("Letters work wherever one does not type: in the details, on a filter")
{
    const Desk desk;
    desk.press(Qt::Key_J);
    desk.press(Qt::Key_J); // the one with a message
    auto &message = widgets::child<QPlainTextEdit>(*desk.page, "message");
    message.setFocus();

    QTest::keyClick(&message, Qt::Key_K);
    widgets::settle();
    CHECK(desk.company() == QStringLiteral("Acme Ltd"));
    QTest::keyClick(&desk.button(QStringLiteral("Copy e-mail address")), Qt::Key_J);
    widgets::settle();
    CHECK(desk.company() == QStringLiteral("Northwind Trading Ltd"));
    QTest::keyClick(&message, Qt::Key_R);
    widgets::settle();
    REQUIRE(desk.dialog());
    CHECK(widgets::spokenName(*desk.dialog()) == QStringLiteral("Reject Invitation"));
    desk.dialog()->reject();
    widgets::settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QTest::keyClick(&desk.button(QStringLiteral("Due soon, 1")), Qt::Key_A);
    widgets::settle();
    REQUIRE(desk.dialog());
    CHECK(widgets::spokenName(*desk.dialog()) == QStringLiteral("Accept Invitation"));
}
