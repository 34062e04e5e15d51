#include "tests/support/catch.h"
#include "tests/ui/shelldesk.h"
#include "ui/common/rowlist.h"
#include "ui/history/finderdialog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QtTest>

namespace {

/// Two of Northwind: rejected on London, pending on Leeds; London is shown.
struct FinderDesk : ShellDesk
{
    FinderDesk()
    {
        invite(1);
        invite(1, QStringLiteral("leeds"));
        Invitation &rejected = session.world.invitations[0];
        rejected.companyName = QStringLiteral("Northwind Trading Ltd");
        rejected.ownerName = QStringLiteral("Amara Osei");
        rejected.ownerEmail = QStringLiteral("amara@northwind.example");
        rejected.status = invitationStatus(QStringLiteral("rejected"));
        rejected.decidedAt = samples::hoursAgo(5);
        rejected.decidedByName = QStringLiteral("Tom Reed");
        Invitation &pending = session.world.invitations[1];
        pending.companyName = QStringLiteral("Northwind Yachts");
        pending.ownerEmail = QStringLiteral("sam@yachts.example");
        open(samples::branchId(QStringLiteral("london")));
    }

    void find(const QString &words = {})
    {
        child<QAction>("finderAction").trigger();
        widgets::settle();
        if (!words.isEmpty())
            type(words);
    }
    void type(const QString &words)
    {
        const size_t before = session.opened.size();
        widgets::named<QLineEdit>(dialog(), QStringLiteral("Company, owner or e-mail address"))->setText(words);
        REQUIRE(QTest::qWaitFor([&] { return session.opened.size() > before; }));
        widgets::settle();
    }
    [[nodiscard]] FinderDialog &dialog() const { return *window->findChild<FinderDialog *>(); }
    [[nodiscard]] QString said() const { return widgets::visibleText(dialog()); }
    [[nodiscard]] RowList &found() const { return widgets::child<RowList>(dialog(), "found"); }
    [[nodiscard]] QString page() const { return child<QStackedWidget>("sectionPages").currentWidget()->objectName(); }
    [[nodiscard]] QString reply() const { return widgets::child<QPlainTextEdit>(dialog(), "replyText").toPlainText(); }
};

} // namespace

TEST_CASE("The finder looks on every branch and in every state, whichever branch is shown")
{
    FinderDesk desk;
    desk.find(QStringLiteral("northwind"));

    CHECK(desk.session.opened.back().kind == ListKind::Finder);
    CHECK_FALSE(desk.session.opened.back().branch);
    CHECK(desk.said().contains(QStringLiteral("Found 2 invitations")));
    CHECK(widgets::spokenRow(desk.found(), 0).endsWith(QStringLiteral("Pending, 1 hour ago, Leeds")));
    CHECK(widgets::spokenRow(desk.found(), 1).endsWith(QStringLiteral("Rejected by Tom Reed, 5 hours ago, London")));
}

TEST_CASE("The finder finds by owner and by e-mail address")
{
    FinderDesk desk;
    desk.find(QStringLiteral("osei"));
    CHECK(desk.said().contains(QStringLiteral("Found 1 invitation")));
    desk.type(QStringLiteral("sam@yachts"));
    CHECK(desk.found().model()->index(0, 0).data().toString() == QStringLiteral("Northwind Yachts"));
}

TEST_CASE("Before anything is typed the finder says what to type, and finds nothing")
{
    FinderDesk desk;
    desk.find();

    CHECK(desk.said().contains(QStringLiteral("Type a company")));
    CHECK_FALSE(desk.said().contains(QStringLiteral("Nothing found")));
    CHECK_FALSE(desk.found().isVisibleTo(&desk.dialog()));
}

TEST_CASE("What is not found is said, with the branches and states that were searched, as of when")
{
    FinderDesk desk;
    desk.find(QStringLiteral("nobody"));

    const QString said = desk.said();
    CHECK(said.contains(QStringLiteral("Nothing found for “nobody”")));
    CHECK(said.contains(QLocale().createSeparatedList({QStringLiteral("Leeds"), QStringLiteral("London")})));
    CHECK(said.contains(QStringLiteral("pending, accepted, rejected, withdrawn, expired and replaced")));
    CHECK(said.contains(QStringLiteral("As of Mon 23 Nov")));
    CHECK(said.contains(QStringLiteral("Sent to a person's own address? It may have gone elsewhere.")));
}

TEST_CASE("A branch without an invitation among those found is named")
{
    FinderDesk desk;
    desk.find(QStringLiteral("osei"));
    CHECK(desk.said().contains(QStringLiteral("Nothing on Leeds.")));
    desk.type(QStringLiteral("northwind"));
    CHECK_FALSE(desk.said().contains(QStringLiteral("Nothing on")));
}

TEST_CASE("A branch that may not be looked into is not said to have been searched")
{
    FinderDesk desk;
    desk.session.shown.branches[0].permissions.clear();
    desk.find(QStringLiteral("nobody"));

    CHECK(desk.said().contains(QStringLiteral("Searched: invitations on London, in every state")));
    CHECK(desk.said().contains(QStringLiteral("Not searched, because you may not see its invitations: Leeds.")));
}

TEST_CASE("Offline, and in the first synchronisation, the finder doesn't claim more than it knows")
{
    FinderDesk desk;
    desk.session.shown.status.connection = Connection::Offline;
    desk.find(QStringLiteral("nobody"));
    CHECK(desk.said().contains(QStringLiteral("what came after that is not here yet")));

    desk.session.shown.status.firstSync = true;
    desk.publish();
    CHECK(desk.said().contains(QStringLiteral("not everything is here yet")));
}

TEST_CASE("The reply names the address of the branch that is shown, and of another one that is picked")
{
    FinderDesk desk;
    desk.find(QStringLiteral("nobody"));
    CHECK(desk.reply().contains(QStringLiteral("\n\nlondon@harbourvale.example\n")));
    CHECK(desk.reply().contains(QStringLiteral("Priya Shah\nHarbour & Vale")));

    auto &branch = widgets::child<QComboBox>(desk.dialog(), "replyBranch");
    branch.setCurrentIndex(branch.findText(QStringLiteral("Leeds"), Qt::MatchStartsWith));
    emit branch.activated(branch.currentIndex());
    widgets::child<QPushButton>(desk.dialog(), "copyReply").click();

    CHECK(QGuiApplication::clipboard()->text().contains(QStringLiteral("\n\nleeds@harbourvale.example\n")));
    CHECK(desk.said().contains(QStringLiteral("Copied.")));
    desk.publish();
    CHECK(branch.currentText().startsWith(QStringLiteral("Leeds")));
}

TEST_CASE("Where one is pending there is nothing to reply; where none is, the reply says that none waits")
{
    FinderDesk desk;
    desk.find(QStringLiteral("yachts"));
    CHECK_FALSE(widgets::child<QWidget>(desk.dialog(), "finderReply").isVisibleTo(&desk.dialog()));
    desk.type(QStringLiteral("osei"));
    CHECK(widgets::child<QWidget>(desk.dialog(), "finderReply").isVisibleTo(&desk.dialog()));
    CHECK(desk.reply().contains(QStringLiteral("none that waits for an answer")));
}

TEST_CASE("A closed branch's address is in no reply")
{
    FinderDesk desk;
    desk.session.shown.branches[1].state = branchState(QStringLiteral("closed"));
    desk.find(QStringLiteral("nobody"));
    CHECK(desk.reply().contains(QStringLiteral("leeds@harbourvale.example")));
}

TEST_CASE("What comes in while one looks is found at once")
{
    FinderDesk desk;
    desk.find(QStringLiteral("acme"));
    REQUIRE(desk.said().contains(QStringLiteral("Nothing found")));

    Invitation late = samples::invitation(QStringLiteral("late"), QStringLiteral("Acme"), QStringLiteral("Ann"), 0);
    desk.session.world.invitations.push_back(late);
    desk.publish();

    CHECK(desk.said().contains(QStringLiteral("Found 1 invitation")));
}

TEST_CASE("What was found and decided is shown in History, what is pending in Client Invitations")
{
    FinderDesk desk;
    desk.find(QStringLiteral("osei"));
    desk.found().select(0);
    widgets::child<QPushButton>(desk.dialog(), "showFound").click();
    widgets::settle();
    CHECK(desk.page() == QStringLiteral("historyPage"));
    CHECK(widgets::child<QLabel>(desk.child<QWidget>("historyPage"), "company").text() ==
          QStringLiteral("Northwind Trading Ltd"));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    desk.find(QStringLiteral("yachts"));
    desk.found().select(0);
    QTest::keyClick(&desk.found(), Qt::Key_Return);
    widgets::settle();
    CHECK(desk.page() == QStringLiteral("invitationsPage"));
    CHECK(widgets::child<QLabel>(desk.child<QWidget>("invitationsPage"), "company").text() ==
          QStringLiteral("Northwind Yachts"));
}

TEST_CASE("A search that found nothing among the pending ones goes on in the finder, with its words")
{
    FinderDesk desk;
    auto *search = widgets::named<QLineEdit>(*desk.window, QStringLiteral("Search"));
    search->setText(QStringLiteral("osei"));
    QTest::qWait(60);
    widgets::settle();

    widgets::named<QPushButton>(*desk.window, QStringLiteral("They say they sent it…"))->click();
    QTest::qWait(60);
    widgets::settle();

    CHECK(desk.dialog().words() == QStringLiteral("osei"));
    CHECK(desk.said().contains(QStringLiteral("Found 1 invitation")));
}

TEST_CASE("Where no invitation is pending, the finder is a button away")
{
    ShellDesk desk;
    desk.open();

    widgets::named<QPushButton>(*desk.window, QStringLiteral("They say they sent it…"))->click();
    widgets::settle();

    CHECK(desk.window->findChild<FinderDialog *>());
}

TEST_CASE("The finder that is closed lets go of its list")
{
    FinderDesk desk;
    desk.find(QStringLiteral("osei"));
    desk.dialog().reject();
    widgets::settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    CHECK(desk.session.closed == std::vector<ListKind>{ListKind::Finder});
}

TEST_CASE("Every control of the finder has its names")
{
    FinderDesk desk;
    desk.find(QStringLiteral("osei"));
    CHECK(widgets::unnamedControls(desk.dialog()).join(u'\n') == QString());
}
