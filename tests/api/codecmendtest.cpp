#include "core/api/codec.h"
#include "core/api/mendjson.h"
#include "tests/api/jsonsamples.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

/// A page of an invitation whose company is spelled so, as JSON, and a sound client.
Result<ChangePage> pageWithCompany(const QByteArray &spelled)
{
    const QByteArray page = toJson(fullPage({fullChange(u"invitation"_s), fullChange(u"client"_s)}));
    return readChangePage(QByteArray(page).replace("\"Müller & Söhne\"", spelled));
}

/// As above, with this member more in the invitation.
Result<ChangePage> pageWithMember(const QByteArray &member)
{
    return pageWithCompany("\"M\"," + member);
}

QByteArray nested(int levels)
{
    return QByteArray("[").repeated(levels) + QByteArray("]").repeated(levels);
}

} // namespace

TEST_CASE("A text that is no UTF-8 costs its bytes, not the page")
{
    const auto [spelled, read] = GENERATE(table<QByteArray, QString>({
        {"\"Caf\xE9\"", u"Caf\uFFFD"_s},         // Latin-1
        {"\"a\xC3\"", u"a\uFFFD"_s},             // Cut in a character
        {"\"\xC0\xAF\"", u"\uFFFD\uFFFD"_s},     // Longer than it need be
        {"\"\xFF\xC3\xA9\"", u"\uFFFD\u00E9"_s}, // What is sound stays
    }));

    const auto page = pageWithCompany(spelled);

    REQUIRE(page);
    REQUIRE(page->changes.size() == 2);
    CHECK(std::get<Invitation>(page->changes[0]).companyName == read);
    CHECK(std::holds_alternative<Client>(page->changes[1]));
}

TEST_CASE("A number that no double holds costs its object, not the page")
{
    const QByteArray number = GENERATE(QByteArray("1e400"), QByteArray("-1E+999999999999"), QByteArray("1e-400"),
                                       QByteArray("1").repeated(400), "0." + QByteArray("0").repeated(400) + '1');

    const auto page = pageWithCompany(number);

    REQUIRE(page);
    REQUIRE(page->changes.size() == 2);
    CHECK(std::get<Unreadable>(page->changes[0]).reason == u"invitation.companyName: expected a text"_s);
    CHECK(std::holds_alternative<Client>(page->changes[1]));
    CHECK(pageWithMember("\"new\":" + number)->changes.size() == 2);
}

TEST_CASE("What is no number is not made one")
{
    const QByteArray text = GENERATE(QByteArray("1e"), QByteArray("01e400"), QByteArray("-"), QByteArray("1.e400"),
                                     QByteArray("1e4e400"), QByteArray("+1e400"), QByteArray(400, '0'));

    CHECK_FALSE(pageWithCompany(text));
}

TEST_CASE("A value nested without end costs its member, not the page")
{
    const int levels = GENERATE(65, 1'000, 1'100, 100'000);

    const auto asCompany = pageWithCompany(nested(levels));
    const auto asUnknown = pageWithMember("\"new\":" + nested(levels));

    REQUIRE(asCompany);
    CHECK(std::get<Unreadable>(asCompany->changes.at(0)).reason == u"invitation.companyName: expected a text"_s);
    CHECK(std::holds_alternative<Client>(asCompany->changes.at(1)));
    REQUIRE(asUnknown);
    CHECK(std::holds_alternative<Invitation>(asUnknown->changes.at(0)));
}

TEST_CASE("Brackets in a text that is nested too deep do not close it")
{
    const QByteArray deep = QByteArray("{\"a\":").repeated(100) + R"("]}\"}")" + QByteArray("}").repeated(100);

    const auto page = pageWithMember("\"new\":" + deep);

    REQUIRE(page);
    CHECK(std::holds_alternative<Invitation>(page->changes.at(0)));
}

TEST_CASE("What is sound is not touched")
{
    const QByteArray json =
        GENERATE(QByteArray(), QByteArray("{}"), QByteArray(R"({"a":[1,-2.5e3,"\"[\\",1e-300]})"), nested(64),
                 QByteArray("\"\xC3\xA9\xF0\x9F\x98\x80\""), QByteArray("\"\\"), QByteArray("]]]]}}{"));

    CHECK(*mendJson(json) == json);
}

TEST_CASE("A page of more values than any of the contract's holds is refused before it is parsed")
{
    const auto page = pageWithMember("\"new\":[" + QByteArray("0,").repeated(2'000'000) + "0]");

    REQUIRE_FALSE(page);
    CHECK(page.error().detail == u"too many values"_s);
}

TEST_CASE("A page with counts of more branches than a practice has is refused")
{
    QJsonObject page = fullPage({});
    QJsonObject pending;
    for (int i = 0; i < 10'001; ++i)
        pending[u"b%1"_s.arg(i)] = 1;
    page[u"pending"_s] = pending;

    CHECK(readChangePage(toJson(page)).error().detail == u"pending: too many"_s);
}
