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

TEST_CASE("Where nothing is pending, the list says what may have happened")
{
    const Desk desk(false);

    CHECK(desk.text().contains(QStringLiteral("No invitations are pending on London.")));
    CHECK(desk.text().contains(QStringLiteral("london@harbourvale.example")));
    CHECK(desk.text().contains(QStringLiteral("Sent to a person's own address? It may have gone elsewhere.")));
    desk.button(QStringLiteral("Copy the address of London")).click();
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("london@harbourvale.example"));
    desk.button(QStringLiteral("Refresh")).click();
    CHECK(desk.session.refreshes == 1);
}

TEST_CASE("While everything is read for the first time, it says how much has come")
{
    Desk desk(false);
    desk.session.shown.status.firstSync = true;
    desk.session.shown.status.connection = Connection::Synchronising;
    desk.session.shown.status.received = 42;

    desk.session.publish();
    widgets::settle();

    CHECK(desk.text().contains(QStringLiteral("42 received")));
}

TEST_CASE("The first synchronisation ends at the top of the list, with its first row selected")
{
    Desk desk(false);
    const auto arrive = [&](int number, double hours) {
        desk.session.world.invitations.push_back(
            samples::invitation(QStringLiteral("n%1").arg(number), QStringLiteral("Firm %1").arg(number),
                                QStringLiteral("Ann"), hours));
    };
    desk.session.shown.status.firstSync = true;
    for (int i = 0; i < 40; ++i)
        arrive(i, 10);
    desk.session.publish();
    widgets::settle();
    CHECK_FALSE(desk.list().selectionModel()->hasSelection());
    for (int i = 40; i < 80; ++i)
        arrive(i, 20);
    desk.session.publish();
    widgets::settle();

    desk.session.shown.status.firstSync = false;
    arrive(80, 30);
    desk.session.publish();
    widgets::settle();

    CHECK(desk.company() == QStringLiteral("Firm 80"));
    CHECK(desk.list().selectionModel()->selectedRows().value(0).row() == 0);
    CHECK(desk.list().isAtTop());
}

TEST_CASE("Who chose a row during the first synchronisation keeps it, where it is")
{
    Desk desk(false);
    desk.session.shown.status.firstSync = true;
    desk.session.world.invitations.push_back(
        samples::invitation(QStringLiteral("n1"), QStringLiteral("Chosen"), QStringLiteral("Ann"), 10));
    desk.session.publish();
    widgets::settle();
    desk.press(Qt::Key_J);

    desk.session.shown.status.firstSync = false;
    desk.session.world.invitations.push_back(
        samples::invitation(QStringLiteral("n2"), QStringLiteral("Older"), QStringLiteral("Ann"), 30));
    desk.session.publish();
    widgets::settle();

    CHECK(desk.company() == QStringLiteral("Chosen"));
    CHECK(desk.list().currentIndex().row() == 1);
}

TEST_CASE("Who may see no branch at all is told so, not that nothing is pending")
{
    Desk desk(false);
    desk.page->setBranch({});
    desk.session.shown.branches.clear();

    desk.session.publish();
    widgets::settle();

    CHECK(desk.text().contains(QStringLiteral("You can't see any branch's invitations")));
    CHECK(desk.text().contains(QStringLiteral("You need the permission View clients on a branch")));
}

TEST_CASE("Offline with nothing read yet is said as what it is")
{
    Desk desk(false);
    desk.session.shown.status.firstSync = true;
    desk.session.shown.status.connection = Connection::Offline;

    desk.session.publish();
    widgets::settle();

    CHECK(desk.text().contains(QStringLiteral("Nothing is here yet")));
    desk.button(QStringLiteral("Try Again")).click();
    CHECK(desk.session.refreshes == 1);
}

TEST_CASE("A branch that one may not see says which permission it takes")
{
    Desk desk(false);
    desk.session.shown.branches[1].permissions.clear();

    desk.session.publish();
    widgets::settle();

    CHECK(desk.text().contains(QStringLiteral("You need the permission View clients on London")));
}

TEST_CASE("On a narrow window the details fold under")
{
    const Desk desk;
    desk.page->resize(600, 800);
    widgets::settle();

    CHECK(widgets::child<QSplitter>(*desk.page, "invitationsSplitter").orientation() == Qt::Vertical);
}

TEST_CASE("Layout and sort are remembered")
{
    const Desk desk;
    desk.page->findChild<QAction *>(QStringLiteral("sortCompany"))->trigger();
    const QByteArray kept = desk.page->saveLayout();

    const Desk other;
    other.page->restoreLayout(kept);
    widgets::settle();
    CHECK(other.row(0).startsWith(QStringLiteral("Acme Ltd")));

    other.page->restoreLayout(QByteArray("nonsense")); // kept by another version: left alone
    CHECK(other.row(0).startsWith(QStringLiteral("Acme Ltd")));
}

TEST_CASE("Text of the service is shown as it is, and can do nothing")
{
    Desk desk;
    const QString hostile = QStringLiteral("<b>%2</b> & <img src='file:///etc/passwd'> \u202Egpj.exe");
    desk.session.world.invitations[0].companyName = hostile;
    desk.session.world.invitations[0].message = hostile;
    desk.session.publish({desk.session.world.invitations[0].id});
    widgets::settle();

    CHECK(desk.row(0).startsWith(
        QStringLiteral("<b>%2</b> & <img src='file:///etc/passwd'> <U+202E>gpj.exe, Béla Kiss")));
    CHECK(desk.company().startsWith(QStringLiteral("<b>%2</b> & <img")));
    CHECK(widgets::child<QPlainTextEdit>(*desk.page, "message").toPlainText().startsWith(QStringLiteral("<b>%2</b>")));
}

TEST_CASE("A row without names says so instead of nothing")
{
    Desk desk;
    desk.session.world.invitations[0].companyName = QStringLiteral(" \n");
    desk.session.world.invitations[0].ownerName.clear();
    desk.session.publish({desk.session.world.invitations[0].id});
    widgets::settle();

    CHECK(desk.row(0).startsWith(QStringLiteral("No company name, No owner name, sent")));
}

TEST_CASE("Names of any length leave the window as wide as it was")
{
    Desk desk;
    desk.session.world.invitations[0].companyName = QString(300, u'W');
    desk.session.world.invitations[0].ownerEmail = QString(300, u'm') + QStringLiteral("@example.org");
    desk.session.publish({desk.session.world.invitations[0].id});
    widgets::settle();

    CHECK(desk.page->width() == 1'000);
    CHECK(desk.page->minimumSizeHint().width() < 800);
}

TEST_CASE("Every control of the page has a name for tests and one for people")
{
    const Desk desk;
    CHECK(widgets::unnamedControls(*desk.page).join(u'\n') == QString());
    const Desk empty(false);
    CHECK(widgets::unnamedControls(*empty.page).join(u'\n') == QString());
}

TEST_CASE("The header says how many of the pending ones a filter or a search shows")
{
    const Desk desk;

    desk.search(QStringLiteral("amara"));

    CHECK(desk.text().contains(QStringLiteral("4 pending · 1 shown")));
}
