#include "tests/hostile/packing.h"
#include "tests/session/sessionrig.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

#include <QThread>

#include <atomic>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray jsonHeaders = "Content-Type: application/json\r\n";
const QByteArray portal = "Content-Type: text/html\r\nContent-Length: 18\r\n\r\n<html>Please pay  ";

QByteArray packedBomb()
{
    const PackedPieces bomb = packedPieces(QByteArray(16 * 1024 * 1024, '\0'));
    return answer(200, bomb.head + bomb.piece.repeated(20), jsonHeaders + "Content-Encoding: gzip\r\n");
}

/// What comes in the place of the first page.
std::vector<std::pair<const char *, QByteArray>> hostileAnswers()
{
    return {
        {"a portal's 200", "HTTP/1.1 200 OK\r\n" + portal},
        {"a portal's 403", "HTTP/1.1 403 Forbidden\r\n" + portal},
        {"a portal's 511", "HTTP/1.1 511 Network Authentication Required\r\n" + portal},
        {"another type", answer(200, builders::page(u"s"_s, {}), "Content-Type: text/plain\r\n")},
        {"nothing", answer(200, {}, jsonHeaders)},
        {"no JSON", answer(200, "<html>", jsonHeaders)},
        {"nothing but brackets", answer(200, QByteArray(1'000'000, '['), jsonHeaders)},
        {"a million rows",
         answer(200, builders::page(u"s"_s, {}).replace("[]", '[' + QByteArray("{},").repeated(1'000'000) + "{}]"),
                jsonHeaders)},
        {"an envelope of wrong types",
         answer(200, R"({"newState":1,"hasMore":2,"changes":3,"pending":4})", jsonHeaders)},
        {"a packed bomb", packedBomb()},
        {"a redirect", answer(302, {}, "Location: https://elsewhere.example/\r\n")},
    };
}

bool asksForChanges(const WireRequest &wire)
{
    return wire.line.startsWith("GET /v1/changes");
}

std::atomic<QThread *> refusedOn{nullptr};

void noteThread(QtMsgType, const QMessageLogContext &, const QString &message)
{
    if (message.contains(u"a page was refused"_s))
        refusedOn = QThread::currentThread();
}

} // namespace

TEST_CASE("After a hostile answer the program is whole as soon as the service is itself again", "[hostile]")
{
    const auto [what, hostile] = GENERATE(from_range(hostileAnswers()));
    INFO(what);
    SessionRig rig;
    bool isHostile = true;
    int served = 0;
    rig.instead = [&, bytes = hostile](const WireRequest &wire) -> std::optional<QByteArray> {
        if (!isHostile || !asksForChanges(wire))
            return std::nullopt;
        ++served;
        return bytes;
    };
    rig.open();
    REQUIRE(eventually([&] {
        const Connection connection = rig.session->overview().status.connection;
        return served > 0 && (connection == Connection::Blocked || connection == Connection::ServiceTrouble ||
                              connection == Connection::Offline);
    }));
    CHECK(rig.session->overview().counts.all.pending == 0);

    isHostile = false;
    rig.session->refresh();

    REQUIRE(eventually([&rig] { return rig.whole(); }));
    CHECK(rig.session->overview().counts.all.pending == 2);
    CHECK(rig.session->overview().unreadable.empty());
}

TEST_CASE("Of a page with objects of every fault the program shows what can be read, and says what can't", "[hostile]")
{
    const auto invitation = [](const QByteArray &id, const QByteArray &company) {
        return QByteArray(R"({"kind":"invitation","id":")" + id + R"(","version":"1","invitation":{"revision":"r1",)" +
                          R"("branchId":"b1","origin":"external_access","status":"pending","ownerName":"O",)" +
                          R"("ownerEmail":"o@c.example","sentAt":"2026-11-23T09:30:00Z","companyName":)" + company +
                          "}}");
    };
    const QByteArray deep = QByteArray("[").repeated(100'000) + QByteArray("]").repeated(100'000);
    const QByteArray changes = '[' +
                               QByteArrayList{invitation("good1", "\"Good\""),
                                              invitation("bytes", "\"Caf\xE9\""),
                                              invitation("deep", deep),
                                              invitation("number", "1e400"),
                                              invitation("null", "null"),
                                              "7",
                                              "{}",
                                              R"({"kind":"new"})",
                                              invitation("nul", R"("a\u0000b")"),
                                              invitation("half", R"("\ud800")"),
                                              invitation("good2", "\"Good too\"")}
                                   .join(',') +
                               ']';
    SessionRig rig;
    rig.instead = [&changes](const WireRequest &wire) -> std::optional<QByteArray> {
        if (!asksForChanges(wire))
            return std::nullopt;
        return answer(200, builders::page(u"s1"_s, {}).replace("[]", changes), jsonHeaders);
    };

    REQUIRE(rig.opensWhole());

    CHECK(rig.session->overview().counts.all.pending == 5); // Two good ones, bytes, nul and half
    CHECK(rig.session->overview().unreadable.size() == 5);  // deep, number, null, 7 and {}
    CHECK(rig.details(u"bytes"_s).invitation.companyName == u"Caf\uFFFD"_s);
    CHECK(rig.details(u"nul"_s).invitation.companyName == u"a\0b"_s);
    CHECK(rig.details(u"good2"_s).invitation.companyName == u"Good too"_s);
}

TEST_CASE("Pages are read on the worker's thread, never on the interface's", "[hostile]")
{
    SessionRig rig;
    rig.instead = [](const WireRequest &wire) -> std::optional<QByteArray> {
        return asksForChanges(wire) ? std::optional(answer(200, "[", jsonHeaders)) : std::nullopt;
    };
    refusedOn = nullptr;
    const QtMessageHandler before = qInstallMessageHandler(noteThread);
    rig.open();
    const bool refused = eventually([] { return refusedOn.load() != nullptr; });
    rig.close();
    qInstallMessageHandler(before);

    REQUIRE(refused);
    CHECK(refusedOn.load() != QThread::currentThread());
}

TEST_CASE("A portal's 200 and 403 end no decision: it is delivered once, by the service", "[hostile]")
{
    SessionRig rig;
    SessionOptions options = rig.options();
    options.hold = Milliseconds(0);
    rig.open(options);
    REQUIRE(eventually([&] { return rig.whole(); }));
    int puts = 0;
    rig.instead = [&puts](const WireRequest &wire) -> std::optional<QByteArray> {
        if (!wire.line.startsWith("PUT ") || puts == 2)
            return std::nullopt;
        return ++puts == 1 ? "HTTP/1.1 200 OK\r\n" + portal : "HTTP/1.1 403 Forbidden\r\n" + portal;
    };

    const Result<Operation> kept = rig.accept(u"i1"_s);
    REQUIRE(kept);

    REQUIRE(eventually([&] { return rig.session->overview().recent.size() == 1; }));
    CHECK(puts == 2);
    CHECK(rig.session->overview().attention.empty());
    CHECK(rig.service.effects[kept->id.text()] == 1);
}

TEST_CASE("A session that comes as another type signs nobody in", "[hostile]")
{
    SessionRig rig;
    bool isHostile = true;
    rig.instead = [&isHostile](const WireRequest &wire) -> std::optional<QByteArray> {
        if (!isHostile || !wire.line.startsWith("GET /v1/session"))
            return std::nullopt;
        return answer(200, builders::session(), "Content-Type: text/html\r\n");
    };
    rig.open();
    REQUIRE(eventually([&rig] { return rig.session->signInError().has_value(); }));
    CHECK(rig.session->signInState() == SignInState::Checking);
    CHECK(rig.session->signInError()->kind == ErrorKind::Unreadable);

    isHostile = false;
    rig.session->refresh();

    CHECK(eventually([&rig] { return rig.whole(); }));
}
