#include "tests/support/catch.h"
#include "tests/ui/clientoperations.h"
#include "tests/ui/outboxdesk.h"
#include "ui/common/elidedlabel.h"
#include "ui/outbox/attentionpage.h"
#include "ui/outbox/cardwords.h"
#include "ui/outbox/waitingpage.h"
#include "ui/shell/undobar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

using clientoperations::all;
using clientoperations::card;
using clientoperations::entry;
using outboxdesk::Shown;

TEST_CASE("A note that waits stands with its client and its words, and can be taken back")
{
    Shown<WaitingPage> shown;
    shown.session.shown.waiting = {entry(all().at(3))};
    shown.open();

    CHECK(widgets::child<QLabel>(*shown.page, "waitingCompany").text() == QStringLiteral("Acme Ltd"));
    CHECK(shown.text().contains(QStringLiteral("Add a note · London")));
    CHECK(widgets::child<ElidedLabel>(*shown.page, "waitingWords").text() == QStringLiteral("Year end is in March"));
}

TEST_CASE("A new link that waits stands under its branch")
{
    Shown<WaitingPage> shown;
    shown.session.shown.waiting = {entry(all().back())};
    shown.open();

    CHECK(widgets::child<QLabel>(*shown.page, "waitingCompany").text() == QStringLiteral("London"));
}

TEST_CASE("A card about a client that is still there offers to try again where that can end otherwise")
{
    using Steps = std::vector<NextStep>;
    for (const EndKind kind : {EndKind::PermissionDenied, EndKind::BranchUnavailable, EndKind::NotSentInTime,
                               EndKind::OtherConflict, EndKind::Refused}) {
        CHECK(nextSteps(card(all().front(), kind)) == Steps{NextStep::TryAgain, NextStep::ShowClient});
        CHECK(nextSteps(card(all().back(), kind)) == Steps{NextStep::TryAgain});
    }
    CHECK(nextSteps(card(all().front(), EndKind::ClientDisconnected)) == Steps{NextStep::ShowClient});

    OutboxEntry left = card(all().at(3), EndKind::PermissionDenied);
    left.client->state = clientState(QStringLiteral("disconnected"));
    CHECK(nextSteps(left) == Steps{NextStep::ShowClient});
    left.client.reset();
    CHECK(nextSteps(left).empty());
}

TEST_CASE("A disconnection that was not sent in time can be tried again, and its words be copied")
{
    Shown<AttentionPage> shown;
    shown.session.shown.attention = {card(all().front(), EndKind::NotSentInTime)};
    shown.open();
    std::vector<ClientId> asked;
    QObject::connect(shown.page.get(), &AttentionPage::clientAsked, shown.page.get(),
                     [&asked](const ClientId &id) { asked.push_back(id); });

    widgets::child<QPushButton>(*shown.page, "copyMyWords").click();
    widgets::child<QPushButton>(*shown.page, "showClient").click();
    widgets::child<QPushButton>(*shown.page, "tryAgain").click();

    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("They sold it\n\nAll the best"));
    CHECK(shown.session.triedAgain == std::vector<OperationId>{samples::operationId(1)});
    CHECK(asked == std::vector<ClientId>{clientoperations::acmeId()});
}

TEST_CASE("Tried again without a connection the card says that one is needed")
{
    Shown<AttentionPage> shown;
    shown.session.shown.attention = {card(all().front(), EndKind::NotSentInTime)};
    shown.open();
    shown.session.nextError = Error{ErrorKind::Network, {}};

    widgets::child<QPushButton>(*shown.page, "tryAgain").click();
    widgets::settle();

    CHECK(widgets::child<QLabel>(*shown.page, "cardTrouble").text().contains(QStringLiteral("only with a connection")));
}

TEST_CASE("A decision on a client that is taken back is not said to be pending again")
{
    FakeSession session;
    session.shown.waiting = {entry(all().at(4))};
    UndoBar bar(session, nullptr);
    bar.show();
    CHECK(bar.text() == QStringLiteral("Acme Ltd: first step “Bank accounts” (done) will be sent in 8 s"));

    bar.undo();
    widgets::settle();

    CHECK(bar.text() == QStringLiteral("Acme Ltd: taken back. Nothing was sent."));
}
