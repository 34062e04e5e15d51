#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "ui/common/sentences.h"

#include <QDateTime>

using namespace std::chrono_literals;

namespace {

const EndKind allEnds[]{EndKind::SameDecision,  EndKind::Changed,          EndKind::DecidedOtherwise,
                        EndKind::Withdrawn,     EndKind::Expired,          EndKind::Superseded,
                        EndKind::Removed,       EndKind::AlreadyConnected, EndKind::BranchUnavailable,
                        EndKind::OtherConflict, EndKind::NotFound,         EndKind::PermissionDenied,
                        EndKind::Refused,       EndKind::OurFault,         EndKind::LostInRestore};

Invitation acme()
{
    return samples::invitation(QStringLiteral("i1"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"), 30);
}

OutboxEntry rejection(EndKind kind = EndKind::None)
{
    const Invitation invitation = acme();
    OutboxEntry entry{samples::operation(
        1, RejectInvitation{invitation.id, invitation.revision, samples::reasonId(QStringLiteral("capacity")), {}, {}},
        invitation)};
    entry.operation.reviewed.reasonLabel = QStringLiteral("Capacity full");
    entry.operation.end.kind = kind;
    entry.undoable = true;
    return entry;
}

OutboxEntry acceptance(EndKind kind = EndKind::None)
{
    OutboxEntry entry = rejection(kind);
    entry.operation.decision = AcceptInvitation{acme().id, acme().revision};
    return entry;
}

Instant today(int hour, int minute)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(samples::now())).toLocalTime().date();
    return instantFromMs(QDateTime(date, QTime(hour, minute)).toMSecsSinceEpoch());
}

} // namespace

TEST_CASE("A colleague's opposite decision is told with name, time, and what the client knows")
{
    OutboxEntry entry = rejection(EndKind::DecidedOtherwise);
    entry.operation.end.byName = QStringLiteral("Priya");
    entry.operation.end.byAt = today(14, 2);
    entry.operation.end.status = invitationStatus(QStringLiteral("accepted"));

    CHECK(Sentences::cardText(entry, samples::now()) ==
          QStringLiteral("Priya accepted it at 14:02. Your rejection had no effect; the client was not told of it."));
}

TEST_CASE("Where it is not known who decided, a colleague did")
{
    OutboxEntry entry = acceptance(EndKind::DecidedOtherwise);
    entry.operation.end.status = invitationStatus(QStringLiteral("rejected"));

    CHECK(Sentences::cardText(entry, samples::now()) ==
          QStringLiteral("A colleague rejected it. Your acceptance had no effect; the client was not told of it."));
}

TEST_CASE("The same decision by a colleague says that one's own words were not sent")
{
    OutboxEntry entry = rejection(EndKind::SameDecision);
    entry.operation.end.byName = QStringLiteral("Priya");
    entry.operation.end.status = invitationStatus(QStringLiteral("rejected"));

    CHECK(Sentences::cardText(entry, samples::now()) ==
          QStringLiteral("Priya rejected it. Your own words were not sent to the client."));
}

TEST_CASE("Every ending has a headline that names the company, and a text, for both decisions")
{
    for (const EndKind kind : allEnds) {
        for (const OutboxEntry &entry : {rejection(kind), acceptance(kind)}) {
            INFO(int(kind));
            CHECK(Sentences::cardTitle(entry).contains(QStringLiteral("Acme Ltd")));
            CHECK_FALSE(Sentences::cardText(entry, samples::now()).isEmpty());
        }
    }
}

TEST_CASE("A missing permission is named in words, on its branch")
{
    OutboxEntry entry = rejection(EndKind::PermissionDenied);
    entry.operation.end.permission = QStringLiteral("create_clients");

    CHECK(Sentences::cardText(entry, samples::now())
              .startsWith(QStringLiteral("You need the permission Create clients on London; ask your administrator.")));
    CHECK(Sentences::permissionMissing(Permission::CreateClients, QStringLiteral("London")) ==
          QStringLiteral("You need the permission Create clients on London; ask your administrator"));
}

TEST_CASE("A permission that this version does not know is still readable")
{
    CHECK(Sentences::permissionName(QStringLiteral("approve_payroll")) == QStringLiteral("Approve payroll"));
}

TEST_CASE("While it is held, the seconds left are said; never that it was sent")
{
    OutboxEntry entry = rejection();
    entry.holdLeft = 7'400ms;

    CHECK(Sentences::waiting(entry) == QStringLiteral("Acme Ltd: rejection will be sent in 8 s"));
}

TEST_CASE("Offline it waits here until one is online")
{
    OutboxEntry entry = acceptance();
    entry.connecting = true;
    entry.holdLeft = 8s;

    CHECK(Sentences::waiting(entry) == QStringLiteral("Acme Ltd: acceptance waits here until you are online"));
    CHECK(Sentences::standing(entry) == QStringLiteral("waits for a connection"));
}

TEST_CASE("What may have left says that it can't be taken back")
{
    OutboxEntry entry = rejection();
    entry.operation.state = OperationState::Ready;
    entry.operation.maybeApplied = true;
    entry.undoable = false;

    CHECK(Sentences::standing(entry) == QStringLiteral("may already have been sent: can't be taken back"));
}

TEST_CASE("The states of the connection have the names that tests and screen readers know")
{
    const auto name = [](Connection connection) {
        SyncStatus status;
        status.connection = connection;
        return Sentences::connectionName(status);
    };
    CHECK(name(Connection::Online) == QStringLiteral("Online"));
    CHECK(name(Connection::Offline) == QStringLiteral("Offline"));
    CHECK(name(Connection::Synchronising) == QStringLiteral("Synchronising"));
    CHECK(name(Connection::SignedOut) == QStringLiteral("Sign in again"));
    CHECK(name(Connection::TooOld) == QStringLiteral("Update needed"));
}

TEST_CASE("Started offline it is offline, whatever else is known")
{
    SyncStatus status;
    status.connection = Connection::Starting;
    status.offlineByChoice = true;

    CHECK(Sentences::connectionName(status) == QStringLiteral("Offline"));
}

TEST_CASE("An account that the service has not confirmed says so")
{
    SyncStatus status;
    status.connection = Connection::Offline;
    status.lastSyncAt = samples::now() - 1h;

    CHECK(Sentences::connectionLine(status, samples::now()).contains(QStringLiteral("not confirmed")));
}

TEST_CASE("A company's name is never taken for part of a sentence's form")
{
    OutboxEntry entry = rejection(EndKind::Withdrawn);
    entry.operation.reviewed.companyName = QStringLiteral("%1 %2 %n Ltd");

    CHECK(Sentences::cardTitle(entry) == QStringLiteral("%1 %2 %n Ltd: the client withdrew the invitation"));
}
