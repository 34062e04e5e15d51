#include "tests/session/sessionrig.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFileInfo>

namespace {

/// As from a menu: no address, no token.
SessionOptions plainStart(const SessionRig &rig)
{
    SessionOptions options = rig.options({});
    options.server = {};
    return options;
}

} // namespace

TEST_CASE("With an address and a token the program signs in and shows what is pending", "[signin]")
{
    SessionRig rig;

    REQUIRE(rig.opensWhole());

    CHECK(rig.session->overview().account->userId.text() == QStringLiteral("u1"));
    CHECK(rig.session->overview().counts.all.pending == 2);
    CHECK(rig.session->overview().status.accountConfirmed);
}

TEST_CASE("Without an address there is a sign-in page, and nothing is wrong", "[signin]")
{
    SessionRig rig;
    SessionOptions options = rig.options();
    options.server = {};

    rig.open(options);

    REQUIRE(eventually([&] { return rig.session->signInState() == SignInState::SignedOut; }));
    CHECK_FALSE(rig.session->signInError());
}

TEST_CASE("A token that is not valid leads back to the sign-in page, which says so", "[signin]")
{
    SessionRig rig;
    rig.instead = [](const WireRequest &) {
        return answer(401, R"({"type":"about:blank","title":"No","status":401,"code":"unauthenticated"})",
                      "Content-Type: application/problem+json\r\n");
    };

    rig.open();

    REQUIRE(eventually([&] { return rig.session->signInState() == SignInState::SignedOut; }));
    REQUIRE(rig.session->signInError());
    CHECK(rig.session->signInError()->kind == ErrorKind::SignedOut);
}

TEST_CASE("A certificate that can't be trusted is said, and no token is sent", "[signin]")
{
    SessionRig rig;
    SessionOptions options = rig.options("canary-token");
    options.caFile = Certificates::ofThisRun().otherRoot();

    rig.open(options);

    REQUIRE(eventually([&] { return rig.session->signInState() == SignInState::SignedOut; }));
    REQUIRE(rig.session->signInError());
    CHECK(rig.session->signInError()->kind == ErrorKind::Untrusted);
    CHECK_FALSE(rig.server.decrypted.contains("canary-token"));
}

TEST_CASE("A person can sign in while the program runs", "[signin]")
{
    SessionRig rig;
    SessionOptions options = rig.options();
    options.server = {};
    rig.open(options);
    REQUIRE(eventually([&] { return rig.session->signInState() == SignInState::SignedOut; }));

    rig.session->signIn({rig.server.url(), Certificates::ofThisRun().root(), "u1"});

    CHECK(eventually([&] { return rig.whole(); }));
    CHECK(rig.session->server() == rig.server.url());
}

TEST_CASE("Signing out while the service's answer is on its way leaves nobody signed in", "[signin]")
{
    for (int i = 0; i < 10; ++i) {
        SessionRig rig;
        rig.open();
        bool asked = false;
        rig.instead = [&asked](const WireRequest &) {
            asked = true;
            return std::nullopt;
        };
        REQUIRE(eventually([&] { return asked; }));

        bool answered = false;
        rig.session->signOut(false, rig.session.get(), [&answered](const Result<void> &) { answered = true; });

        REQUIRE(eventually([&] { return answered && rig.session->signInState() == SignInState::SignedOut; }));
    }
}

TEST_CASE("Offline the last account is shown from its cache, and the network is asked nothing", "[signin]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    rig.close();
    rig.server.requests.clear();
    SessionOptions options = rig.options({});
    options.offline = true;

    rig.open(options);
    REQUIRE(eventually([&] { return rig.session->overview().account.has_value(); }));

    CHECK(rig.session->overview().counts.all.pending == 2);
    CHECK_FALSE(rig.session->overview().status.accountConfirmed);
    CHECK(rig.session->overview().status.connection == Connection::Offline);
    CHECK(rig.server.requests.empty());
}

TEST_CASE("A plain start shows the last account from its cache, signed out, and asks nothing", "[signin]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    rig.close();
    rig.server.requests.clear();

    rig.open(plainStart(rig));
    REQUIRE(eventually([&] { return rig.session->overview().account.has_value(); }));

    CHECK(rig.session->signInState() == SignInState::SignedIn);
    CHECK(rig.session->server() == rig.server.url());
    CHECK(rig.session->overview().counts.all.pending == 2);
    CHECK(rig.session->overview().status.connection == Connection::SignedOut);
    CHECK(rig.session->overview().status.noToken);
    CHECK_FALSE(rig.session->overview().status.offlineByChoice);
    CHECK_FALSE(rig.session->overview().status.accountConfirmed);
    CHECK(rig.server.requests.empty());
}

TEST_CASE("A decision after a plain start waits, and goes once the person has signed in again", "[signin]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    rig.close();
    rig.server.requests.clear();
    rig.open(plainStart(rig));
    REQUIRE(eventually([&] { return rig.session->overview().account.has_value(); }));
    const Result<Operation> kept = rig.accept(QStringLiteral("i1"));
    REQUIRE(kept);
    rig.session->sendNow();
    rig.session->refresh();
    REQUIRE(eventually([&] { return rig.session->overview().waiting.size() == 1; }));
    CHECK(rig.session->overview().waiting[0].connecting);
    CHECK(rig.server.requests.empty());

    rig.session->signIn({rig.server.url(), {}, "u1"});

    REQUIRE(eventually([&] { return rig.whole(); }));
    rig.session->sendNow();
    REQUIRE(eventually([&] { return rig.service.effects[kept->id.text()] == 1; }));
    CHECK_FALSE(rig.session->overview().status.noToken);
    CHECK(rig.server.requests.front().line.startsWith("GET /v1/session"));
}

TEST_CASE("A plain start after which another person signs in sends nothing of the first", "[signin]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    REQUIRE(rig.accept(QStringLiteral("i1")));
    rig.close();
    rig.open(plainStart(rig));
    REQUIRE(eventually([&] { return rig.session->overview().waiting.size() == 1; }));

    rig.session->signIn({rig.server.url(), {}, "u2"});

    REQUIRE(eventually(
        [&] { return rig.whole() && rig.session->overview().account->userId.text() == QStringLiteral("u2"); }));
    CHECK(rig.session->overview().waiting.empty());
    CHECK(rig.putsOf("u2") == 0);
}

TEST_CASE("A token that was given at the start is used for the address that is typed", "[signin]")
{
    SessionRig rig;
    SessionOptions options = rig.options();
    options.server = {};
    rig.open(options);
    REQUIRE(eventually([&] { return rig.session->signInState() == SignInState::SignedOut; }));
    CHECK(rig.session->hasToken());

    rig.session->signIn({rig.server.url(), {}, {}});

    CHECK(eventually([&] { return rig.whole(); }));
    CHECK_FALSE(rig.session->hasToken());
}

TEST_CASE("A token that was given at the start and is refused is asked for anew", "[signin]")
{
    SessionRig rig;
    SessionOptions options = rig.options();
    options.server = {};
    rig.open(options);
    REQUIRE(eventually([&] { return rig.session->signInState() == SignInState::SignedOut; }));
    rig.instead = [](const WireRequest &) {
        return answer(401, R"({"type":"about:blank","title":"No","status":401,"code":"unauthenticated"})",
                      "Content-Type: application/problem+json\r\n");
    };

    rig.session->signIn({rig.server.url(), {}, {}});

    REQUIRE(eventually([&] { return rig.session->signInError().has_value(); }));
    CHECK(rig.session->signInError()->kind == ErrorKind::SignedOut);
    CHECK_FALSE(rig.session->hasToken());
}

TEST_CASE("Offline with nothing kept here nothing is asked, and nobody is said not to answer", "[signin]")
{
    SessionRig rig;
    SessionOptions options = rig.options();
    options.offline = true;
    if (GENERATE(true, false))
        options.server = {};

    rig.open(options);

    REQUIRE(eventually([&] { return rig.session->signInError().has_value(); }));
    CHECK(rig.session->signInState() == SignInState::SignedOut);
    CHECK(rig.session->signInError()->kind == ErrorKind::NotFound);
    CHECK(rig.server.requests.empty());
}

TEST_CASE("Without a service the last account is shown from its cache, not confirmed", "[signin]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    rig.close();
    rig.instead = [](const WireRequest &) {
        return QByteArray("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhotel");
    };

    rig.open();

    REQUIRE(eventually([&] { return rig.session->overview().status.connection == Connection::Blocked; }));
    CHECK(rig.session->overview().counts.all.pending == 2);
    CHECK_FALSE(rig.session->overview().status.accountConfirmed);
}

TEST_CASE("A second program on the same data folder says that another one has it, and comes up when that is closed",
          "[signin]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    LiveSession second(rig.options());

    second.start();

    REQUIRE(eventually([&] { return second.signInError().has_value(); }));
    CHECK(second.signInState() == SignInState::Checking);
    CHECK(second.signInError()->kind == ErrorKind::Busy);
    CHECK(rig.whole());
    rig.close();
    CHECK(eventually([&] { return second.signInState() == SignInState::SignedIn; }));
}

TEST_CASE("The data folder and what is in it are the person's own", "[signin]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

    CHECK((QFileInfo(rig.accountFolder()).permissions() & others) == 0);
    for (const QFileInfo &file : QDir(rig.accountFolder()).entryInfoList(QDir::Files))
        CHECK((file.permissions() & others) == 0);
    CHECK((QFileInfo(rig.folder.filePath(QStringLiteral("accounts.json"))).permissions() & others) == 0);
}
