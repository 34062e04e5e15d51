#include "tests/api/transportfixture.h"

TEST_CASE("Cancelled requests are not answered, and later ones are")
{
    ScriptedServer server;
    const auto transport = transportTo(settingsFor(server.url()));
    bool cancelledAnswered = false;
    transport->send(sessionRequest(), [&](const Response &) { cancelledAnswered = true; });
    REQUIRE(eventually([&server] { return server.requests.size() == 1; }));

    transport->cancelAll();
    server.script = always(answer(200, "{}"));

    CHECK(ask(*transport, sessionRequest()).status == 200);
    CHECK_FALSE(cancelledAnswered);
}

TEST_CASE("Who is answered may destroy the transport with others under way")
{
    ScriptedServer server;
    server.script = always(answer(200, "{}"));
    auto transport = transportTo(settingsFor(server.url()));
    int answers = 0;
    const auto answered = [&](const Response &) {
        ++answers;
        transport.reset();
    };
    for (int i = 0; i < 5; ++i)
        transport->send(sessionRequest(), answered);

    REQUIRE(eventually([&] { return !transport; }));
    QCoreApplication::processEvents();
    CHECK(answers == 1);
}

TEST_CASE("Who is answered may ask again")
{
    ScriptedServer server;
    server.script = always(answer(200, "{}"));
    const auto transport = transportTo(settingsFor(server.url()));
    int answers = 0;
    std::function<void(const Response &)> again = [&](const Response &) {
        if (++answers < 20)
            transport->send(sessionRequest(), again);
    };

    transport->send(sessionRequest(), again);

    CHECK(eventually([&answers] { return answers == 20; }));
}
