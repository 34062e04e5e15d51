#include "tests/support/catch.h"
#include "tests/ui/clientdesk.h"
#include "ui/clients/disconnectdialog.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>

namespace {

Reason otherReason()
{
    Reason other = samples::reasons().back();
    other.id = samples::reasonId(QStringLiteral("left"));
    other.label = QStringLiteral("Other");
    other.textRequired = true;
    return other;
}

struct Disconnecting : ClientDesk
{
    Disconnecting()
    {
        session.shown.reasons.push_back(otherReason());
        open();
        press("disconnectClient");
    }
    [[nodiscard]] DisconnectDialog *dialog() const { return page->findChild<DisconnectDialog *>(); }
    [[nodiscard]] QPushButton &confirm() const { return widgets::child<QPushButton>(*dialog(), "confirm"); }
    [[nodiscard]] QString words() const { return widgets::visibleText(*dialog()); }
    void choose(const QString &label) const { widgets::named<QRadioButton>(*dialog(), label)->click(); }
};

} // namespace

TEST_CASE("Disconnect asks for one of the service's reasons for it, and warns in plain words")
{
    const Disconnecting desk;
    REQUIRE(desk.dialog());
    CHECK(desk.dialog()->windowTitle() == QStringLiteral("Disconnect Client"));
    CHECK(desk.words().contains(QStringLiteral("Everyone at your firm loses access")));
    CHECK(desk.words().contains(QStringLiteral("can't be taken back")));
    CHECK_FALSE(widgets::named<QRadioButton>(*desk.dialog(), QStringLiteral("Capacity full")));
    CHECK_FALSE(desk.confirm().isEnabled());
    CHECK(desk.words().contains(QStringLiteral("Choose a reason first.")));

    desk.choose(QStringLiteral("Client request"));
    widgets::child<QPlainTextEdit>(*desk.dialog(), "messageToClient").setPlainText(QStringLiteral("All the best"));
    desk.confirm().click();
    widgets::settle();

    REQUIRE(desk.decided<DisconnectClient>());
    CHECK(*desk.decided<DisconnectClient>() ==
          DisconnectClient{
              ClientDesk::id(), samples::reasonId(QStringLiteral("request")), {}, QStringLiteral("All the best")});
    CHECK_FALSE(desk.dialog());
    CHECK(desk.child<QLabel>("clientStanding").text() == QStringLiteral("Disconnect · waiting to send"));
}

TEST_CASE("Own words are asked for where the reason to disconnect needs them")
{
    const Disconnecting desk;
    desk.choose(QStringLiteral("Other"));
    CHECK_FALSE(desk.confirm().isEnabled());

    widgets::child<QPlainTextEdit>(*desk.dialog(), "ownWords").setPlainText(QStringLiteral("They sold it"));
    desk.confirm().click();
    widgets::settle();

    CHECK(desk.decided<DisconnectClient>()->reasonText == QStringLiteral("They sold it"));
}

TEST_CASE("A disconnection that was not kept leaves the dialog open with every word in it")
{
    Disconnecting desk;
    desk.choose(QStringLiteral("Client request"));
    widgets::child<QPlainTextEdit>(*desk.dialog(), "messageToClient").setPlainText(QStringLiteral("All the best"));
    desk.session.nextError = Error{ErrorKind::Network, {}};

    desk.confirm().click();
    widgets::settle();

    REQUIRE(desk.dialog());
    CHECK(desk.words().contains(QStringLiteral("only with a connection")));
    CHECK(widgets::child<QPlainTextEdit>(*desk.dialog(), "messageToClient").toPlainText() ==
          QStringLiteral("All the best"));
    CHECK(desk.confirm().isEnabled());
}

TEST_CASE("Without a connection nobody is disconnected: the button and the dialog say why")
{
    Disconnecting desk;
    desk.choose(QStringLiteral("Client request"));
    CHECK(desk.confirm().isEnabled());

    desk.session.shown.status.connection = Connection::Offline;
    desk.publish();

    CHECK_FALSE(desk.confirm().isEnabled());
    CHECK(desk.words().contains(QStringLiteral("You need a connection to disconnect a client")));
    CHECK_FALSE(desk.child<QPushButton>("disconnectClient").isEnabled());
    CHECK(desk.child<QPushButton>("disconnectClient").accessibleDescription().contains(QStringLiteral("connection")));
}

TEST_CASE("A client that left while one was about to disconnect it can't be disconnected any more")
{
    Disconnecting desk;
    desk.choose(QStringLiteral("Client request"));

    desk.details().client.state = clientState(QStringLiteral("disconnected"));
    desk.publish();

    CHECK_FALSE(desk.confirm().isEnabled());
    CHECK(desk.words().contains(QStringLiteral("no longer connected")));
}

TEST_CASE("Every control of Disconnect Client has its names")
{
    const Disconnecting desk;
    desk.choose(QStringLiteral("Other"));
    CHECK(widgets::unnamedControls(*desk.dialog()).join(u'\n') == QString());
}

TEST_CASE("What one person was about to disconnect is not disconnected in the name of another")
{
    Disconnecting desk;
    const QPointer<DisconnectDialog> dialog = desk.dialog();
    REQUIRE(dialog);
    desk.choose(QStringLiteral("Client request"));

    desk.session.shown.account->userId = *MemberId::parse(QStringLiteral("tom"));
    desk.session.publish();
    if (dialog && dialog->isVisible())
        desk.confirm().click();

    CHECK_FALSE((dialog && dialog->isVisible()));
    CHECK(desk.session.decisions.empty());
}
