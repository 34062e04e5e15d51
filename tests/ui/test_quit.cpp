#include "tests/support/catch.h"
#include "tests/ui/shelldesk.h"
#include "ui/shell/quitdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

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
    const bool canSend = GENERATE(true, false);
    const QuitDialog one(1, canSend, nullptr);
    const QuitDialog two(2, canSend, nullptr);

    CHECK(widgets::child<QLabel>(one, "quitText").text().contains(QStringLiteral("It is kept")));
    CHECK(widgets::child<QLabel>(two, "quitText").text().contains(QStringLiteral("They are kept")));
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
