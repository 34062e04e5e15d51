#include "tests/session/sessionrig.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <QThread>

namespace {

void collectOpened(SessionRig &rig, std::vector<ListOpened> &opened)
{
    QObject::connect(rig.session.get(), &Session::listOpened, rig.session.get(),
                     [&opened](const ListOpened &list) { opened.push_back(list); });
}

} // namespace

TEST_CASE("A decision is answered on the interface's thread, never from inside the call", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const QString revision = rig.details(QStringLiteral("i1")).invitation.revision;
    QThread *answeredOn = nullptr;

    rig.session->decide(builders::accept(QStringLiteral("i1"), revision), std::nullopt, rig.session.get(),
                        [&answeredOn](const Result<Operation> &) { answeredOn = QThread::currentThread(); });
    CHECK_FALSE(answeredOn);

    REQUIRE(eventually([&answeredOn] { return answeredOn != nullptr; }));
    CHECK(answeredOn == QThread::currentThread());
}

TEST_CASE("A decision is not answered to somebody who is gone", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const QString revision = rig.details(QStringLiteral("i1")).invitation.revision;
    auto gone = std::make_unique<QObject>();
    bool answered = false;

    rig.session->decide(builders::accept(QStringLiteral("i1"), revision), std::nullopt, gone.get(),
                        [&answered](const Result<Operation> &) { answered = true; });
    gone.reset();
    REQUIRE(eventually([&] { return rig.session->overview().waiting.size() == 1; }));
    (void)rig.details(QStringLiteral("i1")); // Asked later, so answered later

    CHECK_FALSE(answered);
}

TEST_CASE("A decision can be taken back, and the invitation is pending again", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const Result<Operation> kept = rig.accept(QStringLiteral("i1"));
    REQUIRE(kept);
    REQUIRE(eventually([&] { return rig.session->overview().counts.all.pending == 1; }));

    std::optional<Result<void>> undone;
    rig.session->undo(kept->id, rig.session.get(), [&undone](const Result<void> &result) { undone = result; });

    REQUIRE(eventually([&] { return undone && rig.session->overview().counts.all.pending == 2; }));
    CHECK(*undone);
    CHECK(rig.putsOf("u1") == 0);
}

TEST_CASE("A decision is delivered, and the overview says so", "[livesession]")
{
    SessionRig rig;
    SessionOptions options = rig.options();
    options.hold = Milliseconds(0);
    rig.open(options);
    REQUIRE(eventually([&] { return rig.whole(); }));

    const Result<Operation> kept = rig.accept(QStringLiteral("i1"));

    REQUIRE(kept);
    REQUIRE(eventually([&] { return rig.session->overview().recent.size() == 1; }));
    CHECK(rig.service.effects[kept->id.text()] == 1);
    CHECK(rig.session->overview().waiting.empty());
    CHECK(rig.session->overview().counts.all.pending == 1);
}

TEST_CASE("Of two views asked for one after the other only the newer is delivered", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    std::vector<ListOpened> opened;
    collectOpened(rig, opened);
    ListQuery all;
    ListQuery searched;
    searched.search = QStringLiteral("Company i2");

    (void)rig.session->openList(all);
    const quint64 newer = rig.session->openList(searched);
    REQUIRE(eventually([&] { return !opened.empty(); }));
    (void)rig.details(QStringLiteral("i1"));

    REQUIRE(opened.size() == 1);
    CHECK(opened.front().generation == newer);
    CHECK(opened.front().total == 1);
}

TEST_CASE("A view asked for before the account is open is delivered when it is", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    rig.close();
    std::vector<ListOpened> opened;
    rig.session = std::make_unique<LiveSession>(rig.options());
    collectOpened(rig, opened);

    const quint64 generation = rig.session->openList({});
    rig.session->start();

    REQUIRE(eventually([&] { return !opened.empty(); }));
    CHECK(opened.front().generation == generation);
    CHECK(opened.front().total == 2);
}

TEST_CASE("A session can end at any moment", "[livesession]")
{
    for (int requests = 0; requests < 6; ++requests) {
        SessionRig rig;
        rig.open();
        CHECK(eventually([&] { return static_cast<int>(rig.server.requests.size()) >= std::min(requests, 3); }));
        (void)rig.session->openList({});
        rig.session->refresh();
        rig.close();
    }
    LiveSession neverStarted(SessionRig().options());
}

TEST_CASE("Drafts are there after a restart", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const Draft draft{
        builders::invitationId(QStringLiteral("i1")), QStringLiteral("r1"), {}, {}, QStringLiteral("Dear Ada")};
    rig.session->saveDraft(draft);
    REQUIRE(rig.opensWhole());

    std::optional<Result<std::optional<Draft>>> loaded;
    rig.session->loadDraft(draft.invitationId, rig.session.get(),
                           [&loaded](const Result<std::optional<Draft>> &result) { loaded = result; });

    REQUIRE(eventually([&] { return loaded.has_value(); }));
    CHECK(**loaded == draft);
}
