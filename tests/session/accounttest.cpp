#include "tests/session/sessionrig.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QFileInfo>

// Whose decisions go with whose token, and what stays after signing out.

namespace {

bool exists(const QString &path)
{
    return QFileInfo::exists(path);
}

/// The first person decided and the decision waits here.
void leaveADecision(SessionRig &rig)
{
    REQUIRE(rig.opensWhole("u1"));
    REQUIRE(rig.accept(QStringLiteral("i1")));
    rig.close();
}

Result<void> signOut(SessionRig &rig, bool deleteDesk)
{
    std::optional<Result<void>> answer;
    rig.session->signOut(deleteDesk, rig.session.get(), [&answer](const Result<void> &done) { answer = done; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
    return *answer;
}

} // namespace

TEST_CASE("With another person's token their own account opens, and nothing of the first is sent", "[account]")
{
    SessionRig rig;
    leaveADecision(rig);

    rig.open("u2");
    REQUIRE(eventually(
        [&] { return rig.whole() && rig.session->overview().account->userId.text() == QStringLiteral("u2"); }));

    CHECK(rig.session->overview().waiting.empty());
    CHECK(rig.session->overview().counts.all.pending == 2);
    CHECK(rig.putsOf("u2") == 0);
    CHECK(rig.accountFolder().isEmpty()); // There are two
}

TEST_CASE("A decision is still there for the one who made it, and goes with their token", "[account]")
{
    SessionRig rig;
    leaveADecision(rig);
    REQUIRE(rig.opensWhole("u2"));
    rig.close();

    rig.open("u1");
    REQUIRE(eventually([&] { return rig.session->overview().waiting.size() == 1; }));
    rig.session->sendNow();

    REQUIRE(eventually([&] { return rig.session->overview().waiting.empty(); }));
    CHECK(rig.putsOf("u1") == 1);
    CHECK(rig.putsOf("u2") == 0);
}

TEST_CASE("Signing out wipes the cache and keeps the desk", "[account]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const QString folder = rig.accountFolder();
    REQUIRE(rig.accept(QStringLiteral("i1")));

    REQUIRE(signOut(rig, false));

    CHECK(rig.session->signInState() == SignInState::SignedOut);
    CHECK_FALSE(exists(folder + QStringLiteral("/cache.db")));
    CHECK_FALSE(exists(folder + QStringLiteral("/cache.db-wal")));
    CHECK(exists(folder + QStringLiteral("/desk.db")));
    rig.session->signIn({rig.server.url(), Certificates::ofThisRun().root(), "u1"});
    CHECK(eventually([&] { return rig.session->overview().waiting.size() == 1; }));
}

TEST_CASE("Signing out wipes what was set aside of the cache, too", "[account]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const QString folder = rig.accountFolder();
    const QStringList names{QStringLiteral("cache.db.damaged-1"), QStringLiteral("cache.db.damaged-1-wal"),
                            QStringLiteral("desk.db.damaged-1")};
    for (const QString &name : names)
        REQUIRE(QFile(folder + u'/' + name).open(QIODevice::WriteOnly));

    REQUIRE(signOut(rig, false));

    CHECK_FALSE(exists(folder + u'/' + names[0]));
    CHECK_FALSE(exists(folder + u'/' + names[1]));
    CHECK(exists(folder + u'/' + names[2])); // What was written stays until the person says otherwise
}

TEST_CASE("After signing out the service hears nothing more from the token", "[account]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    REQUIRE(rig.accept(QStringLiteral("i1")));
    REQUIRE(signOut(rig, false));
    const size_t before = rig.server.requests.size();

    rig.session->refresh();
    rig.session->sendNow();
    REQUIRE(signOut(rig, false)); // Answered after both of them

    CHECK(rig.server.requests.size() == before);
}

TEST_CASE("Signing out deletes the desk too, where the person says so", "[account]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const QString folder = rig.accountFolder();

    REQUIRE(signOut(rig, true));

    CHECK_FALSE(exists(folder));
}

TEST_CASE("After signing out the account is not opened by itself", "[account]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    REQUIRE(signOut(rig, false));
    rig.close();
    SessionOptions options = rig.options({});
    options.offline = GENERATE(true, false);

    rig.open(options);

    REQUIRE(eventually([&] { return rig.session->signInState() == SignInState::SignedOut; }));
    CHECK(rig.session->signInError().has_value() == options.offline);
}

TEST_CASE("After signing out no other account is opened by itself, until its person signs in", "[account]")
{
    SessionRig rig;
    leaveADecision(rig);
    REQUIRE(rig.opensWhole("u2"));
    REQUIRE(signOut(rig, false));
    rig.close();
    SessionOptions options = rig.options({});
    options.server = {};
    options.offline = GENERATE(true, false);
    rig.open(options);
    REQUIRE(eventually([&] { return rig.session->signInState() == SignInState::SignedOut; }));
    rig.close();

    REQUIRE(rig.opensWhole("u1"));
    CHECK(rig.session->overview().waiting.size() == 1);
    rig.close();

    rig.open(options);
    CHECK(eventually([&] { return rig.session->overview().waiting.size() == 1; }));
}
