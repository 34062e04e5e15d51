#include "core/api/codec.h"
#include "tests/api/jsonsamples.h"
#include "tests/api/transportfixture.h"
#include "tests/hostile/places.h"

using namespace Qt::Literals::StringLiterals;

namespace {

/// A service that answers what it is told to, over one connection.
class Service
{
public:
    [[nodiscard]] QByteArray gives(const QByteArray &body)
    {
        m_server.script = always(answer(200, body, "Content-Type: application/json\r\n"));
        const Response response = ask(*m_transport, changesRequest({}, 1000));
        REQUIRE(response.failure == Response::Failure::None);
        return response.body;
    }

private:
    ScriptedServer m_server;
    std::unique_ptr<HttpTransport> m_transport = transportTo(settingsFor(m_server.url()));
};

QByteArray pageOf(const QByteArray &first, const QByteArray &second)
{
    return toJson(fullPage({})).replace("[]", '[' + first + ',' + second + ']');
}

/// The member that a fault names: "client.notes[0].at" of "client.notes[0].at: expected a time".
QString memberIn(const QString &fault)
{
    return fault.section(u": "_s, 0, 0);
}

void checkSetAside(const ChangePage &page, const Place &place, const Wrong &wrong)
{
    INFO(place.path.toStdString() << " is " << wrong.spelled.toStdString());
    REQUIRE(page.changes.size() == 2);
    const auto *unreadable = std::get_if<Unreadable>(&page.changes.front());
    REQUIRE(unreadable);
    CHECK_FALSE(memberIn(unreadable->reason).isEmpty());
    CHECK(place.path.startsWith(memberIn(unreadable->reason)));
}

} // namespace

TEST_CASE("A value of another type anywhere in an object sets that object aside and leaves the page", "[hostile]")
{
    const QString kind = GENERATE(from_range(allKinds()));
    Service service;
    const QByteArray sound = toJson(fullChange(kind == u"reason"_s ? u"branch"_s : u"reason"_s));
    const auto alone = readChangePage(toJson(fullPage({})).replace("[]", '[' + sound + ']'));
    REQUIRE(alone);
    int wrongs = 0;
    for (const Place &place : placesIn(fullChange(kind))) {
        for (const Wrong &wrong : wrongValues()) {
            INFO(kind.toStdString() << ": " << place.path.toStdString() << " is " << wrong.spelled.toStdString());
            const auto page = readChangePage(service.gives(pageOf(place.with(wrong.spelled), sound)));

            REQUIRE(page);
            REQUIRE_FALSE(page->changes.empty());
            CHECK(page->changes.back() == alone->changes.front());
            if (wrong.type != place.type)
                checkSetAside(*page, place, wrong);
            wrongs += wrong.type != place.type ? 1 : 0;
        }
    }
    CHECK(wrongs > 80);
}

TEST_CASE("A value of another type in a page's envelope refuses the page and gives none of it", "[hostile]")
{
    Service service;
    for (const Place &place : placesIn(fullPage({}))) {
        for (const Wrong &wrong : wrongValues()) {
            INFO(place.path.toStdString() << " is " << wrong.spelled.toStdString());
            const auto page = readChangePage(service.gives(place.with(wrong.spelled)));

            const bool isCount =
                place.path.startsWith(u"pending."_s); // Compared, never shown: one that is none is none
            if (isCount) {
                CHECK(page);
            } else if (wrong.type != place.type) {
                REQUIRE_FALSE(page);
                CHECK(page.error().kind == ErrorKind::Unreadable);
                CHECK(memberIn(page.error().detail) == place.path);
            }
        }
    }
}

TEST_CASE("A value of another type anywhere in the session refuses it", "[hostile]")
{
    Service service;
    for (const Place &place : placesIn(fullSession())) {
        for (const Wrong &wrong : wrongValues()) {
            if (wrong.type == place.type)
                continue;
            INFO(place.path.toStdString() << " is " << wrong.spelled.toStdString());
            const auto facts = readSession(service.gives(place.with(wrong.spelled)), u"host"_s);

            REQUIRE_FALSE(facts);
            CHECK(place.path.startsWith(memberIn(facts.error().detail)));
        }
    }
}

TEST_CASE("With an outcome, whatever it holds, what counts is that it was done", "[hostile]")
{
    Service service;
    QJsonObject whole = fromJson(R"({"operationId":"0b5a4b5e-1111-4222-8333-444455556666","result":"applied",
        "replayed":false,"appliedAt":"2026-11-23T09:30:00Z"})");
    whole[u"changes"_s] = QJsonArray{fullChange(u"invitation"_s)};
    for (const Place &place : placesIn(whole)) {
        for (const Wrong &wrong : wrongValues()) {
            INFO(place.path.toStdString() << " is " << wrong.spelled.toStdString());
            const auto outcome = readOutcome(service.gives(place.with(wrong.spelled)));

            REQUIRE(outcome);
            if (place.path != u"operationId"_s)
                CHECK(outcome->operationId == u"0b5a4b5e-1111-4222-8333-444455556666"_s);
        }
    }
}

TEST_CASE("A problem needs its code; whatever else it holds, the code is given", "[hostile]")
{
    Service service;
    QJsonObject whole = fromJson(R"({"type":"about:blank","title":"No","status":409,"code":"already_decided",
        "detail":"d","field":"f","permission":"p"})");
    whole[u"current"_s] = fullChange(u"invitation"_s);
    for (const Place &place : placesIn(whole)) {
        for (const Wrong &wrong : wrongValues()) {
            INFO(place.path.toStdString() << " is " << wrong.spelled.toStdString());
            const auto problem = readProblem(service.gives(place.with(wrong.spelled)));

            if (place.path != u"code"_s)
                CHECK((problem && problem->code == u"already_decided"_s));
            else
                CHECK(problem.has_value() == (wrong.type == QJsonValue::String));
        }
    }
}
