#include "tests/support/catch.h"
#include "tests/ui/clientdesk.h"

#include <QCheckBox>
#include <QLabel>

TEST_CASE("Where a permission is missing the button stays, disabled, with a line that names it")
{
    struct Case
    {
        Permission permission;
        const char *button;
        const char *name;
    };
    for (const Case &each : {Case{Permission::GrantClientAccess, "beginAccountant", "Grant client access"},
                             Case{Permission::RevokeClientAccess, "removeAccountant:sam", "Revoke client access"},
                             Case{Permission::UpdateClientNotes, "addNote", "Update client notes"},
                             Case{Permission::DeleteClients, "disconnectClient", "Delete clients"}}) {
        ClientDesk desk;
        desk.forbid(each.permission);
        desk.open();
        const QString line = QStringLiteral("You need the permission %1 on London").arg(QString::fromLatin1(each.name));
        INFO(each.button);
        CHECK_FALSE(desk.child<QPushButton>(each.button).isEnabled());
        CHECK(desk.child<QPushButton>(each.button).isVisible());
        CHECK(desk.text().contains(line));
        CHECK(desk.child<QPushButton>(each.button).accessibleDescription().contains(line));
    }
}

TEST_CASE("Without create_clients no first step can be ticked, and the line says which permission it takes")
{
    ClientDesk desk;
    desk.forbid(Permission::CreateClients);
    desk.open();

    CHECK_FALSE(desk.child<QCheckBox>("firstStep:team").isEnabled());
    CHECK(desk.child<QLabel>("whyNoSteps").text().contains(QStringLiteral("Create clients on London")));
}

TEST_CASE("Notes and activity that one may not see are not shown, and it is said why")
{
    ClientDesk desk;
    desk.forbid(Permission::ViewClientNotes);
    desk.forbid(Permission::ViewAuditLogs);
    desk.details().client.notes = {{QStringLiteral("Sam"), samples::now(), QStringLiteral("A secret")}};
    desk.details().activity = {samples::activityRow(QStringLiteral("a1"), QStringLiteral("Sam"),
                                                    QStringLiteral("note_added"), QStringLiteral("Acme Ltd"))};
    desk.open();

    CHECK_FALSE(desk.text().contains(QStringLiteral("A secret")));
    CHECK(desk.text().contains(QStringLiteral("View client notes on London")));
    CHECK_FALSE(desk.text().contains(QStringLiteral("Sam added a note")));
    CHECK(desk.text().contains(QStringLiteral("View audit logs on London")));
}

TEST_CASE("The page of a client that was disconnected can only be read")
{
    ClientDesk desk;
    desk.open();
    desk.details().client.state = clientState(QStringLiteral("disconnected"));
    desk.details().client.disconnectedBy = QStringLiteral("client");
    desk.details().client.notes = {{QStringLiteral("Sam"), samples::now(), QStringLiteral("Year end March")}};
    desk.session.world.clients.clear();
    desk.publish();

    CHECK(desk.child<QLabel>("clientStanding").text() == QStringLiteral("Disconnected by the client"));
    CHECK(desk.text().contains(QStringLiteral("Year end March")));
    CHECK(desk.text().contains(QStringLiteral("no longer connected")));
    for (const char *const name : {"disconnectClient", "beginAccountant", "addNote", "accessFiskl", "setUpAccess"})
        CHECK_FALSE(desk.child<QPushButton>(name).isVisible());
    CHECK_FALSE(desk.child<QCheckBox>("firstStep:team").isEnabled());
}

TEST_CASE("While its disconnection waits a client's page says so, and nothing else can be decided")
{
    ClientDesk desk;
    desk.open();
    Operation waits =
        samples::operation(5, DisconnectClient{ClientDesk::id(), samples::reasonId(QStringLiteral("request")), {}, {}},
                           Reviewed{samples::branchId(QStringLiteral("london")), {}, {}, {}, {}, {}, {}});
    desk.session.shown.waiting.push_back({.operation = waits, .undoable = true, .current = {}, .client = {}});
    desk.publish();

    CHECK(desk.child<QLabel>("clientStanding").text() == QStringLiteral("Disconnect · waiting to send"));
    CHECK_FALSE(desk.child<QPushButton>("beginAccountant").isEnabled());
    CHECK_FALSE(desk.child<QPushButton>("disconnectClient").isEnabled());
    CHECK(desk.child<QLabel>("whyNoDisconnect").text().contains(QStringLiteral("waiting to send")));
}
