#include "core/store/database.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/enginerig.h"

using namespace std::chrono_literals;

namespace {

const QString changes = QStringLiteral("/v1/changes");

QJsonObject invitationChange(const char *id, qint64 version)
{
    return builders::change(QStringLiteral("invitation"), QString::fromLatin1(id), version, builders::invitation());
}

QString state(const char *text)
{
    return QString::fromLatin1(text);
}

/// Where the last request for changes stood; empty: at the beginning.
QString lastSince(const FakeTransport &transport)
{
    for (auto request = transport.sent.rbegin(); request != transport.sent.rend(); ++request) {
        if (request->path.startsWith(changes))
            return request->path.section(QStringLiteral("since="), 1);
    }
    return QStringLiteral("never asked");
}

} // namespace

TEST_CASE("Pages are asked for until there are no more", "[puller]")
{
    EngineRig rig;
    rig.service.pageSize = 3;
    for (int i = 0; i < 10; ++i)
        rig.service.invite(QStringLiteral("i%1").arg(i));

    rig.start();
    rig.settle();

    CHECK(rig.badge() == 10);
    CHECK(rig.transport.sentTo(changes) >= 4);
    CHECK(rig.connection() == Connection::Online);
    CHECK_FALSE(rig.engine->status().firstSync);
}

TEST_CASE("What changed at the service while nothing was asked comes with the next look", "[puller]")
{
    EngineRig rig;
    rig.start();
    rig.settle();
    rig.service.invite(QStringLiteral("i1"));

    rig.advance(61s);

    CHECK(rig.badge() == 1);
}

TEST_CASE("A state that is too old begins a full pass, and what it doesn't bring is dropped", "[puller]")
{
    EngineRig rig;
    rig.service.invite(QStringLiteral("i1"));
    rig.start();
    rig.settle();
    rig.service.restore({});
    rig.service.invite(QStringLiteral("i2"));

    rig.engine->refresh();
    rig.settle();

    CHECK_FALSE(rig.cached(QStringLiteral("i1")));
    CHECK(rig.cached(QStringLiteral("i2")));
}

TEST_CASE("A state that the service can't read is as one that is too old", "[puller]")
{
    EngineRig rig;
    rig.start();
    rig.settle();
    rig.transport.answerNext(changes, answers::problem(400, "invalid_request"));

    rig.engine->refresh();
    rig.settle();

    CHECK(lastSince(rig.transport).isEmpty());
    CHECK(rig.connection() == Connection::Online);
}

TEST_CASE("A full pass goes on where it stood after a restart", "[puller]")
{
    EngineRig rig;
    rig.service.pageSize = 2;
    for (int i = 0; i < 6; ++i)
        rig.service.invite(QStringLiteral("i%1").arg(i));
    rig.start();
    rig.advance(50ms); // The session and one page
    const Result<FeedState> before = rig.cache->feedState();
    REQUIRE(before);
    REQUIRE(before->inFullPass);
    REQUIRE_FALSE(before->state.isEmpty());
    rig.transport.sent.clear();

    rig.restart();
    rig.settle();

    CHECK(rig.transport.sentTo(changes + QStringLiteral("?limit=1000&since=")) == rig.transport.sentTo(changes));
    CHECK(rig.cache->feedState()->pass == before->pass);
    CHECK(rig.badge() == 6);
}

TEST_CASE("After a page that was too much a smaller one is asked for, and then larger ones again", "[puller]")
{
    EngineRig rig;
    rig.service.pageSize = 2;
    for (int i = 0; i < 20; ++i)
        rig.service.invite(QStringLiteral("i%1").arg(i));
    rig.transport.answerNext(changes, answers::tooMuch());

    rig.start();
    rig.settle();
    rig.engine->refresh();
    rig.settle();

    CHECK(rig.badge() == 20);
    CHECK(rig.transport.sentTo(changes + QStringLiteral("?limit=125")) == 1);
    CHECK(rig.transport.sentTo(changes + QStringLiteral("?limit=250&")) == 1);
    CHECK(rig.transport.sentTo(changes + QStringLiteral("?limit=1000&")) > 0);
}

TEST_CASE("An object that can't be read is set aside, and the rest of its page is applied", "[puller]")
{
    EngineRig rig;
    QJsonObject bad = invitationChange("bad", 4);
    bad.insert(QStringLiteral("invitation"), QStringLiteral("not an object"));
    rig.transport.answerNext(changes,
                             answers::json(200, builders::page(state("s1"), {bad, invitationChange("good", 5)})));

    rig.start();
    rig.settle();

    const auto unreadable = rig.cache->unreadable();
    REQUIRE(unreadable);
    REQUIRE(unreadable->size() == 1);
    CHECK(unreadable->front().id == QStringLiteral("bad"));
    CHECK(rig.cached(QStringLiteral("good")));
    CHECK(rig.cache->feedState()->state == state("s1"));
}

TEST_CASE("A page whose envelope can't be read is refused whole, and its state is not taken", "[puller]")
{
    EngineRig rig;
    rig.transport.answerNext(changes, answers::json(200, R"({"newState":"s9","hasMore":"perhaps","changes":[]})"));

    rig.start();
    rig.advance(50ms);

    CHECK(rig.cache->feedState()->state.isEmpty());
    CHECK(rig.connection() == Connection::ServiceTrouble);
    rig.advance(2min);
    CHECK(rig.connection() == Connection::Online);
}

TEST_CASE("A page that promises more without moving is refused", "[puller]")
{
    EngineRig rig;
    rig.transport.answerNext(changes, answers::json(200, builders::page(state("s1"), {}, true)));
    rig.transport.answerNext(changes,
                             answers::json(200, builders::page(state("s1"), {invitationChange("i1", 1)}, true)));

    rig.start();
    rig.advance(80ms);

    CHECK_FALSE(rig.cached(QStringLiteral("i1")));
    CHECK(rig.connection() == Connection::ServiceTrouble);
}

TEST_CASE("An older version does not replace a newer one", "[puller]")
{
    EngineRig rig;
    QJsonObject newer = invitationChange("i1", 9);
    newer.insert(QStringLiteral("invitation"),
                 builders::invitation({{QStringLiteral("status"), QStringLiteral("withdrawn")}}));
    rig.transport.answerNext(changes, answers::json(200, builders::page(state("s1"), {newer})));
    rig.transport.answerNext(changes, answers::json(200, builders::page(state("s2"), {invitationChange("i1", 8)})));
    rig.start();
    rig.settle();

    rig.engine->refresh();
    rig.settle();

    CHECK(rig.cached(QStringLiteral("i1"))->status == InvitationStatus::Withdrawn);
}

namespace {

/// A service that counts one more pending invitation than it gives, on every page.
void miscount(EngineRig &rig)
{
    rig.transport.service = [&rig](const Request &request) {
        Response response = rig.service.answer(request);
        response.body.replace(R"("pending":{})", R"("pending":{"b1":1})");
        return response;
    };
}

size_t passesFromTheBeginning(const FakeTransport &transport)
{
    return transport.sentTo(changes) - transport.sentTo(changes + QStringLiteral("?limit=1000&since="));
}

} // namespace

TEST_CASE("A count that differs once means nothing; twice running, everything is read again", "[puller]")
{
    EngineRig rig;
    rig.start();
    rig.settle();
    miscount(rig);

    rig.engine->refresh();
    rig.settle();
    CHECK(passesFromTheBeginning(rig.transport) == 1);
    rig.engine->refresh();
    rig.settle();

    CHECK(passesFromTheBeginning(rig.transport) == 2);
}

TEST_CASE("A count that differs for ever has everything read again once an hour, no more", "[puller]")
{
    EngineRig rig;
    miscount(rig);
    rig.start();
    rig.settle();

    rig.advance(6h);

    CHECK(passesFromTheBeginning(rig.transport) >= 6);
    CHECK(passesFromTheBeginning(rig.transport) <= 8);
}

TEST_CASE("An activity that can't be read doesn't stop the counts from being compared", "[puller]")
{
    EngineRig rig;
    const QJsonObject bad = builders::change(QStringLiteral("activity"), QStringLiteral("a1"), 1, {});
    rig.transport.answerNext(changes, answers::json(200, builders::page(QStringLiteral("1:0"), {bad})));
    rig.start();
    rig.settle();
    REQUIRE(rig.cache->unreadable()->size() == 1);
    miscount(rig);

    for (int i = 0; i < 2; ++i) {
        rig.engine->refresh();
        rig.settle();
    }

    CHECK(passesFromTheBeginning(rig.transport) == 2);
}

TEST_CASE("A page that can't be written is asked for again, and its state is not taken", "[puller]")
{
    EngineRig rig;
    rig.service.invite(QStringLiteral("i1"));
    rig.start();
    rig.advance(30ms);
    rig.cache->database().setFault([] { return Error{ErrorKind::DiskFull, {}}; });
    rig.advance(5min);
    CHECK_FALSE(rig.diskErrors.empty());

    rig.cache->database().setFault({});
    rig.advance(5min);

    CHECK(rig.badge() == 1);
    CHECK(rig.diskWorked >= 1);
}
