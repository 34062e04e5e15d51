#include "core/api/codec.h"
#include "tests/api/jsonsamples.h"
#include "tests/api/transportfixture.h"
#include "tests/hostile/memory.h"
#include "tests/hostile/packing.h"
#include "tests/hostile/pour.h"

using Failure = Response::Failure;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What an answer may cost this program at its worst, in MiB: the 64 of a body twice, while the bytes grow, and what
// the network stack and the test's own server hold.
constexpr qint64 mostGrowth = 256;

constexpr qint64 MiB = 1024 * 1024;

/// Asks a server that answers so, and says what it cost.
Response askOf(const ScriptedServer::Script &script, const char *what, qint64 most = mostGrowth)
{
    ScriptedServer server;
    server.script = script;
    const PeakMemory peak;

    const Response response = ask(settingsFor(server.url()), changesRequest({}, 1000));

    WARN(what << ": at most " << peak.growth() << " MiB, " << response.detail.toStdString());
    CHECK(peak.growth() < most);
    return response;
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

const QByteArray gzipHeaders = "Content-Type: application/json\r\nContent-Encoding: gzip\r\n";

} // namespace

TEST_CASE("A body without end is given up at 64 MiB", "[hostile]")
{
    const auto [headers, piece] = GENERATE(table<QByteArray, QByteArray>({
        {"", QByteArray(64 * 1024, ' ')},
        {"Transfer-Encoding: chunked\r\n", chunk(QByteArray(64 * 1024, '['))},
        {"Content-Length: 9223372036854775807\r\n", QByteArray(64 * 1024, '1')},
    }));
    qint64 poured = 0;

    const Response response = askOf(
        [&, h = headers, p = piece](QSslSocket *socket, const WireRequest &) { pour(socket, openHead(h), p, &poured); },
        "a body without end");

    CHECK(response.failure == Failure::NoAnswer);
    CHECK(response.detail == u"larger than we take"_s);
    CHECK(response.tooMuch);
    CHECK(poured < 128 * MiB);
}

TEST_CASE("Ten packed megabytes that unpack to ten thousand are given up", "[hostile]")
{
    const PackedPieces bomb = packedPieces(QByteArray(16 * MiB, '\0'));
    qint64 poured = 0;

    const Response response =
        askOf([&](QSslSocket *socket,
                  const WireRequest &) { pour(socket, openHead(gzipHeaders) + bomb.head, bomb.piece, &poured); },
              "a packed bomb");

    CHECK(response.failure == Failure::NoAnswer);
    CHECK(response.tooMuch); // Given up here, not by a time-out
    CHECK(poured < 10 * MiB);
}

TEST_CASE("A packed bomb that comes at once, whole, is given up", "[hostile]")
{
    const PackedPieces bomb = packedPieces(QByteArray(16 * MiB, '\0'));
    const QByteArray body = bomb.head + bomb.piece.repeated(10 * MiB / bomb.piece.size());

    const Response response = askOf(always(answer(200, body, gzipHeaders)), "a packed bomb at once");

    CHECK(response.failure == Failure::NoAnswer);
}

TEST_CASE("What is packed less tightly than a bomb is given up at 64 MiB, too", "[hostile]")
{
    // 30 times smaller: Qt calls a bomb what is more than 40.
    QByteArray text;
    for (int i = 0; text.size() < MiB; ++i)
        text += QByteArray::number(i * 2'654'435'761LL) + QByteArray(180, ' ');
    const PackedPieces dense = packedPieces(text);
    REQUIRE(text.size() / dense.piece.size() < 40);
    REQUIRE(text.size() / dense.piece.size() > 8);

    const Response response = askOf(
        [&](QSslSocket *socket, const WireRequest &) { pour(socket, openHead(gzipHeaders) + dense.head, dense.piece); },
        "a dense body");

    CHECK(response.failure == Failure::NoAnswer);
    CHECK(response.detail == u"larger than we take"_s);
    CHECK(response.tooMuch);
}

TEST_CASE("A body that is packed twice is nothing that can be read", "[hostile]")
{
    const QByteArray encoding = GENERATE(QByteArray("gzip"), QByteArray("gzip, gzip"), QByteArray("deflate"),
                                         QByteArray("br"), QByteArray("zstd"), QByteArray("new"));
    const QByteArray twice = packed(packed(toJson(fullPage({})) + QByteArray(100 * MiB, ' ')));

    const Response response =
        askOf(always(answer(200, twice, "Content-Type: application/json\r\nContent-Encoding: " + encoding + "\r\n")),
              "packed twice");

    CHECK((response.failure == Failure::NoAnswer || !readChangePage(response.body)));
}

TEST_CASE("A length that is none is not believed", "[hostile]")
{
    const QByteArray length = GENERATE(QByteArray("-1"), QByteArray("99999999999999999999"), QByteArray("2, 2"),
                                       QByteArray("0x2"), QByteArray("two"));

    const Response response = askOf(
        [&length](QSslSocket *socket, const WireRequest &) {
            socket->write(openHead("Content-Length: " + length + "\r\n") + "{}");
            socket->disconnectFromHost();
        },
        "a length that is none", 32);

    CHECK((response.failure == Failure::NoAnswer || response.body == "{}" || response.body.isEmpty()));
}

TEST_CASE("A page of a million rows is refused, and costs no more than its bytes allow", "[hostile]")
{
    const QByteArray row = GENERATE(QByteArray("{}"), QByteArray("[]"), QByteArray("1"), QByteArray("\"\""),
                                    QByteArray("{\"kind\":\"client\",\"id\":\"c1\",\"version\":\"1\"}"));
    const QByteArray page = toJson(fullPage({})).replace("[]", '[' + (row + ',').repeated(1'000'000) + row + ']');
    const PeakMemory peak;

    const Response response = askOf(always(answer(200, page, "Content-Type: application/json\r\n")), "a million rows");
    const auto read = readChangePage(response.body);

    WARN("read, " << page.size() / MiB << " MiB of rows: at most " << peak.growth() << " MiB");
    CHECK(response.failure == Failure::None);
    REQUIRE_FALSE(read);
    CHECK((read.error().detail == u"changes: too many"_s || read.error().detail == u"too many values"_s));
    CHECK(peak.growth() < 2 * mostGrowth);
}

TEST_CASE("A full body of one object's notes is read within bounds", "[hostile]")
{
    const QByteArray note = R"({"authorName":"A","at":"2026-11-23T10:00:00Z","text":")" + QByteArray(100, 'x') + "\"}";
    const QByteArray object = toJson(fullChange(u"client"_s));
    const qsizetype at = object.indexOf("\"notes\":[") + 9;
    REQUIRE(at > 9);
    const QByteArray full = object.left(at) + (note + ',').repeated(60 * MiB / (note.size() + 1)) + object.mid(at);
    const QByteArray page = toJson(fullPage({})).replace("[]", '[' + full + ']');
    const PeakMemory peak;

    const auto read = readChangePage(page);

    WARN("60 MiB of notes: at most " << peak.growth() << " MiB");
    REQUIRE(read);
    CHECK(read->changes.size() == 1);
    CHECK(peak.growth() < 4 * mostGrowth);
}
