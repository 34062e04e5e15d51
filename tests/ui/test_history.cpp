#include "tests/ui/historydesk.h"
#include "ui/history/historymodel.h"
#include "ui/history/historyperiod.h"
#include "ui/invitations/outcomewords.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace std::chrono_literals;

TEST_CASE("History lists invitations in any state, what happened last first")
{
    HistoryDesk desk;
    desk.open();

    CHECK(desk.companies() == QStringList{QStringLiteral("Northwind Trading Ltd"), QStringLiteral("Café Béla Kft."),
                                          QStringLiteral("Acme Ltd"), QStringLiteral("Zeta"),
                                          QStringLiteral("Northern")});
    CHECK(desk.text().contains(QStringLiteral("5 shown")));
}

TEST_CASE("A row of History is heard with who decided, why, when and on which branch")
{
    HistoryDesk desk;
    desk.open();

    CHECK(desk.row(0) ==
          QStringLiteral("Northwind Trading Ltd, Amara Osei, Rejected by Tom Reed: Capacity full, 3 hours "
                         "ago, London"));
    CHECK(desk.row(3) == QStringLiteral("Zeta, Zoe, Withdrawn by the client, 40 days ago, London"));
}

TEST_CASE("History is narrowed by branch, by state and by period")
{
    HistoryDesk desk;
    desk.open(QStringLiteral("london"));
    CHECK(desk.companies().size() == 4);

    desk.click("outcomeRejected");
    CHECK(desk.companies() == QStringList{QStringLiteral("Northwind Trading Ltd")});
    desk.click("outcomeEnded");
    CHECK(desk.companies() == QStringList{QStringLiteral("Zeta")});

    auto &period = widgets::child<QComboBox>(*desk.page, "period");
    period.setCurrentIndex(period.findText(QStringLiteral("Last 30 days")));
    emit period.activated(period.currentIndex());
    widgets::settle();

    CHECK(desk.text().contains(QStringLiteral("None of this state and period")));
    desk.click("clearNarrowing");
    CHECK(desk.companies().size() == 4);
    CHECK(period.currentText() == QStringLiteral("All time"));
}

TEST_CASE("A period begins with a day, so that a view stays the same until midnight")
{
    const Instant now = samples::now();
    const auto start = periodStart(HistoryPeriod::Last30Days, now);
    REQUIRE(start);
    CHECK(now - *start >= 30 * 24h - 2h);
    CHECK(now - *start < 31 * 24h + 2h);
    CHECK(periodStart(HistoryPeriod::Last30Days, now + 1min) == start);
    CHECK(QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*periodStart(HistoryPeriod::ThisYear, now))).date() ==
          QDate(2026, 1, 1));
    CHECK_FALSE(periodStart(HistoryPeriod::All, now));
}

TEST_CASE("A decision that waits here is never said to be one that was made")
{
    HistoryDesk desk;
    const Invitation pending = *desk.session.find(samples::invitationId(QStringLiteral("i4")));
    OutboxEntry entry{samples::operation(
        1, RejectInvitation{pending.id, pending.revision, samples::reasonId(QStringLiteral("capacity")), {}, {}},
        pending)};
    desk.session.shown.waiting = {entry};
    desk.session.publish();
    desk.open();

    CHECK(desk.row(1) == QStringLiteral("Café Béla Kft., Béla Kiss, Reject · waiting to send, 25 hours ago, London"));
    desk.click("outcomeRejected");
    CHECK(desk.companies() == QStringList{QStringLiteral("Northwind Trading Ltd")});
}

TEST_CASE("The details of a decided invitation have who decided, when, why and what was sent")
{
    HistoryDesk desk;
    desk.open();

    CHECK(widgets::child<QLabel>(*desk.page, "standing").text() == QStringLiteral("Rejected by Tom Reed"));
    const QString decided = widgets::child<QPlainTextEdit>(*desk.page, "decided").toPlainText();
    CHECK(decided.contains(QStringLiteral("Reason: Capacity full")));
    CHECK(decided.contains(QStringLiteral("We wish you well.")));
    CHECK_FALSE(widgets::named<QAbstractButton>(*desk.page, QStringLiteral("Accept Invitation")));
}

TEST_CASE("A sent rejection says that it can't be taken back, and has a note to copy")
{
    HistoryDesk desk;
    desk.open();
    CHECK(desk.text().contains(QStringLiteral("can't be taken back")));

    widgets::named<QAbstractButton>(*desk.page, QStringLiteral("Copy a Note"))->click();
    widgets::settle();

    const QString note = QGuiApplication::clipboard()->text();
    CHECK(note.startsWith(QStringLiteral("Dear Amara Osei,")));
    CHECK(note.contains(QStringLiteral("Northwind Trading Ltd")));
    CHECK(note.contains(QStringLiteral("External Access")));
    CHECK(note.contains(QStringLiteral("\n\nlondon@harbourvale.example\n")));
    CHECK(desk.text().contains(QStringLiteral("Copied.")));
}

TEST_CASE("An internal note can be read in History, and is written where one decides")
{
    HistoryDesk desk;
    desk.session.world.notes = {{samples::invitationId(QStringLiteral("i1")), QStringLiteral("Call Ann on Monday")}};
    desk.open();

    auto &note = widgets::child<QPlainTextEdit>(*desk.page, "noteText");
    CHECK(note.toPlainText() == QStringLiteral("Call Ann on Monday"));
    CHECK(note.isReadOnly());
    CHECK(desk.text().contains(QStringLiteral("Internal note · never leaves this computer")));
    desk.select(1);
    CHECK_FALSE(desk.text().contains(QStringLiteral("Internal note")));
}

TEST_CASE("What was not rejected has no note")
{
    HistoryDesk desk;
    desk.open();
    desk.select(2);

    CHECK(widgets::child<QLabel>(*desk.page, "standing").text() == QStringLiteral("Accepted by Tom Reed"));
    CHECK_FALSE(widgets::named<QAbstractButton>(*desk.page, QStringLiteral("Copy a Note")));
}

TEST_CASE("Of a closed branch, or one whose address is not here, there is no note, and a line says why")
{
    HistoryDesk desk;
    desk.session.shown.branches[1].state = branchState(QStringLiteral("closed"));
    desk.open();

    CHECK_FALSE(widgets::child<QAbstractButton>(*desk.page, "copyNote").isEnabled());
    CHECK(desk.text().contains(QStringLiteral("The branch is closed")));
}

TEST_CASE("What can still be decided leads to Client Invitations")
{
    HistoryDesk desk;
    desk.open();
    std::optional<InvitationId> asked;
    QObject::connect(desk.page.get(), &HistoryPage::decidingAsked, desk.page.get(),
                     [&asked](const InvitationId &id) { asked = id; });
    CHECK_FALSE(widgets::named<QAbstractButton>(*desk.page, QStringLiteral("Show in Client Invitations")));
    desk.select(1);

    widgets::named<QAbstractButton>(*desk.page, QStringLiteral("Show in Client Invitations"))->click();

    CHECK(asked == samples::invitationId(QStringLiteral("i4")));
}

TEST_CASE("Space goes to the details, Esc back to the list")
{
    HistoryDesk desk;
    desk.open();
    desk.page->activateWindow();
    desk.list().setFocus();
    const int key = GENERATE(int(Qt::Key_Space), int(Qt::Key_Return));

    QTest::keyClick(&desk.list(), Qt::Key(key));
    CHECK(widgets::child<QWidget>(*desk.page, "details").isAncestorOf(desk.page->focusWidget()));

    QTest::keyClick(desk.page->focusWidget(), Qt::Key_Escape);
    CHECK(desk.page->focusWidget() == &desk.list());
}

TEST_CASE("What is read stays selected when it moves, and through another view")
{
    HistoryDesk desk;
    desk.open();
    desk.select(1);
    Invitation &accepted = *desk.session.find(samples::invitationId(QStringLiteral("i4")));
    accepted.status = invitationStatus(QStringLiteral("accepted"));
    accepted.decidedByName = QStringLiteral("Tom Reed");
    accepted.decidedAt = samples::now();
    desk.session.publish({accepted.id});
    widgets::settle();

    CHECK(desk.list().currentIndex().row() == 0);
    CHECK(widgets::child<QLabel>(*desk.page, "standing").text() == QStringLiteral("Accepted by Tom Reed"));
    desk.click("outcomeAccepted");
    CHECK(desk.list().selectionModel()->selectedRows().value(0).data().toString() == QStringLiteral("Café Béla Kft."));
}

TEST_CASE("An invitation that is shown from elsewhere has its details, though the list has it not")
{
    HistoryDesk desk;
    desk.open(QStringLiteral("london"));

    desk.page->showInvitation(samples::invitationId(QStringLiteral("i5")));
    widgets::settle();

    CHECK(widgets::child<QLabel>(*desk.page, "company").text() == QStringLiteral("Northern"));
    CHECK_FALSE(desk.list().selectionModel()->hasSelection());
}

TEST_CASE("History that is empty, forbidden, offline or not here yet says so")
{
    HistoryDesk desk(false);
    SyncStatus &status = desk.session.shown.status;
    const auto shown = [&desk] {
        desk.session.publish();
        desk.open(QStringLiteral("london"));
        return desk.text();
    };
    CHECK(shown().contains(QStringLiteral("There have been no invitations on London yet.")));
    status.firstSync = true;
    CHECK(shown().contains(QStringLiteral("Getting the history for the first time")));
    status.connection = Connection::Offline;
    CHECK(shown().contains(QStringLiteral("comes with the first connection")));
    desk.session.shown.branches[1].permissions.clear();
    CHECK(shown().contains(QStringLiteral("You need the permission View clients on London")));
}

TEST_CASE("History's model tells its changes exactly")
{
    HistoryDesk desk;
    HistoryModel model(desk.session, ListKind::History, nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ListQuery query;
    query.kind = ListKind::History;
    model.open(query);
    widgets::settle();
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    desk.add("i6", "Orbit", "Olga", "pending", 0);
    desk.session.world.invitations[3].status = invitationStatus(QStringLiteral("expired"));
    desk.session.world.invitations.erase(desk.session.world.invitations.begin());
    desk.session.publish();
    widgets::settle();

    CHECK(model.rowCount() == 5);
    CHECK(resets.isEmpty());
}

TEST_CASE("A state that is not known is said in the service's own word")
{
    CHECK(OutcomeWords::outcome({invitationStatus(QStringLiteral("on_%1")), {}, QStringLiteral("Tom"), {}}) ==
          QStringLiteral("Not known to this version: “on_%1”"));
    CHECK(OutcomeWords::outcome(
              {invitationStatus(QStringLiteral("rejected")), {}, QStringLiteral("%2"), QStringLiteral("%1")}) ==
          QStringLiteral("Rejected by %2: %1"));
    CHECK(OutcomeWords::outcome({invitationStatus(QStringLiteral("rejected")), {}, QStringLiteral(" "), {}}) ==
          QStringLiteral("Rejected"));
}

TEST_CASE("Every control of History has its names")
{
    HistoryDesk desk;
    desk.open();
    for (int row = 0; row < 5; ++row) {
        desk.select(row);
        CHECK(widgets::unnamedControls(*desk.page).join(u'\n') == QString());
    }
}
