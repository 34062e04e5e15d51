#include "core/api/codec.h"
#include "tests/api/jsonsamples.h"
#include "tests/api/transportfixture.h"

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a client reads of a page whose bytes are these, over the wire.
Result<ChangePage> readOverWire(const QByteArray &page)
{
    ScriptedServer server;
    server.script = always(answer(200, page, "Content-Type: application/json\r\n"));
    const Response response = ask(settingsFor(server.url()), changesRequest({}, 1000));
    REQUIRE(response.failure == Response::Failure::None);
    return readChangePage(response.body);
}

/// A page of a branch with this name, spelled as JSON, and of a sound reason.
QByteArray pageWithName(const QByteArray &spelled)
{
    return toJson(fullPage({fullChange(u"branch"_s), fullChange(u"reason"_s)})).replace("\"North\"", spelled);
}

} // namespace

TEST_CASE("A text of odd characters is given, and so is what stands beside it", "[hostile]")
{
    const auto [spelled, name] = GENERATE(table<QByteArray, QString>({
        {R"("a\u0000b")", u"a\0b"_s},
        {QByteArray("\"a\0b\"", 5), u"a\0b"_s}, // Not JSON, but no doubt what is meant
        {R"("\ud800")", u"\uFFFD"_s},
        {R"("\udc00\ud800")", u"\uFFFD\uFFFD"_s},
        {"\"\xED\xA0\x80\"", u"\uFFFD\uFFFD\uFFFD"_s},
        {"\"\xFF\xFE\"", u"\uFFFD\uFFFD"_s},
        {"\"\xEF\xBB\xBF\"", u"\uFEFF"_s},
        {"\"\xE2\x80\xAE gnp.exe\"", u"\u202E gnp.exe"_s},
        {R"("<img src=x onerror=alert(1)>")", u"<img src=x onerror=alert(1)>"_s},
        {R"("'; DROP TABLE invitations; --")", u"'; DROP TABLE invitations; --"_s},
        {R"("%s%n%1")", u"%s%n%1"_s},
    }));

    const auto page = readOverWire(pageWithName(spelled));

    REQUIRE(page);
    REQUIRE(page->changes.size() == 2);
    CHECK(std::get<Branch>(page->changes[0]).name == name);
    CHECK(std::holds_alternative<Reason>(page->changes[1]));
}

TEST_CASE("Members that come twice make no third thing", "[hostile]")
{
    const QByteArray twice = R"({"kind":"branch","kind":"reason","id":"x1","id":"x2","version":"1","version":"9",)"
                             R"("removed":true,"removed":true})";
    const QByteArray page =
        toJson(fullPage({fullChange(u"client"_s)})).replace("\"changes\":[", "\"changes\":[" + twice + ',');

    const auto read = readOverWire(page);

    REQUIRE(read);
    REQUIRE(read->changes.size() == 2);
    const auto &removed = std::get<Removed>(read->changes[0]);
    CHECK((removed.kind == ObjectKind::Branch || removed.kind == ObjectKind::Reason));
    CHECK((removed.id == u"x1"_s || removed.id == u"x2"_s));
    CHECK(std::holds_alternative<Client>(read->changes[1]));
}

TEST_CASE("A hundred thousand levels in one object cost that value and not the page", "[hostile]")
{
    const QByteArray open = GENERATE(QByteArray("["), QByteArray("{\"a\":"));
    const QByteArray close = open == "[" ? QByteArray("]") : QByteArray("}");

    const auto page = readOverWire(pageWithName(open.repeated(100'000) + "1" + close.repeated(100'000)));

    REQUIRE(page);
    REQUIRE(page->changes.size() == 2);
    CHECK(std::get<Unreadable>(page->changes[0]).reason == u"branch.name: expected a text"_s);
    CHECK(std::holds_alternative<Reason>(page->changes[1]));
}

TEST_CASE("Bytes that are no page are refused, and none of them given", "[hostile]")
{
    const QByteArray sound = pageWithName("\"North\"");
    const QByteArray bytes = GENERATE_REF(values<QByteArray>(
        {"", "null", "[]", "\"text\"", "<html>", "\xEF\xBB\xBF" + sound, sound + sound, sound + '\0', '\0' + sound,
         sound.chopped(1), QByteArray(100'000, '['), QByteArray("{\"a\":").repeated(100'000),
         QString::fromUtf8(sound).toLatin1() + ']', QByteArray(1000, '\0'), "\xFF\xFE{\0}\0"}));

    const auto page = readOverWire(bytes);

    REQUIRE_FALSE(page);
    CHECK(page.error().kind == ErrorKind::Unreadable);
}
