#include "core/api/eventparser.h"
#include "tests/support/catch.h"

namespace {

using Events = std::vector<ServerEvent>;

Events parse(const QByteArray &stream)
{
    return EventParser().feed(stream);
}

void append(Events &to, Events more)
{
    to.insert(to.end(), more.begin(), more.end());
}

} // namespace

namespace Catch {
template <>
struct StringMaker<ServerEvent>
{
    static std::string convert(const ServerEvent &e)
    {
        return e.name.toStdString() + '|' + e.data.toStdString() + '|' + e.lastId.toStdString();
    }
};
} // namespace Catch

TEST_CASE("An event has a name, data and an id")
{
    CHECK(parse("event: state\nid: s1\ndata: {}\n\n") == Events{{"state", "{}", "s1"}});
}

TEST_CASE("Lines end with LF, CR or CRLF, also mixed")
{
    CHECK(parse("event: a\r\ndata: 1\r\n\r\n") == Events{{"a", "1", ""}});
    CHECK(parse("event: a\rdata: 1\r\r") == Events{{"a", "1", ""}});
    CHECK(parse("event: a\r\ndata: 1\n\rdata: 2\r\r\n\n") == Events{{"a", "1", ""}, {"message", "2", ""}});
}

TEST_CASE("A stream cut at any byte gives the same events")
{
    const QByteArray stream = "\xEF\xBB\xBF: hello\r\n\r\nevent: state\r\nid: 1\r\ndata: a\r\ndata: b\xC3\xA9\r\n\r\n"
                              "data\n\nevent:x\ndata:y\n\rid\rdata: last\r\r";
    const Events whole = parse(stream);
    REQUIRE(whole.size() == 4);

    for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
        EventParser parser;
        Events events = parser.feed(stream.left(cut));
        append(events, parser.feed(stream.mid(cut)));
        CHECK(events == whole);
    }
}

TEST_CASE("A stream that comes byte by byte gives the same events")
{
    const QByteArray stream = "event: state\r\ndata: a\r\n\r\nevent: revoked\ndata: {}\n\n";
    EventParser parser;
    Events events;
    for (const char c : stream)
        append(events, parser.feed(QByteArrayView(&c, 1)));

    CHECK(events == parse(stream));
    CHECK(events == Events{{"state", "a", ""}, {"revoked", "{}", ""}});
}

TEST_CASE("Comments, unknown fields and events without data give nothing")
{
    CHECK(parse(": heartbeat\n\n\n\nretry: 5\n\nevent: state\n\nfoo: bar\n\n\n").empty());
}

TEST_CASE("A name without data does not go over to the next event")
{
    CHECK(parse("event: revoked\n\ndata: x\n\n") == Events{{"message", "x", ""}});
}

TEST_CASE("Data lines are joined, one space after the colon is not theirs, and a line may be only a field")
{
    CHECK(parse("data: a\ndata:  b\ndata\ndata:c:d\n\n") == Events{{"message", "a\n b\n\nc:d", ""}});
}

TEST_CASE("An id stays until another comes, and one with NUL is none")
{
    CHECK(parse("id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n") ==
          Events{{"message", "a", "1"}, {"message", "b", "1"}, {"message", "c", ""}});
    CHECK(parse(QByteArray("id: a\0b\ndata: c\n\n", 17)) == Events{{"message", "c", ""}});
}

TEST_CASE("A byte order mark counts only at the very beginning")
{
    CHECK(parse("\xEF\xBB\xBF"
                "data: a\n\n") == Events{{"message", "a", ""}});
    CHECK(parse("\n\xEF\xBB\xBF"
                "data: a\n\n")
              .empty());
}

TEST_CASE("What has not ended is not an event")
{
    CHECK(parse("event: state\ndata: {}\n").empty());
}

TEST_CASE("A line or an event without end takes no more memory than 64 KiB, and the stream goes on")
{
    EventParser parser;
    for (int i = 0; i < 100; ++i)
        CHECK(parser.feed(QByteArray(64 * 1024, 'x')).empty());
    CHECK(parser.feed("\n\ndata: a\n\n") == Events{{"message", "a", ""}});

    Events events = parser.feed(QByteArray("data: " + QByteArray(1000, 'y') + '\n').repeated(1000) + '\n');
    REQUIRE(events.size() == 1);
    CHECK(events.front().data.size() < 70 * 1024);
}

TEST_CASE("A name or an id without end is cut at 64 KiB")
{
    const QByteArray endless(1'000'000, 'n');

    const Events events = parse("event: " + endless + "\nid: " + endless + "\ndata: a\n\n");

    REQUIRE(events.size() == 1);
    CHECK(events.front().data == "a");
    CHECK(events.front().name.size() < 64 * 1024);
    CHECK(events.front().lastId.size() < 64 * 1024);
}

TEST_CASE("Data of empty lines without end takes no more memory than 64 KiB either")
{
    EventParser parser;
    for (int i = 0; i < 100; ++i)
        CHECK(parser.feed(QByteArray("data\n").repeated(10'000)).empty());

    const Events events = parser.feed("\n");

    REQUIRE(events.size() == 1);
    CHECK(events.front().data.size() == 64 * 1024);
}
