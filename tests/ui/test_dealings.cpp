#include "tests/ui/invitationdesk.h"
#include "ui/invitations/dealingwords.h"

namespace {

Dealing rejectedBefore()
{
    Dealing dealing{.invitationId = samples::invitationId(QStringLiteral("old")),
                    .branchId = samples::branchId(QStringLiteral("leeds")),
                    .branchName = QStringLiteral("Leeds"),
                    .companyName = QStringLiteral("Cafe Bela"),
                    .at = samples::hoursAgo(24 * 365)};
    dealing.status = invitationStatus(QStringLiteral("rejected"));
    dealing.byName = QStringLiteral("Tom Reed");
    dealing.reasonLabel = QStringLiteral("Capacity full");
    dealing.sameEmail = true;
    dealing.similarName = true;
    return dealing;
}

Dealing clientNow()
{
    Dealing dealing{.clientId = ClientId::parse(QStringLiteral("c1")),
                    .branchId = samples::branchId(QStringLiteral("london")),
                    .branchName = QStringLiteral("London"),
                    .companyName = QStringLiteral("Béla Holding"),
                    .at = samples::hoursAgo(24 * 500)};
    dealing.clientState = clientState(QStringLiteral("active"));
    dealing.sameRegistration = true;
    return dealing;
}

struct DealingsDesk : InvitationDesk
{
    void know(const Dealings &dealings)
    {
        const InvitationId id = samples::invitationId(QStringLiteral("i1"));
        session.dealings[id] = dealings;
        session.publish({id});
        widgets::settle();
    }
};

} // namespace

TEST_CASE("Without earlier dealings the details say so")
{
    const InvitationDesk desk;
    CHECK(desk.text().contains(QStringLiteral("Earlier dealings: none")));
}

TEST_CASE("Each earlier dealing is named with its state, when, by whom, why, where, and what is alike")
{
    DealingsDesk desk;
    desk.know({{rejectedBefore(), clientNow()}, false});

    const QString text = desk.text();
    CHECK(text.contains(QStringLiteral("Cafe Bela")));
    CHECK(text.contains(QStringLiteral("Rejected by Tom Reed: Capacity full · 23 Nov 2025 · Leeds")));
    CHECK(text.contains(QStringLiteral("same e-mail address · near-equal company name")));
    CHECK(text.contains(QStringLiteral("Is a client")));
    CHECK(text.contains(QStringLiteral("same registration number")));
    CHECK_FALSE(text.contains(QStringLiteral("There are more")));
}

TEST_CASE("Of many dealings it is said that there are more, and dealings that can't be read are not said to be none")
{
    DealingsDesk desk;
    desk.know({{rejectedBefore()}, true});
    CHECK(desk.text().contains(QStringLiteral("There are more")));

    desk.session.dealingsUnread = true;
    desk.know({});
    CHECK(desk.text().contains(QStringLiteral("Earlier dealings could not be read.")));
    CHECK_FALSE(desk.text().contains(QStringLiteral("Earlier dealings: none")));
}

TEST_CASE("The dialog of accepting has earlier dealings in one line")
{
    DealingsDesk desk;
    desk.know({{rejectedBefore(), clientNow()}, false});
    desk.page->acceptSelected();
    widgets::settle();

    const QString line = widgets::child<QLabel>(*desk.dialog(), "earlierDealings").text();

    CHECK(line ==
          QStringLiteral("Earlier dealings: Cafe Bela: Rejected by Tom Reed: Capacity full · 23 Nov 2025 · Leeds "
                         "(same e-mail address · near-equal company name) · and 1 more"));
}

TEST_CASE("In the dialog of accepting the line is of the revision that is decided on")
{
    DealingsDesk desk;
    desk.page->acceptSelected();
    widgets::settle();
    auto &line = widgets::child<QLabel>(*desk.dialog(), "earlierDealings");
    CHECK(line.text() == QStringLiteral("Earlier dealings: none"));

    desk.session.find(samples::invitationId(QStringLiteral("i1")))->revision = QStringLiteral("r2");
    desk.know({{clientNow()}, false});
    widgets::named<QAbstractButton>(*desk.dialog(), QStringLiteral("Show What Changed"))->click();

    CHECK(line.text().startsWith(QStringLiteral("Earlier dealings: Béla Holding: Is a client")));
}

TEST_CASE("A new invitation that is like the one being read is told at once")
{
    DealingsDesk desk;
    const InvitationId id = samples::invitationId(QStringLiteral("i1"));
    desk.session.dealings[id] = {{rejectedBefore()}, false};
    desk.session.publish({samples::invitationId(QStringLiteral("i9"))});
    widgets::settle();

    CHECK(desk.text().contains(QStringLiteral("Cafe Bela")));
}

TEST_CASE("A decision of this computer's on another invitation is not said to have been made")
{
    Dealing dealing = rejectedBefore();
    dealing.status = invitationStatus(QStringLiteral("pending"));
    dealing.local = LocalDecision{LocalDecision::Stage::Waits, true};
    CHECK(DealingWords::standing(dealing).startsWith(QStringLiteral("Accept · waiting to send")));
}
