#include "tests/support/catch.h"
#include "tests/ui/shelldesk.h"
#include "ui/common/noticebar.h"
#include "ui/shell/undobar.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QtTest>

namespace {

QString page(const ShellDesk &desk)
{
    return desk.child<QStackedWidget>("sectionPages").currentWidget()->objectName();
}

QString root(const ShellDesk &desk)
{
    return desk.child<QStackedWidget>("root").currentWidget()->objectName();
}

} // namespace

TEST_CASE("The window is there, with Client Invitations, while nothing is known yet")
{
    ShellDesk desk;
    desk.session.shown = {};
    desk.session.standing = SignInState::Starting;
    desk.open();

    CHECK(root(desk) == QStringLiteral("desk"));
    CHECK(desk.window->windowTitle() == QStringLiteral("Atlas"));
}

TEST_CASE("The title says the practice and how many are pending over all branches")
{
    ShellDesk desk;
    desk.invite(11, QStringLiteral("london"));
    desk.invite(1, QStringLiteral("leeds"));
    desk.open(samples::branchId(QStringLiteral("leeds")));

    CHECK(desk.window->windowTitle() == QStringLiteral("Client Invitations – Harbour & Vale (12)"));
}

TEST_CASE("At nought the title has no number")
{
    ShellDesk desk;
    desk.open();

    CHECK(desk.window->windowTitle() == QStringLiteral("Client Invitations – Harbour & Vale"));
}

TEST_CASE("Every control of the window has a name, in every section")
{
    ShellDesk desk;
    desk.invite(3);
    desk.decide(false);
    desk.open();
    for (int key = Qt::Key_1; key <= Qt::Key_6; ++key) {
        QTest::keyClick(desk.window.get(), Qt::Key(key), Qt::ControlModifier);
        widgets::settle();
        INFO(page(desk).toStdString());
        CHECK(widgets::unnamedControls(*desk.window) == QStringList());
    }
}

TEST_CASE("Ctrl with a number goes to the section, and the sidebar follows")
{
    ShellDesk desk;
    desk.open();

    desk.child<QAction>("section3Action").trigger();

    CHECK(page(desk) == QStringLiteral("waitingPage"));
    CHECK(desk.child<QListView>("sections").currentIndex().data().toString() == QStringLiteral("Waiting to send"));
}

TEST_CASE("F5 and a click on the status ask the service anew")
{
    ShellDesk desk;
    desk.open();

    desk.child<QAction>("refreshAction").trigger();
    desk.child<QAbstractButton>("syncStatus").click();

    CHECK(desk.session.refreshes == 2);
}

TEST_CASE("The status is called by its state")
{
    ShellDesk desk;
    desk.open();
    CHECK(widgets::spokenName(desk.child<QWidget>("syncStatus")) == QStringLiteral("Online"));

    desk.session.shown.status.connection = Connection::Offline;
    desk.publish();

    CHECK(widgets::spokenName(desk.child<QWidget>("syncStatus")) == QStringLiteral("Offline"));

    desk.session.shown.status.connection = Connection::Blocked;
    desk.publish();

    CHECK(widgets::spokenName(desk.child<QWidget>("syncStatus")) == QStringLiteral("Offline"));
    CHECK(desk.child<QWidget>("syncStatus")
              .accessibleDescription()
              .contains(QStringLiteral("stands between this computer and the service")));
}

TEST_CASE("The undo bar counts a hold down, and takes the decision back")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();
    auto &bar = desk.child<UndoBar>("undoBar");
    CHECK(bar.text() == QStringLiteral("Acme 0 Ltd: rejection will be sent in 8 s"));

    desk.session.clock += Milliseconds(3'000);
    desk.publish();
    desk.child<QPushButton>("undo").click();
    widgets::settle();

    CHECK(desk.session.undone.size() == 1);
    CHECK(bar.text() == QStringLiteral("Acme 0 Ltd: taken back. It is pending again."));
}

TEST_CASE("Offline the bar says that the decision waits here")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(true).connecting = true;
    desk.open();

    CHECK(desk.child<UndoBar>("undoBar").text() ==
          QStringLiteral("Acme 0 Ltd: acceptance waits here until you are online"));
}

TEST_CASE("Undo that comes too late says so")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();
    desk.session.nextError = Error{ErrorKind::Conflict, {}};

    desk.child<QAction>("undoAction").trigger();
    widgets::settle();

    CHECK(desk.child<UndoBar>("undoBar").text().contains(QStringLiteral("can't be taken back")));
}

TEST_CASE("The undo button is called Undo")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();

    CHECK(widgets::named<QPushButton>(desk.child<QWidget>("undoBar"), QStringLiteral("Undo")) != nullptr);
}

TEST_CASE("A confirmed acceptance is told, with access where the link can be trusted")
{
    ShellDesk desk;
    desk.invite(1);
    OutboxEntry entry = desk.decide(true);
    desk.session.shown.waiting.clear();
    entry.operation.state = OperationState::Acked;
    entry.client = samples::clientRow(QStringLiteral("c1"), QStringLiteral("Acme 0 Ltd"), QStringLiteral("Ann Lee"));
    desk.session.shown.recent = {entry};
    desk.open();
    auto &bar = desk.child<NoticeBar>("confirmedBar");
    CHECK(bar.text() == QStringLiteral("Acme 0 Ltd is now a client of London."));

    desk.child<QPushButton>("accessFiskl").click();
    CHECK(desk.opened == std::vector<QUrl>{QUrl(QStringLiteral("https://app.fiskl.example/c/c1"))});
    desk.child<QPushButton>("dismissConfirmed").click();

    CHECK_FALSE(bar.isVisible());
}

TEST_CASE("A link to somewhere else is not opened, and said")
{
    ShellDesk desk;
    desk.invite(1);
    OutboxEntry entry = desk.decide(true);
    desk.session.shown.waiting.clear();
    entry.client = samples::clientRow(QStringLiteral("c1"), QStringLiteral("Acme"), QStringLiteral("Ann Lee"));
    entry.client->accountUrl = QStringLiteral("https://evil.example/c1");
    desk.session.shown.recent = {entry};
    desk.open();

    CHECK_FALSE(desk.child<QPushButton>("accessFiskl").isEnabled());
    CHECK(desk.text().contains(QStringLiteral("not opened. It names the host evil.example.")));
}

TEST_CASE("Who is not assigned is offered Set Up Access, which leads to the client's page")
{
    ShellDesk desk;
    desk.invite(1);
    OutboxEntry entry = desk.decide(true);
    desk.session.shown.waiting.clear();
    entry.client = samples::clientRow(QStringLiteral("c1"), QStringLiteral("Acme 0 Ltd"), QStringLiteral("Ann Lee"));
    entry.client->assignedToMe = false;
    desk.session.world.clients = {*entry.client};
    desk.session.shown.recent = {entry};
    desk.open();

    desk.child<QWidget>("confirmedBar").findChild<QPushButton *>(QStringLiteral("setUpAccess"))->click();
    widgets::settle();

    CHECK(widgets::child<QLabel>(*desk.window, "clientCompany").text() == QStringLiteral("Acme 0 Ltd"));
}

TEST_CASE("A token that is no longer valid leaves everything in place and offers to sign in again")
{
    ShellDesk desk;
    desk.invite(2);
    desk.session.shown.status.connection = Connection::SignedOut;
    desk.open();
    CHECK(root(desk) == QStringLiteral("desk"));

    desk.child<QPushButton>("signInAgain").click();
    auto &dialog = desk.child<QDialog>("signInDialog");
    widgets::child<QLineEdit>(dialog, "server").setText(QStringLiteral("atlas.example.com"));
    widgets::child<QLineEdit>(dialog, "token").setText(QStringLiteral("atp_2"));
    widgets::child<QPushButton>(dialog, "signIn").click();

    CHECK(desk.session.signIns.size() == 1);
}

TEST_CASE("Trouble with the files is said above everything")
{
    ShellDesk desk;
    desk.session.shown.trouble = {{StoreTrouble::Kind::CantWrite, {}, 0, {}}};
    desk.open();

    CHECK(desk.child<NoticeBar>("troubleBar").text().contains(QStringLiteral("can't write")));
}

TEST_CASE("Signed out shows the sign-in page; signed in the desk")
{
    ShellDesk desk;
    desk.session.standing = SignInState::SignedOut;
    desk.open();
    CHECK(root(desk) == QStringLiteral("signInPage"));

    desk.session.standing = SignInState::SignedIn;
    emit desk.session.signInStateChanged();

    CHECK(root(desk) == QStringLiteral("desk"));
}

TEST_CASE("While the service is asked who this is, that is shown; with a reason why not, the sign-in page")
{
    ShellDesk desk;
    desk.session.standing = SignInState::Checking;
    desk.open();
    CHECK(root(desk) == QStringLiteral("checkingPanel"));

    desk.session.whySignedOut = Error{ErrorKind::Network, {}};
    emit desk.session.signInStateChanged();

    CHECK(root(desk) == QStringLiteral("signInPage"));
}

TEST_CASE("A narrow window has a rail that opens")
{
    ShellDesk desk;
    desk.open();
    desk.window->resize(520, 700);
    widgets::settle();
    CHECK_FALSE(desk.child<QComboBox>("branchSelector").isVisible());

    desk.child<QAbstractButton>("sidebarMenu").click();

    CHECK(desk.child<QComboBox>("branchSelector").isVisible());
    CHECK(desk.window->width() == 520);
}

TEST_CASE("Section and branch are remembered in the data folder")
{
    ShellDesk desk;
    desk.open(samples::branchId(QStringLiteral("london")));
    desk.child<QAction>("section5Action").trigger();
    desk.window->close();
    widgets::settle();

    desk.open();

    CHECK(page(desk) == QStringLiteral("activityPage"));
    CHECK(desk.child<QComboBox>("branchSelector").currentText() == QStringLiteral("London"));
}
