#include "tests/session/sessionrig.h"
#include "tests/support/catch.h"

TEST_CASE("With nothing unsent the program may go at once", "[quit]")
{
    const QuitAnswer answer = GENERATE(QuitAnswer::SendNowAndQuit, QuitAnswer::QuitSendNextTime);
    SessionRig rig;
    REQUIRE(rig.opensWhole());

    rig.session->prepareToQuit(answer);

    REQUIRE(eventually([&] { return !rig.readyToQuit.empty(); }));
    CHECK(rig.readyToQuit == std::vector{true});
}

TEST_CASE("Send now and quit ends the hold and goes when it is delivered", "[quit]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const Result<Operation> kept = rig.accept(QStringLiteral("i1"));
    REQUIRE(kept);

    rig.session->prepareToQuit(QuitAnswer::SendNowAndQuit);

    REQUIRE(eventually([&] { return !rig.readyToQuit.empty(); }));
    CHECK(rig.readyToQuit == std::vector{true});
    CHECK(rig.service.effects[kept->id.text()] == 1);
}

TEST_CASE("Quit and send next time sends nothing now, and the decision goes after the next start", "[quit]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    const Result<Operation> kept = rig.accept(QStringLiteral("i1"));
    REQUIRE(kept);
    rig.session->prepareToQuit(QuitAnswer::QuitSendNextTime);
    REQUIRE(eventually([&] { return !rig.readyToQuit.empty(); }));
    CHECK(rig.readyToQuit == std::vector{false});
    rig.close();
    CHECK(rig.putsOf("u1") == 0);

    REQUIRE(rig.opensWhole());
    rig.session->sendNow();

    REQUIRE(eventually([&] { return rig.session->overview().waiting.empty(); }));
    CHECK(rig.service.effects[kept->id.text()] == 1);
}

TEST_CASE("Nobody signed in may go at once", "[quit]")
{
    SessionRig rig;
    SessionOptions options = rig.options();
    options.server = {};
    rig.open(options);

    rig.session->prepareToQuit(QuitAnswer::SendNowAndQuit);

    REQUIRE(eventually([&] { return !rig.readyToQuit.empty(); }));
    CHECK(rig.readyToQuit == std::vector{true});
}

TEST_CASE("When another person's account opens while one waits to quit, their own decision is not said to be sent", "[quit]")
{
    SessionRig rig;
    rig.showTheFirst();
    REQUIRE(rig.accept(QStringLiteral("i1")));

    rig.session->prepareToQuit(QuitAnswer::SendNowAndQuit);
    rig.away = false;
    rig.session->refresh();

    REQUIRE(eventually([&] { return !rig.readyToQuit.empty(); }));
    CHECK(rig.readyToQuit == std::vector{false});
    CHECK(rig.putsOf("u2") == 0);
}
