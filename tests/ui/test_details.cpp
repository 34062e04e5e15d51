#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/widgets.h"
#include "ui/invitations/detailspane.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>

namespace {

InvitationDetails details(const Branch &branch = samples::london())
{
    const Invitation invitation = samples::invitation(QStringLiteral("i1"), QStringLiteral("Northwind Trading Ltd"),
                                                      QStringLiteral("Amara Osei"), 34);
    return {invitation, branch, samples::now() + std::chrono::hours(14), {}, {}};
}

struct Shown
{
    DetailsPane pane{nullptr};

    explicit Shown(const InvitationDetails &shown)
    {
        pane.resize(460, 640);
        pane.show();
        pane.showDetails(shown, samples::now());
    }
    [[nodiscard]] QString text() const { return widgets::visibleText(pane); }
    [[nodiscard]] QString label(const char *name) const { return widgets::child<QLabel>(pane, name).text(); }
    [[nodiscard]] QAbstractButton &button(const QString &name) const
    {
        return *widgets::named<QAbstractButton>(pane, name);
    }
};

} // namespace

TEST_CASE("The details say all the facts")
{
    const Shown shown(details());

    CHECK(shown.label("company") == QStringLiteral("Northwind Trading Ltd"));
    CHECK(shown.label("standing") == QStringLiteral("Pending · answer within 14 hours"));
    CHECK(shown.label("owner") == QStringLiteral("Amara Osei"));
    CHECK(shown.label("email") == QStringLiteral("amara@client.example"));
    CHECK(shown.label("branch") == QStringLiteral("London · london@harbourvale.example"));
    CHECK(shown.label("country") == QStringLiteral("United Kingdom"));
    CHECK(shown.label("registration") == QStringLiteral("07812345"));
    CHECK(shown.label("sent").endsWith(QStringLiteral("(34 h ago)")));
    CHECK(shown.label("cameBy") == QStringLiteral("External Access"));
}

TEST_CASE("Names of white space have words in their place, and a message of it is none")
{
    InvitationDetails nameless = details();
    nameless.invitation.companyName = QStringLiteral(" \n ");
    nameless.invitation.ownerName.clear();
    nameless.invitation.message = QStringLiteral(" \n\n ");
    const Shown shown(nameless);

    CHECK(shown.label("company") == QStringLiteral("No company name"));
    CHECK(shown.label("owner") == QStringLiteral("No owner name"));
    CHECK_FALSE(widgets::child<QWidget>(shown.pane, "message").isVisibleTo(&shown.pane));
    CHECK_FALSE(widgets::child<QWidget>(shown.pane, "messageCaption").isVisibleTo(&shown.pane));
}

TEST_CASE("A branch whose name can't be seen has words wherever it is named")
{
    Branch nameless = samples::leeds();
    nameless.name = QStringLiteral("  ");
    const Shown shown(details(nameless));

    CHECK(shown.label("branch").startsWith(QStringLiteral("No branch name · ")));
    CHECK(shown.label("whyNot").contains(QStringLiteral("on No branch name;")));
}

TEST_CASE("An origin that is not known is shown as it came")
{
    InvitationDetails odd = details();
    odd.invitation.origin = invitationOrigin(QStringLiteral("carrier_pigeon"));
    const Shown shown(odd);

    CHECK(shown.label("cameBy") == QStringLiteral("carrier_pigeon"));
}

TEST_CASE("A state that is not known is said with the service's word, and nothing can be decided in it")
{
    InvitationDetails odd = details();
    odd.invitation.status = invitationStatus(QStringLiteral("on_fire"));
    const Shown shown(odd);

    CHECK(shown.label("standing") == QStringLiteral("Not known to this version: “on_fire”"));
    CHECK_FALSE(shown.button(QStringLiteral("Accept Invitation")).isEnabled());
    CHECK_FALSE(shown.button(QStringLiteral("Reject Invitation")).isEnabled());
    CHECK(shown.label("whyNot").contains(QStringLiteral("does not know the state")));
}

TEST_CASE("An expiry that is past is shown apart, and one can still decide")
{
    InvitationDetails past = details();
    past.invitation.expiresAt = samples::hoursAgo(3);
    const Shown shown(past);

    CHECK(shown.label("expires").contains(QStringLiteral("the service decides")));
    CHECK(shown.button(QStringLiteral("Accept Invitation")).isEnabled());
}

TEST_CASE("Without the permission the buttons are there, disabled, and a line says what it takes")
{
    const Shown shown(details(samples::leeds()));

    QAbstractButton &accept = shown.button(QStringLiteral("Accept Invitation"));
    CHECK_FALSE(accept.isEnabled());
    CHECK_FALSE(shown.button(QStringLiteral("Reject Invitation")).isEnabled());
    CHECK(shown.label("whyNot").startsWith(QStringLiteral("You need the permission Create clients on Leeds")));
    CHECK(accept.accessibleDescription() == shown.label("whyNot"));
}

TEST_CASE("Before the branch's facts have come the service decides")
{
    InvitationDetails early = details();
    early.branch.reset();
    const Shown shown(early);

    CHECK(shown.button(QStringLiteral("Accept Invitation")).isEnabled());
    CHECK(shown.label("branch") == QStringLiteral("london"));
}

TEST_CASE("An acceptance that waits is said to wait, never to be done")
{
    InvitationDetails waiting = details();
    waiting.operation =
        samples::operation(1, AcceptInvitation{waiting.invitation.id, waiting.invitation.revision}, waiting.invitation);
    waiting.operation->state = OperationState::Ready;
    const Shown shown(waiting);

    CHECK(shown.label("standing") == QStringLiteral("Accept · waiting to send"));
    CHECK_FALSE(shown.text().contains(QStringLiteral("Accepted")));
    CHECK_FALSE(shown.button(QStringLiteral("Accept Invitation")).isEnabled());
}

TEST_CASE("A rejection that a colleague sent is told with its words")
{
    InvitationDetails rejected = details();
    rejected.invitation.status = invitationStatus(QStringLiteral("rejected"));
    rejected.invitation.decidedByName = QStringLiteral("Tom Reed");
    rejected.invitation.decidedAt = samples::hoursAgo(1);
    rejected.reasonLabel = QStringLiteral("Capacity full");
    rejected.invitation.replyMessage = QStringLiteral("We are sorry.");
    const Shown shown(rejected);

    CHECK(shown.label("standing") == QStringLiteral("Rejected by Tom Reed"));
    CHECK(shown.text().contains(QStringLiteral("Reason: Capacity full")));
    CHECK(shown.text().contains(QStringLiteral("We are sorry.")));
}

TEST_CASE("The e-mail address can be copied")
{
    const Shown shown(details());

    shown.button(QStringLiteral("Copy e-mail address")).click();

    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("amara@client.example"));
}

TEST_CASE("Every control of the details has its names")
{
    InvitationDetails full = details();
    full.invitation.message = QStringLiteral("Hello");
    const Shown shown(full);

    CHECK(widgets::unnamedControls(shown.pane).join(u'\n') == QString());
}
