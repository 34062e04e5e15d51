#include "tests/support/catch.h"
#include "tests/ui/clientoperations.h"
#include "tests/ui/shelldesk.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

namespace {

/// A window with Acme Ltd among the clients, with its page.
struct Desk : ShellDesk
{
    Desk()
    {
        const ClientRow row =
            samples::clientRow(QStringLiteral("c1"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"));
        session.world.clients = {row};
        Client client{.id = *row.id,
                      .version = {1},
                      .branchId = row.branchId,
                      .companyName = row.companyName,
                      .ownerName = row.ownerName,
                      .ownerEmail = row.ownerEmail,
                      .billing = row.billing,
                      .state = row.state,
                      .connectedAt = row.connectedAt,
                      .disconnectedAt = {},
                      .disconnectedBy = {},
                      .accountUrl = row.accountUrl,
                      .invitationId = {},
                      .accountants = {},
                      .firstSteps = {},
                      .notes = {}};
        ClientDetails details{.client = client};
        details.branch = samples::london();
        session.clientDetails.insert_or_assign(client.id, details);
    }
};

} // namespace

TEST_CASE("The menu opens Add a Client for the branch that is shown")
{
    Desk desk;
    desk.open(samples::branchId(QStringLiteral("london")));

    desk.child<QAction>("addClientAction").trigger();
    widgets::settle();

    CHECK(desk.child<QDialog>("addClientDialog").isVisible());
    CHECK(desk.session.linksAsked == std::vector<BranchId>{samples::branchId(QStringLiteral("london"))});
}

TEST_CASE("A card about a client leads to the client's page")
{
    Desk desk;
    desk.session.world.clients.push_back( // The one that is selected by itself
        samples::clientRow(QStringLiteral("c0"), QStringLiteral("Aardvark Ltd"), QStringLiteral("Ann Lee")));
    desk.session.shown.attention = {clientoperations::card(clientoperations::all().at(3), EndKind::PermissionDenied)};
    desk.open();
    QTest::keyClick(desk.window.get(), Qt::Key_4, Qt::ControlModifier);
    widgets::settle();

    desk.child<QPushButton>("showClient").click();
    widgets::settle();

    CHECK(desk.child<QLabel>("clientCompany").isVisible());
    CHECK(desk.child<QLabel>("clientCompany").text() == QStringLiteral("Acme Ltd"));
}

TEST_CASE("The page of a client leads to its invitation in History")
{
    Desk desk;
    Invitation invitation =
        samples::invitation(QStringLiteral("i1"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"), 1'000);
    invitation.status = invitationStatus(QStringLiteral("accepted"));
    desk.session.world.invitations = {invitation};
    desk.session.clientDetails.begin()->second.invitation = invitation;
    desk.open();
    QTest::keyClick(desk.window.get(), Qt::Key_1, Qt::ControlModifier);
    widgets::settle();

    desk.child<QPushButton>("showInHistory").click();
    widgets::settle();

    auto *page = desk.window->findChild<QWidget *>(QStringLiteral("historyPage"));
    REQUIRE(page);
    CHECK(page->isVisible());
    CHECK(widgets::child<QLabel>(*page, "company").text() == QStringLiteral("Acme Ltd"));
}

TEST_CASE("Leaving with a note on a client that was not added asks first")
{
    Desk desk;
    desk.open();
    QTest::keyClick(desk.window.get(), Qt::Key_1, Qt::ControlModifier);
    widgets::settle();
    desk.child<QPlainTextEdit>("newNote").setPlainText(QStringLiteral("Half a thought"));

    desk.window->close();
    widgets::settle();
    CHECK(desk.window->isVisible());
    auto &dialog = desk.child<QDialog>("unsavedNoteDialog");
    CHECK(widgets::visibleText(dialog).contains(QStringLiteral("Half a thought")));

    widgets::child<QPushButton>(dialog, "leaveWithoutNote").click();
    widgets::settle();
    CHECK_FALSE(desk.window->isVisible());
}

TEST_CASE("Leaving with a disconnection unsent says that it is not sent late")
{
    Desk desk;
    const bool needsConnection = GENERATE(true, false);
    desk.session.shown.waiting = {clientoperations::entry(clientoperations::all().at(needsConnection ? 0 : 3))};
    desk.open();

    desk.window->close();
    widgets::settle();

    CHECK(desk.child<QLabel>("quitTitle").text() == QStringLiteral("1 decision has not been sent"));
    CHECK(desk.child<QLabel>("quitText").text().contains(QStringLiteral("not sent later than an hour")) ==
          needsConnection);
}
