#include "tests/support/catch.h"
#include "tests/ui/outboxdesk.h"
#include "ui/outbox/attentionpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

using outboxdesk::card;
using outboxdesk::Shown;

TEST_CASE("A card keeps the accountant's words, and they can be copied")
{
    Shown<AttentionPage> shown;
    shown.session.shown.attention = {card(EndKind::Withdrawn)};
    shown.open();
    CHECK(shown.text().contains(QStringLiteral("We act for a rival")));
    CHECK(shown.text().contains(QStringLiteral("Good luck")));

    widgets::named<QPushButton>(*shown.page, QStringLiteral("Copy my words"))->click();

    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("We act for a rival\n\nGood luck"));
}

TEST_CASE("A changed invitation is shown as it was read and as it is now")
{
    Shown<AttentionPage> shown;
    OutboxEntry changed = card(EndKind::Changed);
    changed.current->companyName = QStringLiteral("Acme Holdings Ltd");
    shown.session.shown.attention = {changed};
    shown.open();
    CHECK(shown.text().contains(QStringLiteral("As you read it")));
    CHECK(shown.text().contains(QStringLiteral("Acme Holdings Ltd")));

    std::optional<InvitationId> asked;
    QObject::connect(shown.page.get(), &AttentionPage::reviewAsked, shown.page.get(),
                     [&](const InvitationId &id) { asked = id; });
    widgets::named<QPushButton>(*shown.page, QStringLiteral("Review again"))->click();

    CHECK(asked == samples::invitationId(QStringLiteral("i7")));
}

TEST_CASE("Words that the service refused can be edited and sent again")
{
    Shown<AttentionPage> shown;
    OutboxEntry refused = card(EndKind::Refused);
    refused.operation.end.field = QStringLiteral("message");
    shown.session.shown.attention = {refused};
    shown.open();
    std::optional<OperationId> asked;
    QObject::connect(shown.page.get(), &AttentionPage::editAsked, shown.page.get(),
                     [&](const Operation &operation) { asked = operation.id; });

    widgets::named<QPushButton>(*shown.page, QStringLiteral("Edit and send again…"))->click();

    CHECK(asked == samples::operationId(7));
}

TEST_CASE("A decision that the service refused for no word in it is tried again, not edited")
{
    Shown<AttentionPage> shown;
    OutboxEntry refused = card(EndKind::Refused);
    refused.operation.end.code = QStringLiteral("payment_needed");
    shown.session.shown.attention = {refused};
    shown.open();
    CHECK(shown.text().contains(QStringLiteral("payment_needed")));
    CHECK(shown.text().contains(QStringLiteral("Good luck")));
    CHECK_FALSE(widgets::named<QPushButton>(*shown.page, QStringLiteral("Edit and send again…")));

    widgets::named<QPushButton>(*shown.page, QStringLiteral("Try again"))->click();

    CHECK(shown.session.triedAgain.size() == 1);
}

TEST_CASE("A missing permission offers to try again; a lost decision to send it again")
{
    Shown<AttentionPage> shown;
    shown.session.shown.attention = {card(EndKind::PermissionDenied)};
    shown.open();
    widgets::named<QPushButton>(*shown.page, QStringLiteral("Try again"))->click();
    CHECK(shown.session.triedAgain.size() == 1);

    shown.session.shown.attention = {card(EndKind::LostInRestore)};
    shown.publish();
    widgets::named<QPushButton>(*shown.page, QStringLiteral("Send it again"))->click();

    CHECK(shown.session.sentAgain.size() == 1);
}

TEST_CASE("A card whose invitation is gone asks for nothing that can't be done, and says so")
{
    for (const EndKind kind : {EndKind::Changed, EndKind::LostInRestore, EndKind::Refused}) {
        Shown<AttentionPage> shown;
        OutboxEntry gone = card(kind);
        gone.current.reset();
        gone.currentIsPending = false;
        shown.session.shown.attention = {gone};
        shown.open();

        INFO(int(kind));
        for (const QString &step : {QStringLiteral("Review again"), QStringLiteral("Show invitation"),
                                    QStringLiteral("Send it again"), QStringLiteral("Try again")})
            CHECK_FALSE(widgets::named<QPushButton>(*shown.page, step));
        CHECK_FALSE(shown.text().contains(QStringLiteral("review again")));
        CHECK_FALSE(shown.text().contains(QStringLiteral("You can send")));
        CHECK(widgets::named<QPushButton>(*shown.page, QStringLiteral("Copy my words")));
        CHECK(widgets::named<QPushButton>(*shown.page, QStringLiteral("Dismiss")));
    }
}

TEST_CASE("A card whose invitation somebody has decided meanwhile offers to look at it, not to review it again")
{
    Shown<AttentionPage> shown;
    OutboxEntry decided = card(EndKind::Changed);
    decided.current->status = invitationStatus(QStringLiteral("accepted"));
    decided.currentIsPending = false;
    shown.session.shown.attention = {decided};
    shown.open();

    CHECK(widgets::named<QPushButton>(*shown.page, QStringLiteral("Show invitation")));
    CHECK_FALSE(widgets::named<QPushButton>(*shown.page, QStringLiteral("Review again")));
    CHECK(shown.text().contains(QStringLiteral("It is no longer pending now: there is nothing more to decide.")));
}

TEST_CASE("A card goes when it is dismissed, and only then")
{
    Shown<AttentionPage> shown;
    shown.session.shown.attention = {card(EndKind::Withdrawn)};
    shown.open();
    shown.session.nextError = Error{ErrorKind::DiskFull, {}};
    widgets::named<QPushButton>(*shown.page, QStringLiteral("Dismiss"))->click();
    widgets::settle();
    CHECK(shown.text().contains(QStringLiteral("Not dismissed")));

    widgets::named<QPushButton>(*shown.page, QStringLiteral("Dismiss"))->click();
    widgets::settle();

    CHECK(shown.text().contains(QStringLiteral("Nothing needs your attention")));
}

TEST_CASE("An unreadable invitation is a card")
{
    Shown<AttentionPage> shown;
    shown.session.shown.unreadable = {
        {QStringLiteral("invitation"), QStringLiteral("inv_9"), QStringLiteral("sentAt")}};
    shown.open();

    CHECK(shown.text().contains(QStringLiteral("One invitation can't be shown here")));
}

TEST_CASE("An invitation in a state that is not known is named, with the service's word, and can be looked at")
{
    Shown<AttentionPage> shown;
    shown.session.shown.unknownStates = {
        21,
        {{samples::invitationId(QStringLiteral("i7")), samples::branchId(QStringLiteral("london")),
          QStringLiteral("Acme Ltd"), QStringLiteral("on_fire"), samples::hoursAgo(3)}}};
    shown.open();
    CHECK(shown.text().contains(QStringLiteral("Acme Ltd: a state not known to this version")));
    CHECK(shown.text().contains(QStringLiteral("“on_fire”, on London")));
    CHECK(shown.text().contains(QStringLiteral("And 20 more")));
    CHECK(shown.text().contains(QStringLiteral("21 cards")));

    std::optional<InvitationId> asked;
    QObject::connect(shown.page.get(), &AttentionPage::reviewAsked, shown.page.get(),
                     [&](const InvitationId &id) { asked = id; });
    widgets::named<QPushButton>(*shown.page, QStringLiteral("Show invitation"))->click();
    CHECK(asked == samples::invitationId(QStringLiteral("i7")));
    shown.session.shown.unknownStates = {};
    shown.publish();

    CHECK(shown.text().contains(QStringLiteral("Nothing needs your attention")));
}
