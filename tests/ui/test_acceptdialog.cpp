#include "tests/support/catch.h"
#include "tests/support/samples.h"
#include "tests/support/widgets.h"
#include "ui/invitations/acceptdialog.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

namespace {

InvitationDetails details()
{
    const Invitation invitation = samples::invitation(QStringLiteral("i1"), QStringLiteral("Northwind Trading Ltd"),
                                                      QStringLiteral("Amara Osei"), 34);
    return {invitation, samples::london(), samples::now(), {}, {}};
}

InvitationDetails changed()
{
    InvitationDetails now = details();
    now.invitation.revision = QStringLiteral("r2");
    now.invitation.companyName = QStringLiteral("Northwind Holdings Ltd");
    return now;
}

struct Opened
{
    QPointer<AcceptDialog> dialog = new AcceptDialog(details(), nullptr);
    std::vector<Decision> confirmed;

    Opened()
    {
        QObject::connect(dialog, &DecisionDialog::confirmed, dialog,
                         [this](const Decision &decision) { confirmed.push_back(decision); });
        dialog->open();
    }
    ~Opened() { delete dialog; }
    Opened(const Opened &) = delete;
    Opened &operator=(const Opened &) = delete;
    [[nodiscard]] QPushButton &button(const QString &name) const { return *widgets::named<QPushButton>(*dialog, name); }
    [[nodiscard]] QString text() const { return widgets::visibleText(*dialog); }
};

} // namespace

TEST_CASE("The dialog repeats what is accepted and says what happens, in four lines")
{
    const Opened opened;

    CHECK(opened.dialog->windowTitle() == QStringLiteral("Accept Invitation"));
    CHECK(opened.text().contains(QStringLiteral("Northwind Trading Ltd")));
    CHECK(opened.text().contains(QStringLiteral("Amara Osei")));
    CHECK(opened.text().contains(QStringLiteral("The client is in the Clients list of London at once.")));
    CHECK(widgets::child<QLabel>(*opened.dialog, "consequence3").text().contains(QStringLiteral("disconnect")));
}

TEST_CASE("The Enter key on Cancel leaves, and accepts nothing")
{
    const Opened opened;
    QPushButton &cancel = opened.button(QStringLiteral("Cancel"));
    cancel.setFocus();

    QTest::keyClick(&cancel, Qt::Key_Return);

    CHECK(opened.confirmed.empty());
    CHECK((!opened.dialog || !opened.dialog->isVisible()));
}

TEST_CASE("Confirming names the revision that was read, and leaves the dialog open until it is kept")
{
    const Opened opened;

    opened.button(QStringLiteral("Accept Invitation")).click();

    REQUIRE(opened.confirmed.size() == 1);
    CHECK(opened.confirmed[0] ==
          Decision(AcceptInvitation{samples::invitationId(QStringLiteral("i1")), QStringLiteral("r1")}));
    CHECK(opened.dialog->isVisible());
}

TEST_CASE("While it is being kept nothing can be pressed, and it can't be left")
{
    const Opened opened;

    opened.dialog->setKeeping(true);
    opened.dialog->reject();

    CHECK_FALSE(opened.button(QStringLiteral("Accept Invitation")).isEnabled());
    CHECK_FALSE(opened.button(QStringLiteral("Cancel")).isEnabled());
    CHECK(opened.dialog->isVisible());
}

TEST_CASE("What the client changed wants a fresh look before it can be accepted")
{
    const Opened opened;

    opened.dialog->setCurrent(changed(), samples::now());
    CHECK(opened.dialog->noticeWords() ==
          QStringLiteral("The client changed this invitation while you were reading it."));
    CHECK_FALSE(opened.button(QStringLiteral("Accept Invitation")).isEnabled());
    CHECK(opened.text().contains(QStringLiteral("Look at what changed first.")));

    opened.button(QStringLiteral("Show What Changed")).click();
    CHECK(opened.dialog->noticeWords().contains(QStringLiteral("Changed: company.")));
    CHECK(opened.text().contains(QStringLiteral("Northwind Holdings Ltd")));
    opened.button(QStringLiteral("Accept Invitation")).click();
    REQUIRE(opened.confirmed.size() == 1);
    CHECK(decidedRevision(opened.confirmed[0]) == QStringLiteral("r2"));
}

TEST_CASE("What was withdrawn meanwhile can't be accepted any more")
{
    const Opened opened;
    InvitationDetails withdrawn = details();
    withdrawn.invitation.status = invitationStatus(QStringLiteral("withdrawn"));

    opened.dialog->setCurrent(withdrawn, samples::now());

    CHECK_FALSE(opened.button(QStringLiteral("Accept Invitation")).isEnabled());
    CHECK(opened.dialog->noticeWords().contains(QStringLiteral("Withdrawn by the client")));
}

TEST_CASE("An error says why and lets one try again")
{
    const Opened opened;
    opened.dialog->setKeeping(true);

    opened.dialog->showError({ErrorKind::DiskFull, {}});

    CHECK_FALSE(opened.dialog->noticeWords().isEmpty());
    CHECK(opened.button(QStringLiteral("Accept Invitation")).isEnabled());
}

TEST_CASE("Every control of the dialog of accepting has its names")
{
    const Opened opened;
    opened.dialog->setCurrent(changed(), samples::now());

    CHECK(widgets::unnamedControls(*opened.dialog).join(u'\n') == QString());
}
