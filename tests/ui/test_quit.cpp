#include "tests/support/catch.h"
#include "tests/ui/shelldesk.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QtTest>

#include <utility>

TEST_CASE("With everything sent the window closes without a question")
{
    ShellDesk desk;
    desk.open();

    desk.window->close();
    widgets::settle();

    CHECK(desk.session.quits == std::vector<QuitAnswer>{QuitAnswer::QuitSendNextTime});
    CHECK_FALSE(desk.window->isVisible());
}

TEST_CASE("With something unsent it asks, and Cancel stays")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();

    desk.window->close();
    widgets::child<QPushButton>(desk.child<QDialog>("quitDialog"), "cancelQuit").click();
    widgets::settle();

    CHECK(desk.session.quits.empty());
    CHECK(desk.window->isVisible());
}

TEST_CASE("One decision is spoken of as one, several as several")
{
    const bool online = GENERATE(true, false);
    ShellDesk desk;
    desk.invite(2);
    desk.decide(false);
    if (!online)
        desk.session.shown.status.connection = Connection::Offline;
    desk.open();
    desk.window->close();
    const auto &text = desk.child<QLabel>("quitText");
    CHECK(text.text().contains(QStringLiteral("It is kept")));

    desk.decide(true, 1);
    desk.publish();

    CHECK(text.text().contains(QStringLiteral("They are kept")));
    CHECK(desk.child<QLabel>("quitTitle").text() == QStringLiteral("2 decisions have not been sent"));
}

TEST_CASE("While it is asked, what is sent meanwhile is not said to be unsent")
{
    ShellDesk desk;
    desk.invite(2);
    desk.decide(false);
    desk.decide(true, 1);
    desk.open();
    desk.window->close();

    desk.session.shown.waiting.pop_back();
    desk.publish();

    CHECK(desk.child<QLabel>("quitTitle").text() == QStringLiteral("1 decision has not been sent"));
}

TEST_CASE("While it is asked the connection may come and go, and the answers with it")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();
    desk.window->close();
    const auto &sendNow = desk.child<QPushButton>("sendNowAndQuit");
    desk.session.shown.status.connection = Connection::Offline;
    desk.publish();
    CHECK_FALSE(sendNow.isVisible());
    CHECK(desk.child<QLabel>("quitText").text().contains(QStringLiteral("It can't be sent now")));

    desk.session.shown.status.connection = Connection::Online;
    desk.publish();

    CHECK(sendNow.isVisible());
    CHECK_FALSE(desk.child<QLabel>("quitText").text().contains(QStringLiteral("It can't be sent now")));
}

TEST_CASE("When everything has been sent while it is asked, that is said, and the person still answers")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();
    desk.window->close();

    desk.session.shown.waiting.clear();
    desk.publish();

    CHECK(desk.child<QLabel>("quitTitle").text() == QStringLiteral("Everything has been sent."));
    CHECK_FALSE(desk.child<QPushButton>("sendNowAndQuit").isVisible());
    CHECK_FALSE(desk.child<QPushButton>("quitSendNextTime").isVisible());
    CHECK(desk.child<QPushButton>("cancelQuit").isVisible());
    CHECK(widgets::unnamedControls(desk.child<QDialog>("quitDialog")) == QStringList());
    CHECK(desk.window->isVisible());
    CHECK(desk.session.quits.empty());
    desk.child<QPushButton>("quitNow").click();
    widgets::settle();
    CHECK(desk.session.quits.size() == 1);
    CHECK_FALSE(desk.window->isVisible());
}

TEST_CASE("What was sent while it was asked and came back is pointed to")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();
    desk.window->close();

    desk.session.shown.attention = std::exchange(desk.session.shown.waiting, {});
    desk.session.shown.attention.front().operation.state = OperationState::Conflict;
    desk.publish();

    CHECK(desk.child<QLabel>("quitText").text().contains(QStringLiteral("Needs attention")));
}

TEST_CASE("What may have been sent already is not said not to have been sent")
{
    ShellDesk desk;
    desk.invite(2);
    OutboxEntry &tried = desk.decide(false);
    tried.operation.maybeApplied = true;
    desk.open();
    desk.window->close();
    const auto &title = desk.child<QLabel>("quitTitle");
    CHECK(title.text() == QStringLiteral("1 decision has not been confirmed as sent"));

    desk.decide(true, 1);
    desk.publish();

    CHECK(title.text() == QStringLiteral("2 decisions have not been confirmed as sent"));
    CHECK(desk.child<QLabel>("quitText").text().contains(QStringLiteral("1 of them may already have been sent")));
}

TEST_CASE("What changes while it is asked leaves the keyboard where it is, and where that goes away, at Cancel")
{
    ShellDesk desk;
    desk.invite(2);
    desk.decide(false);
    desk.decide(false, 1);
    desk.open();
    desk.window->close();
    auto &dialog = desk.child<QDialog>("quitDialog");
    widgets::child<QPushButton>(dialog, "quitSendNextTime").setFocus();
    desk.session.shown.waiting.pop_back();
    desk.session.shown.status.connection = Connection::Offline;
    desk.publish();
    CHECK(dialog.focusWidget()->objectName() == QStringLiteral("quitSendNextTime"));

    desk.session.shown.status.connection = Connection::Online;
    desk.publish();
    widgets::child<QPushButton>(dialog, "sendNowAndQuit").setFocus();
    desk.session.shown.status.connection = Connection::Offline;
    desk.publish();

    CHECK(dialog.focusWidget()->objectName() == QStringLiteral("cancelQuit"));
}

TEST_CASE("The Enter key is the button that has the keyboard")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();
    desk.window->close();
    const QPointer<QDialog> dialog = &desk.child<QDialog>("quitDialog");
    auto &cancel = widgets::child<QPushButton>(*dialog, "cancelQuit");
    cancel.setFocus();

    QTest::keyClick(&cancel, Qt::Key_Return);
    widgets::settle();

    CHECK(desk.session.quits.empty());
    CHECK(dialog.isNull());
}

TEST_CASE("Send now and quit shows that it sends, and goes when the session is ready")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();
    desk.window->close();

    desk.child<QPushButton>("sendNowAndQuit").click();
    CHECK(desk.text().contains(QStringLiteral("up to 10 seconds")));
    widgets::settle();

    CHECK(desk.session.quits == std::vector<QuitAnswer>{QuitAnswer::SendNowAndQuit});
    CHECK_FALSE(desk.window->isVisible());
}

TEST_CASE("Offline only the last two are offered")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.session.shown.status.connection = Connection::Offline;
    desk.open();

    desk.window->close();

    CHECK_FALSE(desk.child<QPushButton>("sendNowAndQuit").isVisible());
    CHECK(desk.child<QPushButton>("quitSendNextTime").isVisible());
}

TEST_CASE("Every control of the quit dialog has a name")
{
    ShellDesk desk;
    desk.invite(1);
    desk.decide(false);
    desk.open();
    desk.window->close();

    CHECK(widgets::unnamedControls(desk.child<QDialog>("quitDialog")) == QStringList());
}

TEST_CASE("Signing out says what stays, and deletes that only where asked")
{
    ShellDesk desk;
    desk.invite(1);
    desk.open();
    desk.child<QAction>("signOutAction").trigger();
    auto &dialog = desk.child<QDialog>("signOutDialog");
    CHECK(widgets::unnamedControls(dialog) == QStringList());

    widgets::child<QCheckBox>(dialog, "deleteDesk").setChecked(true);
    widgets::child<QPushButton>(dialog, "confirmSignOut").click();

    CHECK(desk.session.signOuts == std::vector<bool>{true});
}

TEST_CASE("The dialog of signing out closes when another person's account is shown")
{
    ShellDesk desk;
    desk.invite(1);
    desk.open();
    desk.child<QAction>("signOutAction").trigger();
    const QPointer<QDialog> dialog = &desk.child<QDialog>("signOutDialog");

    desk.session.shown.account->userId = *MemberId::parse(QStringLiteral("tom"));
    desk.session.publish();

    CHECK_FALSE((dialog && dialog->isVisible()));
    CHECK(desk.session.signOuts.empty());
}

TEST_CASE("The sheet of shortcuts and About have names on everything")
{
    ShellDesk desk;
    desk.open();
    desk.child<QAction>("shortcutsAction").trigger();
    CHECK(widgets::unnamedControls(desk.child<QDialog>("shortcutSheet")) == QStringList());
    desk.child<QDialog>("shortcutSheet").close();
    desk.child<QAction>("aboutAction").trigger();

    CHECK(widgets::unnamedControls(desk.child<QDialog>("aboutSheet")) == QStringList());
}
