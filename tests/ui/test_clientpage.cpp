#include "tests/support/catch.h"
#include "tests/ui/clientdesk.h"
#include "ui/invitations/unsavednotedialog.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QtTest>

TEST_CASE("A client's page names its accountants with their role, and each can be removed")
{
    ClientDesk desk;
    desk.open();
    CHECK(desk.text().contains(QStringLiteral("Priya Shah · primary accountant")));
    CHECK(desk.text().contains(QStringLiteral("Sam Okoro · accountant")));

    desk.press("removeAccountant:sam");

    REQUIRE(desk.decided<RemoveAccountant>());
    CHECK(*desk.decided<RemoveAccountant>() == RemoveAccountant{ClientDesk::id(), ClientDesk::memberId("sam")});
    CHECK(desk.text().contains(QStringLiteral("Sam Okoro · accountant · removal waiting to send")));
    CHECK_FALSE(desk.child<QPushButton>("removeAccountant:sam").isEnabled());
}

TEST_CASE("A colleague of the branch who is not assigned is added, and a primary one is said to take another's place")
{
    ClientDesk desk;
    desk.open();
    desk.press("beginAccountant");
    auto &who = desk.child<QComboBox>("accountantWho");
    REQUIRE(who.count() == 1);
    CHECK(who.itemText(0).startsWith(QStringLiteral("Lee Wu")));

    desk.child<QComboBox>("accountantRole").setCurrentIndex(1);
    CHECK(desk.text().contains(QStringLiteral("Priya Shah stays as an accountant")));
    desk.press("addAccountant");

    REQUIRE(desk.decided<AssignAccountant>());
    CHECK(*desk.decided<AssignAccountant>() ==
          AssignAccountant{ClientDesk::id(), ClientDesk::memberId("lee"), AccountantRole::Primary});
    CHECK(desk.text().contains(QStringLiteral("Lee Wu · primary accountant · waiting to send")));
    CHECK_FALSE(desk.child<QPushButton>("beginAccountant").isEnabled()); // Nobody is left
}

TEST_CASE("Set Up Access assigns oneself; while that waits it says so")
{
    ClientDesk desk;
    desk.details().client.accountants.erase(desk.details().client.accountants.begin());
    desk.session.world.clients[0].assignedToMe = false;
    desk.open();
    CHECK(desk.child<QPushButton>("setUpAccess").isEnabled());

    desk.press("setUpAccess");

    REQUIRE(desk.decided<AssignAccountant>());
    CHECK(*desk.decided<AssignAccountant>() ==
          AssignAccountant{ClientDesk::id(), ClientDesk::memberId("priya"), AccountantRole::Accountant});
    CHECK_FALSE(desk.child<QPushButton>("setUpAccess").isEnabled());
    CHECK(desk.text().contains(QStringLiteral("You are being assigned: it is waiting to send.")));
}

TEST_CASE("Set Up Access that could not be kept says so beside it")
{
    ClientDesk desk;
    desk.details().client.accountants.clear();
    desk.session.world.clients[0].assignedToMe = false;
    desk.open();
    desk.session.nextError = Error{ErrorKind::DiskFull, {}};

    desk.press("setUpAccess");

    CHECK(desk.child<QLabel>("accessTrouble").text().contains(QStringLiteral("no room left on the disk")));
    CHECK(desk.child<QPushButton>("setUpAccess").isEnabled());
}

TEST_CASE("A first step is ticked off, is shown as done and waiting, and can't be ticked twice")
{
    ClientDesk desk;
    desk.details().client.firstSteps << QStringLiteral("odd_step");
    desk.open();
    CHECK(desk.child<QCheckBox>("firstStep:company_details").isChecked());
    CHECK(desk.text().contains(QStringLiteral("odd_step")));
    auto &bank = desk.child<QCheckBox>("firstStep:bank_accounts");
    CHECK_FALSE(bank.isChecked());
    CHECK_FALSE(desk.text().contains(QStringLiteral("waiting to send")));

    bank.click();
    widgets::settle();

    REQUIRE(desk.decided<SetFirstStep>());
    CHECK(*desk.decided<SetFirstStep>() == SetFirstStep{ClientDesk::id(), QStringLiteral("bank_accounts"), true});
    CHECK(bank.isChecked());
    CHECK_FALSE(bank.isEnabled());
    CHECK(desk.child<QLabel>("firstStepWaits:bank_accounts").isVisible());
}

TEST_CASE("A screen reader's action ticks a first step as a click does")
{
    ClientDesk desk;
    desk.open();
    QAccessibleInterface *const box = QAccessible::queryAccessibleInterface(&desk.child<QCheckBox>("firstStep:bank_accounts"));
    REQUIRE(box);

    box->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    widgets::settle();

    REQUIRE(desk.decided<SetFirstStep>());
    CHECK(*desk.decided<SetFirstStep>() == SetFirstStep{ClientDesk::id(), QStringLiteral("bank_accounts"), true});
}

TEST_CASE("A tick that was not kept is not shown, and it is said why")
{
    ClientDesk desk;
    desk.open();
    desk.session.nextError = Error{ErrorKind::Disk, {}};
    auto &bank = desk.child<QCheckBox>("firstStep:bank_accounts");

    bank.click();
    CHECK_FALSE(bank.isChecked()); // Not before it is kept
    widgets::settle();

    CHECK_FALSE(bank.isChecked());
    CHECK(desk.child<QLabel>("stepTrouble").text().startsWith(QStringLiteral("Not kept")));
}

TEST_CASE("Notes stand oldest first with author and time, and a new one waits below them")
{
    ClientDesk desk;
    desk.details().client.notes = {
        {QStringLiteral("Sam Okoro"), samples::hoursAgo(50), QStringLiteral("Year end March")},
        {QStringLiteral("Priya Shah"), samples::hoursAgo(20), QStringLiteral("Call <b>Ann</b>")}};
    desk.open();
    CHECK(desk.text().contains(QStringLiteral("never by the client")));

    desk.child<QPlainTextEdit>("newNote").setPlainText(QStringLiteral("VAT is due"));
    desk.press("addNote");

    REQUIRE(desk.decided<AddClientNote>());
    CHECK(desk.decided<AddClientNote>()->text == QStringLiteral("VAT is due"));
    CHECK(desk.child<QPlainTextEdit>("newNote").toPlainText().isEmpty());
    const QString text = desk.text();
    CHECK(text.indexOf(QStringLiteral("Year end March")) < text.indexOf(QStringLiteral("Call <b>Ann</b>")));
    CHECK(text.indexOf(QStringLiteral("Call <b>Ann</b>")) < text.indexOf(QStringLiteral("You · waiting to send")));
    CHECK(text.indexOf(QStringLiteral("You · waiting to send")) < text.indexOf(QStringLiteral("VAT is due")));
}

TEST_CASE("The words of a note that was not kept stay in the field")
{
    ClientDesk desk;
    desk.open();
    desk.session.nextError = Error{ErrorKind::DiskFull, {}};
    desk.child<QPlainTextEdit>("newNote").setPlainText(QStringLiteral("VAT is due"));

    desk.press("addNote");

    CHECK(desk.child<QPlainTextEdit>("newNote").toPlainText() == QStringLiteral("VAT is due"));
    CHECK(desk.child<QLabel>("noteTrouble").text().startsWith(QStringLiteral("Not kept")));
    CHECK(desk.child<QPushButton>("addNote").isEnabled());
}

TEST_CASE("Words typed on one client are there again after another was looked at, and leaving asks for them")
{
    ClientDesk desk;
    desk.session.world.clients.push_back(
        samples::clientRow(QStringLiteral("c2"), QStringLiteral("Beta Ltd"), QStringLiteral("Bo Lund")));
    ClientDetails beta = desk.details();
    beta.client.id = *ClientId::parse(QStringLiteral("c2"));
    desk.session.clientDetails.insert_or_assign(beta.client.id, beta);
    desk.open();
    auto &field = desk.child<QPlainTextEdit>("newNote");
    field.setPlainText(QStringLiteral("Half a thought"));

    desk.page->showClient(beta.client.id);
    widgets::settle();
    CHECK(field.toPlainText().isEmpty());
    desk.page->showClient(ClientDesk::id());
    widgets::settle();
    CHECK(field.toPlainText() == QStringLiteral("Half a thought"));

    int left = 0;
    desk.page->leave([&left] { ++left; });
    widgets::settle();
    auto *dialog = desk.page->window()->findChild<UnsavedNoteDialog *>();
    REQUIRE(dialog);
    CHECK(left == 0);
    widgets::child<QPushButton>(*dialog, "leaveWithoutNote").click();
    CHECK(left == 1);
}

TEST_CASE("A note longer than the service takes can't be added, and is not cut")
{
    ClientDesk desk;
    desk.open();

    desk.child<QPlainTextEdit>("newNote").setPlainText(QString(4'001, u'x'));

    CHECK_FALSE(desk.child<QPushButton>("addNote").isEnabled());
    CHECK(desk.child<QLabel>("newNoteStatus").text() == QStringLiteral("1 character too many"));
    CHECK(desk.child<QPlainTextEdit>("newNote").toPlainText().size() == 4'001);
}

TEST_CASE("Of many notes the newest are shown, and the earlier ones can be asked for")
{
    ClientDesk desk;
    for (int i = 1; i <= 40; ++i)
        desk.details().client.notes.push_back(
            {QStringLiteral("Sam"), samples::hoursAgo(100 - i), QStringLiteral("Note %1.").arg(i)});
    desk.open();
    CHECK_FALSE(desk.text().contains(QStringLiteral("Note 10.")));
    CHECK(desk.child<QPushButton>("earlierNotes").text() == QStringLiteral("Show 10 earlier notes"));

    desk.press("earlierNotes");

    CHECK(desk.text().contains(QStringLiteral("Note 10.")));
}

TEST_CASE("The page says where the client comes from, what happened with it, and leads to History")
{
    ClientDesk desk;
    Invitation invitation =
        samples::invitation(QStringLiteral("i1"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"), 1'000);
    invitation.status = invitationStatus(QStringLiteral("accepted"));
    invitation.decidedByName = QStringLiteral("Sam Okoro");
    invitation.decidedAt = samples::hoursAgo(960);
    desk.details().invitation = invitation;
    desk.details().activity = {samples::activityRow(QStringLiteral("a1"), QStringLiteral("Sam"),
                                                    QStringLiteral("note_added"), QStringLiteral("Acme Ltd"))};
    desk.open();
    std::vector<InvitationId> asked;
    QObject::connect(desk.page.get(), &ClientsPage::invitationAsked, desk.page.get(),
                     [&asked](const InvitationId &id) { asked.push_back(id); });
    CHECK(desk.text().contains(QStringLiteral("Accepted by Sam Okoro, ")));
    CHECK(desk.text().contains(QStringLiteral("Sam added a note to Acme Ltd · ")));

    desk.press("showInHistory");

    CHECK(asked == std::vector<InvitationId>{invitation.id});
}

TEST_CASE("A client that is asked for by name is shown whichever are listed")
{
    ClientDesk desk;
    ClientDetails other = desk.details();
    other.client.id = *ClientId::parse(QStringLiteral("c9"));
    other.client.companyName = QStringLiteral("Elsewhere Ltd");
    desk.session.clientDetails.insert_or_assign(other.client.id, other);
    desk.open();

    desk.page->showClient(other.client.id);
    widgets::settle();
    CHECK(desk.child<QLabel>("clientCompany").text() == QStringLiteral("Elsewhere Ltd"));

    desk.page->showClient(*ClientId::parse(QStringLiteral("c404")));
    widgets::settle();
    CHECK(desk.text().contains(QStringLiteral("This client is no longer here")));
}

TEST_CASE("Where another person signs in no words of the first stay on the page")
{
    ClientDesk desk;
    desk.open();
    desk.child<QPlainTextEdit>("newNote").setPlainText(QStringLiteral("Mine alone"));

    desk.session.shown.account->userId = ClientDesk::memberId("sam");
    desk.publish();
    desk.page->showClient(ClientDesk::id());
    widgets::settle();

    CHECK(desk.child<QPlainTextEdit>("newNote").toPlainText().isEmpty());
}

TEST_CASE("Every control of a client's page has its names")
{
    ClientDesk desk;
    desk.open();
    desk.press("beginAccountant");
    CHECK(widgets::unnamedControls(*desk.page).join(u'\n') == QString());
}
