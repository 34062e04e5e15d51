#include "tests/support/catch.h"
#include "tests/ui/shelldesk.h"
#include "ui/shell/linkedinvitation.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QtTest>

// What an address of the form atlas:invitation/ID may do in the window: select, and nothing else.

namespace {

struct LinkedDesk : ShellDesk
{
    LinkedDesk()
    {
        invite(3);
        open();
        linked = std::make_unique<LinkedInvitation>(session, *window);
    }
    void follow(int number)
    {
        linked->select(session.world.invitations.at(size_t(number)).id);
        widgets::settle();
    }
    [[nodiscard]] QString read() const { return child<QLabel>("company").text(); }
    [[nodiscard]] QString named(int number) const { return session.world.invitations.at(size_t(number)).companyName; }

    std::unique_ptr<LinkedInvitation> linked;
};

} // namespace

TEST_CASE("An address shows its invitation, wherever one is, and decides nothing")
{
    LinkedDesk desk;
    QTest::keyClick(desk.window.get(), Qt::Key_5, Qt::ControlModifier);
    const int other = desk.read() == desk.named(0) ? 1 : 0;

    desk.follow(other);

    CHECK(desk.read() == desk.named(other));
    CHECK(desk.session.decisions.empty());
    CHECK(desk.session.sendNows == 0);
    CHECK_FALSE(desk.window->findChild<QDialog *>());
}

TEST_CASE("While a dialog is open an address moves nothing, then or later")
{
    LinkedDesk desk;
    const QString before = desk.read();
    widgets::named<QPushButton>(*desk.window, QStringLiteral("Accept Invitation"))->click();
    widgets::settle();
    auto *dialog = desk.window->findChild<QDialog *>();
    REQUIRE(dialog);

    desk.follow(before == desk.named(0) ? 1 : 0);
    dialog->reject();
    desk.publish();

    CHECK(desk.read() == before);
}

TEST_CASE("An address that would wait is dropped where a dialog is open as it comes, or once it could be shown")
{
    LinkedDesk desk;
    const QString before = desk.read();
    const bool asItComes = GENERATE(true, false);
    desk.session.standing = SignInState::SignedOut;
    QDialog dialog(desk.window.get());
    if (asItComes)
        dialog.open();
    desk.follow(before == desk.named(0) ? 1 : 0);
    if (asItComes)
        dialog.reject();
    else
        dialog.open();
    desk.session.standing = SignInState::SignedIn;

    desk.publish();
    dialog.reject();
    desk.publish();

    CHECK(desk.read() == before);
}

TEST_CASE("Until somebody is signed in an address waits")
{
    LinkedDesk desk;
    const QString before = desk.read();
    const int other = before == desk.named(0) ? 1 : 0;
    desk.session.standing = SignInState::SignedOut;
    desk.follow(other);
    CHECK(desk.read() == before);

    desk.session.standing = SignInState::SignedIn;
    desk.publish();

    CHECK(desk.read() == desk.named(other));
}
