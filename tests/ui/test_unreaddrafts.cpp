#include "tests/ui/rejection.h"

namespace {

/// Rejecting while the draft, if there is one, can't be read.
struct Unread
{
    FakeSession session;
    QWidget window;
    DecisionFlow flow{session, &window};
    InvitationId id = rejectedDetails().invitation.id;

    explicit Unread(const std::optional<Draft> &draft)
    {
        session.world.invitations = {rejectedDetails().invitation};
        session.publish();
        if (draft)
            session.drafts.insert({id, *draft});
        session.nextLoadError = Error{ErrorKind::Disk, {}};
        window.show();
        flow.reject(rejectedDetails());
        widgets::settle();
    }
    [[nodiscard]] QString text() const { return widgets::visibleText(*flow.dialog()); }
    void choose() const
    {
        widgets::named<QRadioButton>(*flow.dialog(), QStringLiteral("Capacity full"))->click();
        qobject_cast<RejectDialog *>(flow.dialog())->flushDraft();
        widgets::settle();
    }
    void publish()
    {
        session.publish();
        widgets::settle();
    }
};

Draft hoursOfWork()
{
    const InvitationId id = rejectedDetails().invitation.id;
    return {id, rejectedDetails().invitation.revision, QStringLiteral("other"), {}, QStringLiteral("An hour's work")};
}

} // namespace

TEST_CASE("A draft that could not be read is not written over")
{
    FakeSession session;
    session.world.invitations = {rejectedDetails().invitation};
    session.publish();
    const InvitationId id = session.world.invitations[0].id;
    session.drafts.insert({id, Draft{id, QStringLiteral("r1"), QStringLiteral("other"), {}, QStringLiteral("An hour's work")}});
    session.nextLoadError = Error{ErrorKind::Disk, {}};
    QWidget window;
    window.show();
    DecisionFlow flow(session, &window);

    flow.reject(rejectedDetails());
    widgets::settle();
    if (flow.dialog()) {
        widgets::named<QRadioButton>(*flow.dialog(), QStringLiteral("Capacity full"))->click();
        flow.dialog()->reject();
    }
    widgets::settle();

    CHECK(session.drafts.at(id).message == QStringLiteral("An hour's work"));
}

TEST_CASE("A draft that could not be read is said, and shown as soon as it can be")
{
    Unread opened(hoursOfWork());
    REQUIRE(opened.flow.dialog());
    CHECK(opened.text().contains(QStringLiteral("can't be read from this computer's disk now")));
    CHECK_FALSE(widgets::child<QPushButton>(*opened.flow.dialog(), "discardDraft").isVisible());

    opened.publish();

    CHECK(widgets::child<QPlainTextEdit>(*opened.flow.dialog(), "messageToClient").toPlainText() ==
          QStringLiteral("An hour's work"));
    CHECK(opened.text().contains(QStringLiteral("Your words are kept as a draft.")));
    CHECK(widgets::child<QPushButton>(*opened.flow.dialog(), "discardDraft").isVisible());
}

TEST_CASE("A draft that is read late takes the place of no words, and no words take its place")
{
    Unread opened(hoursOfWork());
    opened.choose();

    opened.publish();
    opened.choose();
    opened.flow.dialog()->reject();

    CHECK(opened.session.drafts.at(opened.id) == hoursOfWork());
}

TEST_CASE("Once it is known that there was no draft, what is written is kept as one")
{
    Unread opened(std::nullopt);
    opened.choose();
    CHECK(opened.session.drafts.empty());

    opened.publish();

    CHECK(opened.session.drafts.at(opened.id).reasonId == QStringLiteral("capacity"));
    CHECK_FALSE(opened.text().contains(QStringLiteral("can't be read")));
}
