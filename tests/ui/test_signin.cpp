#include "tests/support/catch.h"
#include "tests/support/fakesession.h"
#include "tests/support/widgets.h"
#include "ui/signin/signindialog.h"
#include "ui/signin/signinpage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QtTest>

namespace {

struct Page
{
    FakeSession session;
    std::unique_ptr<SignInPage> page;

    explicit Page(const QUrl &server = {}, const std::optional<Error> &error = {})
    {
        session.standing = SignInState::SignedOut;
        session.shown = {};
        session.address = server;
        session.whySignedOut = error;
        page = std::make_unique<SignInPage>(session);
        page->resize(700, 800);
        page->show();
    }
    [[nodiscard]] QLineEdit &field(const char *name) const { return widgets::child<QLineEdit>(*page, name); }
    void fill(const char *server, const char *token) const
    {
        field("server").setText(QString::fromLatin1(server));
        field("token").setText(QString::fromLatin1(token));
        widgets::child<QPushButton>(*page, "signIn").click();
    }
    [[nodiscard]] QString text() const { return widgets::visibleText(*page); }
};

} // namespace

TEST_CASE("Address and token are enough to sign in")
{
    Page page;

    page.fill("atlas.example.com", " atp_1 ");

    REQUIRE(page.session.signIns.size() == 1);
    CHECK(page.session.signIns[0].server == QUrl(QStringLiteral("https://atlas.example.com")));
    CHECK(page.session.signIns[0].token == "atp_1");
}

TEST_CASE("Files that could not be removed when signing out are said")
{
    Page page;
    page.session.nextError = Error{ErrorKind::Disk, {}};

    page.page->signOut(false);
    widgets::settle();

    CHECK(page.session.signOuts == std::vector<bool>{false});
    CHECK(page.text().contains(QStringLiteral("not all of Atlas's files could be removed")));
}

TEST_CASE("Plain http is refused under the field, and nothing is asked")
{
    Page page;

    page.fill("http://atlas.example.com", "atp_1");

    CHECK(page.session.signIns.empty());
    CHECK(page.text().contains(QStringLiteral("https only")));
    CHECK_FALSE(page.field("server").accessibleDescription().isEmpty());
}

TEST_CASE("A missing or broken token is said under its field")
{
    Page page;

    page.fill("atlas.example.com", "");
    CHECK(page.text().contains(QStringLiteral("Paste a personal access token")));
    page.fill("atlas.example.com", "two words");

    CHECK(page.text().contains(QStringLiteral("no access token")));
    CHECK(page.session.signIns.empty());
}

TEST_CASE("With a token from a file only the address is asked for, until the service refuses that token")
{
    Page page;
    page.session.tokenGiven = true;
    emit page.session.signInStateChanged();
    CHECK_FALSE(page.field("token").isVisible());
    CHECK(page.text().contains(QStringLiteral("token was read from the file")));

    page.fill("atlas.example.com", "");
    REQUIRE(page.session.signIns.size() == 1);
    CHECK(page.session.signIns[0].token.isEmpty());

    page.session.tokenGiven = false;
    page.session.whySignedOut = Error{ErrorKind::SignedOut, {}};
    emit page.session.signInStateChanged();
    CHECK(page.field("token").isVisible());
    CHECK_FALSE(page.text().contains(QStringLiteral("token was read from the file")));
    page.fill("atlas.example.com", "");
    CHECK(page.session.signIns.size() == 1);
}

TEST_CASE("A root certificate that can't be read is said, with its field opened")
{
    Page page;
    page.field("caFile").setText(QStringLiteral("/nowhere/ca.pem"));

    page.fill("atlas.example.com", "atp_1");

    CHECK(page.session.signIns.empty());
    CHECK(page.field("caFile").isVisible());
}

TEST_CASE("A file without a certificate is not taken for a root")
{
    QTemporaryFile file;
    REQUIRE(file.open());
    file.write("hello");
    file.close();
    Page page;
    page.field("caFile").setText(file.fileName());

    page.fill("atlas.example.com", "atp_1");

    CHECK(page.session.signIns.empty());
    CHECK(page.text().contains(QStringLiteral("no certificate in this file")));
}

TEST_CASE("The token is not shown, and the page says that it is not kept")
{
    const Page page;

    CHECK(page.field("token").echoMode() == QLineEdit::Password);
    CHECK(page.text().contains(QStringLiteral("this session only")));
}

TEST_CASE("While the service is asked nothing can be changed; when it refuses, what was typed is still there")
{
    Page page;
    page.fill("atlas.example.com", "atp_1");
    widgets::settle();
    CHECK_FALSE(page.field("server").isEnabled());

    page.session.standing = SignInState::SignedOut;
    page.session.whySignedOut = Error{ErrorKind::SignedOut, {}};
    emit page.session.signInStateChanged();

    CHECK(page.field("server").isEnabled());
    CHECK(page.field("server").text() == QStringLiteral("atlas.example.com"));
    CHECK(page.text().contains(QStringLiteral("does not accept this token")));
}

TEST_CASE("Once signed in the token does not stand in its field any more: who signs out leaves nothing to press")
{
    Page page;
    page.fill("atlas.example.com", "atp_1");

    page.session.standing = SignInState::SignedIn;
    emit page.session.signInStateChanged();
    page.session.standing = SignInState::SignedOut;
    emit page.session.signInStateChanged();

    CHECK(page.field("token").text().isEmpty());
    CHECK_FALSE(page.field("token").isUndoAvailable());
}

TEST_CASE("The address that was used last stands there")
{
    const Page page(QUrl(QStringLiteral("https://atlas.example.com:8443")));

    CHECK(page.field("server").text() == QStringLiteral("https://atlas.example.com:8443"));
}

TEST_CASE("Every control of signing in has a name")
{
    const Page page;
    SignInDialog dialog(QUrl(), nullptr);
    dialog.show();

    CHECK(widgets::unnamedControls(*page.page) == QStringList());
    CHECK(widgets::unnamedControls(dialog) == QStringList());
}

TEST_CASE("Signing in again in place gives the new token and closes")
{
    SignInDialog dialog(QUrl(QStringLiteral("https://atlas.example.com")), nullptr);
    dialog.open();
    std::optional<SignIn> given;
    QObject::connect(&dialog, &SignInDialog::confirmed, &dialog, [&](const SignIn &signIn) { given = signIn; });
    widgets::child<QLineEdit>(dialog, "token").setText(QStringLiteral("atp_2"));

    widgets::child<QPushButton>(dialog, "signIn").click();

    REQUIRE(given);
    CHECK(given->token == "atp_2");
    CHECK_FALSE(dialog.isVisible());
}
