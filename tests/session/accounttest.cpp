#include "tests/session/sessionrig.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <QDir>
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

Draft ofTheFirst()
{
    return {builders::invitationId(QStringLiteral("i1")), QStringLiteral("r1"), {}, {}, QStringLiteral("Dear Ada")};
}

std::optional<Draft> draft(SessionRig &rig)
{
    std::optional<Result<std::optional<Draft>>> answer;
    rig.session->loadDraft(ofTheFirst().invitationId, rig.session.get(),
                           [&answer](const Result<std::optional<Draft>> &read) { answer = read; });
    REQUIRE(eventually([&answer] { return answer.has_value(); }));
    REQUIRE(*answer);
    return **answer;
}

/// As SQLite's header says it: user_version.
void ofANewerVersion(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(60));
    REQUIRE(file.write(QByteArray::fromHex("00007fff")) == 4);
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

TEST_CASE("What was decided while one person was shown is not kept as another's", "[account]")
{
    SessionRig rig;
    rig.showTheFirst();
    const Invitation read = rig.details(QStringLiteral("i1")).invitation;
    std::optional<Result<Operation>> kept;
    // The second one's account is open by then, and the first one's still shown.
    QObject::connect(rig.session.get(), &Session::signInStateChanged, rig.session.get(), [&] {
        if (!kept && rig.shows("u1"))
            rig.session->decide(AcceptInvitation{read.id, read.revision}, {}, rig.session.get(),
                                [&kept](const Result<Operation> &operation) { kept = operation; });
    });

    rig.away = false;
    rig.session->refresh();

    REQUIRE(eventually([&kept] { return kept.has_value(); }));
    REQUIRE(eventually([&] { return rig.shows("u2"); }));
    REQUIRE_FALSE(*kept);
    CHECK(kept->error().kind == ErrorKind::SignedOut);
    CHECK(rig.session->overview().waiting.empty());
}

TEST_CASE("A card that was tried again while one person was shown is not looked for among another's", "[account]")
{
    SessionRig rig;
    rig.showTheFirst();
    std::optional<Result<Operation>> kept;
    QObject::connect(rig.session.get(), &Session::signInStateChanged, rig.session.get(), [&] {
        if (!kept && rig.shows("u1"))
            rig.session->tryAgain(OperationId::fromRandom(1, 2), rig.session.get(),
                                  [&kept](const Result<Operation> &operation) { kept = operation; });
    });

    rig.away = false;
    rig.session->refresh();

    REQUIRE(eventually([&kept] { return kept.has_value(); }));
    REQUIRE_FALSE(*kept);
    CHECK(kept->error().kind == ErrorKind::SignedOut);
}

TEST_CASE("A draft is its writer's, who may not be the person whose account was opened meanwhile", "[account]")
{
    SessionRig rig;
    rig.showTheFirst();
    QObject::connect(rig.session.get(), &Session::signInStateChanged, rig.session.get(), [&] {
        if (rig.shows("u1"))
            rig.session->saveDraft(ofTheFirst());
    });
    rig.away = false;
    rig.session->refresh();
    REQUIRE(eventually([&] { return rig.shows("u2"); }));
    CHECK_FALSE(draft(rig));

    rig.session->signIn({rig.server.url(), Certificates::ofThisRun().root(), "u1"});

    REQUIRE(eventually([&] { return rig.shows("u1"); }));
    CHECK(draft(rig) == ofTheFirst());
}

TEST_CASE("A draft that was written while no file was open is kept as soon as one is", "[account]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    REQUIRE(signOut(rig, false));
    rig.session->saveDraft(ofTheFirst());

    rig.session->signIn({rig.server.url(), Certificates::ofThisRun().root(), "u1"});
    REQUIRE(eventually([&] { return rig.shows("u1"); }));
    CHECK(draft(rig) == ofTheFirst());

    REQUIRE(rig.opensWhole());
    CHECK(draft(rig) == ofTheFirst());
}

TEST_CASE("An account that can't be opened is deleted all the same, where its person says so", "[account]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const QString folder = rig.accountFolder();
    rig.close();
    ofANewerVersion(folder + QStringLiteral("/desk.db"));
    rig.open();
    REQUIRE(eventually([&] { return rig.session->signInError().has_value(); }));
    REQUIRE(rig.session->signInError()->kind == ErrorKind::NewerSchema);

    REQUIRE(signOut(rig, true));

    CHECK_FALSE(exists(folder));
}

TEST_CASE("Signing out while one person was shown neither signs out another nor deletes what is theirs", "[account]")
{
    SessionRig rig;
    rig.showTheFirst();
    std::optional<Result<void>> done;
    QObject::connect(rig.session.get(), &Session::signInStateChanged, rig.session.get(), [&] {
        if (!done && rig.shows("u1"))
            rig.session->signOut(true, rig.session.get(), [&done](const Result<void> &answer) { done = answer; });
    });

    rig.away = false;
    rig.session->refresh();

    REQUIRE(eventually([&] { return done && rig.shows("u2"); }));
    CHECK_FALSE(*done);
    CHECK(rig.session->signInState() == SignInState::SignedIn);
    CHECK(QDir(rig.folder.path()).entryList({QStringLiteral("account-*")}, QDir::Dirs).size() == 2);
}
