#include "core/api/codec.h"
#include "tests/api/jsonsamples.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Unreadable onlyUnreadable(const QJsonValue &change)
{
    const auto page = readChangePage(toJson(fullPage({change})));
    REQUIRE(page);
    REQUIRE(page->changes.size() == 1);
    return std::get<Unreadable>(page->changes.front());
}

QJsonObject changed(QJsonObject object, const QString &member, const QJsonValue &value)
{
    object[member] = value;
    return object;
}

const QJsonValue absent(QJsonValue::Undefined);

} // namespace

TEST_CASE("A page is read with its envelope and every object in it")
{
    QJsonArray changes;
    for (const QString &kind : allKinds())
        changes.append(fullChange(kind));

    const auto page = readChangePage(toJson(fullPage(changes)));

    REQUIRE(page);
    CHECK(page->newState == u"s-1"_s);
    CHECK(page->hasMore);
    CHECK(page->serverTime == instantFromMs(1795426200000));
    CHECK(page->pending == std::map<BranchId, qint64>{{*BranchId::parse(u"b1"_s), 3}});
    REQUIRE(page->changes.size() == 6);
    for (size_t i = 0; i < 6; ++i)
        CHECK(page->changes[i].index() == i); // The variant's order is the kinds'
}

TEST_CASE("An empty page is a page")
{
    const auto page = readChangePage(toJson(fullPage({})));

    REQUIRE(page);
    CHECK(page->changes.empty());
}

TEST_CASE("A page whose envelope is not what the contract says is refused, and the member named")
{
    const auto [member, value] = GENERATE_COPY(table<QString, QJsonValue>({
        {u"newState"_s, absent},
        {u"newState"_s, 1},
        {u"newState"_s, u""_s},
        {u"newState"_s, u"a b"_s},
        {u"newState"_s, u"é"_s},
        {u"newState"_s, QString(513, u'a')},
        {u"newState"_s, u"a\n"_s},
        {u"hasMore"_s, absent},
        {u"hasMore"_s, u"true"_s},
        {u"hasMore"_s, 1},
        {u"hasMore"_s, QJsonValue()},
        {u"changes"_s, absent},
        {u"changes"_s, QJsonObject{}},
        {u"changes"_s, QJsonValue()},
        {u"pending"_s, absent},
        {u"pending"_s, QJsonArray{}},
        {u"pending"_s, 3},
        {u"serverTime"_s, absent},
        {u"serverTime"_s, u"yesterday"_s},
        {u"serverTime"_s, 1795426200},
    }));

    const auto page = readChangePage(toJson(changed(fullPage({}), member, value)));

    REQUIRE_FALSE(page);
    CHECK(page.error().kind == ErrorKind::Unreadable);
    CHECK(page.error().detail.startsWith(member + u": "_s));
}

TEST_CASE("A state may be as long as the contract says, of all its characters")
{
    const QString state = u"AZaz09_.:+/=-"_s + QString(499, u'x');

    CHECK(readChangePage(toJson(changed(fullPage({}), u"newState"_s, state)))->newState == state);
}

TEST_CASE("Bytes that are no JSON object are no page")
{
    const QByteArray json =
        GENERATE(QByteArray(), QByteArray("null"), QByteArray("[]"), QByteArray("{"), QByteArray("{} x"),
                 QByteArray("\xEF\xBB\xBF{}"), QByteArray("<html></html>"), QByteArray("{\"newState\":\"\xFF\"}"),
                 QByteArray("{\"a\":\"\xED\xA0\x80\"}"), QByteArray("\0{}", 3), QByteArray(100'000, '['));

    const auto page = readChangePage(json);

    REQUIRE_FALSE(page);
    CHECK(page.error().kind == ErrorKind::Unreadable);
}

TEST_CASE("A page of a million rows is refused")
{
    CHECK_FALSE(readChangePage(toJson(fullPage({})).replace("[]", '[' + QByteArray("{},").repeated(10'000) + "{}]")));
    CHECK(readChangePage('{' + QByteArray("\"a\":1,").repeated(3'000'000) + "\"a\":1}").error().detail ==
          u"too many values"_s);
}

TEST_CASE("One unreadable object is set aside as it came, and the rest of the page goes on")
{
    QJsonObject broken = fullChange(u"invitation"_s);
    broken[u"invitation"_s] = changed(fullObject(u"invitation"_s), u"sentAt"_s, u"soon"_s);

    const auto page = readChangePage(toJson(fullPage({broken, fullChange(u"client"_s)})));

    REQUIRE(page);
    REQUIRE(page->changes.size() == 2);
    CHECK(std::get<Unreadable>(page->changes[0]) ==
          Unreadable{u"invitation"_s, u"x1"_s, u"7"_s, u"invitation.sentAt: expected a time"_s, toJson(broken)});
    CHECK(std::holds_alternative<Client>(page->changes[1]));
}

TEST_CASE("What is not even a change is set aside too")
{
    CHECK(onlyUnreadable(5) == Unreadable{{}, {}, {}, u"expected an object"_s, "5"});
    CHECK(onlyUnreadable(u"x"_s).raw == "\"x\"");
    CHECK(onlyUnreadable(QJsonValue()).raw == "null");
    CHECK(onlyUnreadable(QJsonObject{}).reason == u"kind: missing"_s);
    CHECK(onlyUnreadable(changed(fullChange(u"branch"_s), u"kind"_s, 3)).reason == u"kind: expected a text"_s);
}

TEST_CASE("A change of a kind we know needs an id, a version and its object")
{
    const auto reasonWith = [](const QString &member, const QJsonValue &value) {
        return onlyUnreadable(changed(fullChange(u"branch"_s), member, value)).reason;
    };
    CHECK(reasonWith(u"id"_s, absent) == u"id: missing"_s);
    CHECK(reasonWith(u"id"_s, 1) == u"id: expected a text"_s);
    CHECK(reasonWith(u"id"_s, u".hidden"_s) == u"id: expected an id"_s);
    CHECK(reasonWith(u"id"_s, u"a/b"_s) == u"id: expected an id"_s);
    CHECK(reasonWith(u"version"_s, 7) == u"version: expected a text"_s);
    CHECK(reasonWith(u"version"_s, u"-7"_s) == u"version: expected a version"_s);
    CHECK(reasonWith(u"version"_s, u"9223372036854775808"_s) == u"version: expected a version"_s);
    CHECK(reasonWith(u"removed"_s, u"true"_s) == u"removed: expected true or false"_s);
    CHECK(reasonWith(u"branch"_s, absent) == u"branch: missing"_s);
    CHECK(reasonWith(u"branch"_s, QJsonArray{}) == u"branch: expected an object"_s);
}

TEST_CASE("The bytes of an unreadable object are kept up to 64 KiB")
{
    QJsonObject huge = changed(fullChange(u"branch"_s), u"id"_s, QString(200'000, u'.'));

    const Unreadable unreadable = onlyUnreadable(huge);

    CHECK(unreadable.raw.size() == 64 * 1024);
    CHECK(unreadable.id.size() <= 256);
}

TEST_CASE("Kinds we don't know are skipped without a word")
{
    const auto page =
        readChangePage(toJson(fullPage({QJsonObject{{u"kind"_s, u"invoice"_s}}, fullChange(u"branch"_s)})));

    REQUIRE(page);
    REQUIRE(page->changes.size() == 1);
    CHECK(std::holds_alternative<Branch>(page->changes.front()));
}

TEST_CASE("Something removed comes with its version, whatever else is there")
{
    QJsonObject removed = changed(fullChange(u"client"_s), u"removed"_s, true);
    removed[u"client"_s] = u"nonsense"_s;

    const auto page = readChangePage(toJson(fullPage({removed})));

    CHECK(std::get<Removed>(page->changes.front()) == Removed{ObjectKind::Client, u"x1"_s, Version{7}});
}

TEST_CASE("Removed that is false is as if it were not there")
{
    const auto page = readChangePage(toJson(fullPage({changed(fullChange(u"client"_s), u"removed"_s, false)})));

    CHECK(std::holds_alternative<Client>(page->changes.front()));
}

TEST_CASE("Counts of pending that are none are ignored")
{
    const QJsonObject pending = fromJson(R"({"b1":2,"b2":-1,"b3":1.5,"b4":"3","no id":4,"b5":0,"b6":null,"b7":1e2})");

    const auto page = readChangePage(toJson(changed(fullPage({}), u"pending"_s, pending)));

    const auto id = [](const QString &text) { return *BranchId::parse(text); };
    CHECK(page->pending == std::map<BranchId, qint64>{{id(u"b1"_s), 2}, {id(u"b5"_s), 0}, {id(u"b7"_s), 100}});
}

TEST_CASE("Half a surrogate pair becomes U+FFFD, in each way Qt keeps a text, and a NUL stays")
{
    const auto nameOf = [](const QByteArray &spelled) {
        const QByteArray json = toJson(fullPage({fullChange(u"branch"_s)})).replace("\"North\"", '"' + spelled + '"');
        const auto page = readChangePage(json);
        REQUIRE(page);
        return std::get<Branch>(page->changes.front()).name;
    };
    CHECK(nameOf("a\\ud800b") == u"a\uFFFDb"_s);
    CHECK(nameOf("\\udc00") == u"\uFFFD"_s);
    CHECK(nameOf("\xC3\xA9\xF0\x9F\x98\x80\\ud800") == u"é😀\uFFFD"_s);
    CHECK(nameOf("\\ud800\\ud83d\\ude00\\udc00") == u"\uFFFD😀\uFFFD"_s);
    CHECK(nameOf("a\\u0000b") == u"a\0b"_s);
}

TEST_CASE("Where a member comes twice one of the two is taken")
{
    const auto page = readChangePage(R"({"newState":"a","newState":"b","hasMore":false,"changes":[],"pending":{},
        "serverTime":"2026-11-23T09:30:00Z"})");

    REQUIRE(page);
    CHECK((page->newState == u"a"_s || page->newState == u"b"_s));
}

TEST_CASE("An object set aside is read again from its bytes")
{
    CHECK(std::holds_alternative<Member>(readChange(toJson(fullChange(u"member"_s)))));
    CHECK(std::get<Unreadable>(readChange("{\"kind\":\"inv")).raw == "{\"kind\":\"inv");
    CHECK(std::get<Unreadable>(readChange("{\"kind\":\"invoice\",\"id\":\"x\"}")) ==
          Unreadable{u"invoice"_s, u"x"_s, {}, u"kind: not known"_s, "{\"kind\":\"invoice\",\"id\":\"x\"}"});
}

TEST_CASE("An object set aside with half a surrogate pair in it can be read again")
{
    QJsonObject broken = fullChange(u"branch"_s);
    broken.remove(u"version"_s);
    broken[u"branch"_s] = changed(fullObject(u"branch"_s), u"name"_s, QString(u"a"_s + QChar(0xD800)));
    const Unreadable unreadable = onlyUnreadable(broken);

    const Change again = readChange(QByteArray(unreadable.raw).replace("{\"branch\"", "{\"version\":\"1\",\"branch\""));

    CHECK(std::get<Branch>(again).name == u"a\uFFFD"_s);
}
