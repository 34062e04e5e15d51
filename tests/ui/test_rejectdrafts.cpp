#include "tests/ui/rejection.h"

namespace {

using Opened = OpenedRejection;

} // namespace

TEST_CASE("What was typed becomes a draft when the dialog is left")
{
    const Opened opened;
    opened.choose(QStringLiteral("Other"));
    opened.ownWords()->setPlainText(QStringLiteral("hm"));

    opened.dialog->reject();

    REQUIRE(opened.drafts.size() == 1);
    CHECK(opened.drafts[0].reasonId == QStringLiteral("other"));
    CHECK(opened.drafts[0].reasonText == QStringLiteral("hm"));
}

TEST_CASE("A draft is there again and can be discarded")
{
    const Opened opened;
    opened.dialog->setWords({samples::invitationId(QStringLiteral("i1")),
                             QStringLiteral("r1"),
                             QStringLiteral("capacity"),
                             {},
                             QStringLiteral("Dear Amara")},
                            true);
    CHECK(opened.text().contains(QStringLiteral("Your words are kept as a draft.")));
    CHECK(opened.message().toPlainText() == QStringLiteral("Dear Amara"));

    widgets::named<QPushButton>(*opened.dialog, QStringLiteral("Discard draft"))->click();

    CHECK(opened.discarded == 1);
    CHECK(opened.message().toPlainText().isEmpty());
}

TEST_CASE("A draft with only a reason speaks of a choice, and the keyboard is at that reason")
{
    const Opened opened;
    opened.dialog->setWords(
        {samples::invitationId(QStringLiteral("i1")), QStringLiteral("r1"), QStringLiteral("conflict"), {}, {}}, true);

    CHECK(opened.text().contains(QStringLiteral("Your choice is kept as a draft.")));
    CHECK_FALSE(opened.text().contains(QStringLiteral("Your words")));
    CHECK(opened.dialog->focusWidget()->objectName() == QStringLiteral("reason:conflict"));
}

TEST_CASE("The Enter key on Discard draft discards it, and rejects nothing")
{
    const Opened opened;
    opened.dialog->setWords({samples::invitationId(QStringLiteral("i1")),
                             QStringLiteral("r1"),
                             QStringLiteral("capacity"),
                             {},
                             QStringLiteral("Dear Amara")},
                            true);
    auto *discard = widgets::named<QPushButton>(*opened.dialog, QStringLiteral("Discard draft"));
    discard->setFocus();

    QTest::keyClick(discard, Qt::Key_Return);

    CHECK(opened.discarded == 1);
    CHECK(opened.confirmed.empty());
}

TEST_CASE("A discarded draft leaves no reason chosen")
{
    const Opened opened;
    opened.dialog->setWords({samples::invitationId(QStringLiteral("i1")),
                             QStringLiteral("r1"),
                             QStringLiteral("other"),
                             QStringLiteral("hm"),
                             {}},
                            true);

    widgets::named<QPushButton>(*opened.dialog, QStringLiteral("Discard draft"))->click();

    CHECK(opened.dialog->words().reasonId.isEmpty());
    CHECK_FALSE(opened.ownWords());
    CHECK(opened.text().contains(QStringLiteral("Choose a reason.")));
}

TEST_CASE("When the client changes the invitation the words stay")
{
    const Opened opened;
    opened.choose(QStringLiteral("Capacity full"));
    opened.message().setPlainText(QStringLiteral("Dear Amara"));
    InvitationDetails now = rejectedDetails();
    now.invitation.revision = QStringLiteral("r2");
    now.invitation.message = QStringLiteral("New words");

    opened.dialog->setCurrent(now, samples::now());
    CHECK_FALSE(opened.confirm().isEnabled());
    widgets::named<QPushButton>(*opened.dialog, QStringLiteral("Show What Changed"))->click();

    CHECK(opened.dialog->noticeWords().contains(QStringLiteral("New words")));
    CHECK(opened.message().toPlainText() == QStringLiteral("Dear Amara"));
    opened.confirm().click();
    CHECK(decidedRevision(opened.confirmed[0]) == QStringLiteral("r2"));
}

TEST_CASE("When it is gone, nothing can be confirmed and the words can still be copied")
{
    const Opened opened;
    opened.choose(QStringLiteral("Capacity full"));
    opened.message().setPlainText(QStringLiteral("Dear Amara"));

    opened.dialog->setGone();

    CHECK_FALSE(opened.confirm().isEnabled());
    CHECK(opened.text().contains(QStringLiteral("This invitation is no longer here. Nothing is sent.")));
    opened.message().selectAll();
    opened.message().copy();
    CHECK(QGuiApplication::clipboard()->text() == QStringLiteral("Dear Amara"));
}

TEST_CASE("The flow keeps the draft at Cancel, brings it back, and drops it when the decision is kept")
{
    FlowDesk desk;
    auto &[session, window, flow] = desk;
    REQUIRE(flow.dialog());
    widgets::named<QRadioButton>(*flow.dialog(), QStringLiteral("Capacity full"))->click();
    widgets::child<QPlainTextEdit>(*flow.dialog(), "messageToClient").setPlainText(QStringLiteral("Sorry"));
    widgets::named<QPushButton>(*flow.dialog(), QStringLiteral("Cancel"))->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    REQUIRE(session.savedDrafts.size() == 1);

    flow.reject(rejectedDetails());
    widgets::settle();
    REQUIRE(flow.dialog());
    CHECK(widgets::child<QPlainTextEdit>(*flow.dialog(), "messageToClient").toPlainText() == QStringLiteral("Sorry"));
    widgets::named<QPushButton>(*flow.dialog(), QStringLiteral("Confirm Rejection"))->click();
    widgets::settle();

    REQUIRE(session.decisions.size() == 1);
    CHECK(std::get<RejectInvitation>(session.decisions[0]).message == QStringLiteral("Sorry"));
    CHECK(session.drafts.empty());
}

TEST_CASE("The flow tells the open dialog when the client changes the invitation")
{
    FlowDesk desk;
    auto &[session, window, flow] = desk;

    session.world.invitations[0].revision = QStringLiteral("r2");
    session.publish({session.world.invitations[0].id});
    widgets::settle();

    REQUIRE(flow.dialog());
    CHECK(flow.dialog()->noticeWords() ==
          QStringLiteral("The client changed this invitation while you were reading it."));
}

TEST_CASE("What one person wrote is not confirmed in the name of another whose account opens meanwhile")
{
    FlowDesk desk;
    auto &[session, window, flow] = desk;
    const QPointer<DecisionDialog> dialog = flow.dialog();
    widgets::named<QRadioButton>(*dialog, QStringLiteral("Capacity full"))->click();

    session.shown.account->userId = *MemberId::parse(QStringLiteral("tom"));
    emit session.signInStateChanged();
    session.publish();
    widgets::settle();
    if (dialog && dialog->isVisible())
        widgets::named<QPushButton>(*dialog, QStringLiteral("Confirm Rejection"))->click();
    widgets::settle();

    CHECK(session.decisions.empty());
}

TEST_CASE("An answer that comes after the person has changed touches nothing of the next one's")
{
    FlowDesk desk;
    auto &[session, window, flow] = desk;
    const QPointer<DecisionDialog> first = flow.dialog();
    widgets::named<QRadioButton>(*first, QStringLiteral("Capacity full"))->click();
    session.answersHeld = true;
    widgets::named<QPushButton>(*first, QStringLiteral("Confirm Rejection"))->click();

    session.shown.account->userId = *MemberId::parse(QStringLiteral("tom"));
    session.publish();
    CHECK_FALSE(flow.dialog());
    CHECK_FALSE((first && first->isVisible()));
    session.savedDrafts.clear();
    session.releaseAnswers();
    flow.reject(rejectedDetails());
    widgets::settle();

    CHECK(session.droppedDrafts.empty());
    CHECK(session.savedDrafts.empty());
    REQUIRE(flow.dialog());
    CHECK(flow.dialog()->isVisible());
}
