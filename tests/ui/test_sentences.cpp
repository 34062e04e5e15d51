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

TEST_CASE("Where the service names nothing that was written, it is the decision that was refused, with its reason")
{
    OutboxEntry entry = acceptance(EndKind::Refused);
    entry.operation.end.code = QStringLiteral("payment_needed");
    CHECK(Sentences::cardTitle(entry) == QStringLiteral("Acme Ltd: the service refused the acceptance"));
    CHECK(Sentences::cardText(entry, samples::now()) ==
          QStringLiteral("The service did not accept the decision. Your acceptance had no effect; the client was not "
                         "told of it. The service gave the reason: payment_needed"));

    entry.operation.end.detail = QStringLiteral("The practice's subscription has ended.");
    CHECK(Sentences::cardText(entry, samples::now())
              .endsWith(QStringLiteral(
                  "The service gave the reason: “The practice's subscription has ended.” (payment_needed)")));
}

TEST_CASE("Where the service names a field, something in one's words was not accepted")
{
    OutboxEntry entry = rejection(EndKind::Refused);
    entry.operation.end.field = QStringLiteral("message");

    CHECK(Sentences::cardTitle(entry) == QStringLiteral("Acme Ltd: something in your words was not accepted"));
}

TEST_CASE("Where the name of a decision was taken it is not said that it had no effect")
{
    OutboxEntry entry = rejection(EndKind::OurFault);
    entry.operation.end.code = QStringLiteral("operation_reused");
    entry.current = acme();
    entry.currentIsPending = true;
    const QString pending = Sentences::cardText(entry, samples::now());
    CHECK_FALSE(pending.contains(QStringLiteral("had no effect")));
    CHECK_FALSE(pending.contains(QStringLiteral("not told")));
    CHECK(pending.contains(QStringLiteral("not known here")));
    CHECK(pending.endsWith(QStringLiteral("It is still pending: look at it again, and decide anew.")));

    entry.currentIsPending = false;
    const QString decided = Sentences::cardText(entry, samples::now());
    CHECK(decided.endsWith(QStringLiteral("It is no longer pending: look at it to see what became of it.")));

    entry.operation.end.code = QStringLiteral("invalid_request");
    CHECK(Sentences::cardText(entry, samples::now()).contains(QStringLiteral("Your rejection had no effect")));
}

TEST_CASE("Words are said to be kept only where there are some")
{
    OutboxEntry entry = acceptance(EndKind::OurFault);
    CHECK_FALSE(Sentences::cardText(entry, samples::now()).contains(QStringLiteral("Your words")));

    entry = rejection(EndKind::OurFault);
    std::get<RejectInvitation>(entry.operation.decision).message = QStringLiteral("Sorry");

    CHECK(Sentences::cardText(entry, samples::now()).contains(QStringLiteral("Your words are kept below.")));
}

TEST_CASE("Started offline with nothing kept, nobody is said to have failed to answer")
{
    const QString words = Sentences::signIn(Error{ErrorKind::NotFound, {}});

    CHECK(words.contains(QStringLiteral("started offline")));
    CHECK_FALSE(words.contains(QStringLiteral("No answer")));
}

TEST_CASE("Offline the line speaks of decisions that one makes, not of such that need not be there")
{
    SyncStatus status;
    status.connection = Connection::Offline;
    status.accountConfirmed = true;

    CHECK(Sentences::connectionLine(status, samples::now()) == QStringLiteral("Decisions you make will wait here"));
}

TEST_CASE("A company without a name has words in its place")
{
    OutboxEntry entry = rejection(EndKind::Withdrawn);
    entry.operation.reviewed.companyName = QStringLiteral(" \n ");

    CHECK(Sentences::cardTitle(entry) == QStringLiteral("No company name: the client withdrew the invitation"));
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
    CHECK(name(Connection::Starting) == QStringLiteral("Synchronising"));
}

TEST_CASE("Until the first answer the line below says that the service is being asked")
{
    SyncStatus status;
    status.connection = Connection::Starting;
    status.accountConfirmed = true;

    CHECK(Sentences::connectionLine(status, samples::now()) == QStringLiteral("Asking the service"));
}

TEST_CASE("Whatever keeps the service from being reached is called Offline, and the line below says what it is")
{
    const std::pair<Connection, QString> reasons[]{
        {Connection::Blocked, QStringLiteral("stands between this computer and the service")},
        {Connection::Untrusted, QStringLiteral("certificate can't be trusted")},
        {Connection::ServiceTrouble, QStringLiteral("The service has trouble")},
        {Connection::SignedOut, QStringLiteral("Sign in again")},
        {Connection::TooOld, QStringLiteral("update is needed")}};
    for (const auto &[connection, reason] : reasons) {
        SyncStatus status;
        status.connection = connection;
        INFO(reason.toStdString());
        CHECK(Sentences::connectionName(status) == QStringLiteral("Offline"));
        CHECK(Sentences::connectionLine(status, samples::now()).contains(reason));
    }
}

TEST_CASE("Who is not signed in at a plain start is not told that a token was refused")
{
    SyncStatus status;
    status.connection = Connection::SignedOut;
    CHECK(Sentences::connectionTrouble(status, {}).contains(QStringLiteral("no longer accepts your token")));

    status.noToken = true;

    const QString words = Sentences::connectionTrouble(status, {});
    CHECK_FALSE(words.contains(QStringLiteral("no longer accepts")));
    CHECK(words.contains(QStringLiteral("Sign in again: decisions wait here until then.")));
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

TEST_CASE("Whatever became of the files on this computer, it is told: what happened, where, and that nothing is hidden")
{
    using Kind = StoreTrouble::Kind;
    const QString path = QStringLiteral("/data/account/desk.db.damaged-1");
    QStringList told;
    for (const Kind kind : {Kind::CacheSetAside, Kind::DeskSetAside, Kind::DeskMissing, Kind::CantOpen, Kind::Gone}) {
        told += Sentences::trouble({kind, path, 3, {}});
        CHECK(told.back().contains(path));
    }
    for (const Kind kind : {Kind::CantWrite, Kind::Full}) {
        told += Sentences::trouble({kind, path, 0, {}});
        CHECK(told.back().contains(QStringLiteral("What you decided before is kept")));
    }
    CHECK(told.removeDuplicates() == 0);
}

TEST_CASE("A mistake of ours on this computer is not put down to the service")
{
    const QString service = QStringLiteral("the service answered with an error");
    CHECK(Sentences::signIn({ErrorKind::ServiceFault, {}}).contains(service));
    for (const ErrorKind kind : {ErrorKind::Internal, ErrorKind::Conflict}) {
        const QString told = Sentences::signIn({kind, {}});
        CHECK_FALSE(told.contains(service));
        CHECK(told.contains(QStringLiteral("on this computer")));
        CHECK(told.contains(QStringLiteral("Nothing was deleted")));
    }
}

TEST_CASE("Why files can't be opened is told each in its own words, and that nothing was deleted or changed")
{
    QStringList told;
    for (const ErrorKind kind : {ErrorKind::Disk, ErrorKind::DiskFull, ErrorKind::Busy, ErrorKind::NewerSchema})
        told += Sentences::signIn({kind, {}});
    CHECK(told.removeDuplicates() == 0);
    CHECK(told[0].contains(QStringLiteral("Nothing was deleted")));
    CHECK(told[1].contains(QStringLiteral("is kept")));
    CHECK(told[3].contains(QStringLiteral("Nothing in them was changed")));
}
