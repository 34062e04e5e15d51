#include "tests/support/catch.h"
#include "tests/sync/clientrig.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

// The branch's Client Pays link: asked for when it is looked at.

namespace {

const QString path = u"/v1/branches/b1/client-pays-link"_s;

Result<ClientPaysLink> read(ClientRig &rig)
{
    std::optional<Result<ClientPaysLink>> heard;
    rig.engine->readLink(*BranchId::parse(u"b1"_s), [&heard](const Result<ClientPaysLink> &link) { heard = link; });
    rig.advance(1s);
    REQUIRE(heard);
    return *heard;
}

} // namespace

TEST_CASE("The link comes with the e-mail to copy, each time from the service", "[link]")
{
    ClientRig rig;
    const QByteArray body = R"({"url":"https://atlas.example/join/7","emailSubject":"Join us","emailBody":"Dear\n你好",)"
                            R"("createdAt":"2026-11-02T08:00:00Z","more":1})";
    rig.transport.answerNext(path, answers::json(200, body));
    rig.transport.answerNext(path, answers::json(200, body));

    const Result<ClientPaysLink> link = read(rig);
    CHECK(read(rig));

    REQUIRE(link);
    CHECK(link->url == u"https://atlas.example/join/7"_s);
    CHECK(link->emailSubject == u"Join us"_s);
    CHECK(link->emailBody == u"Dear\n你好"_s);
    CHECK(rig.transport.sentTo(path) == 2);
}

TEST_CASE("Why there is no link is said in its kind", "[link]")
{
    const auto [response, kind] = GENERATE(table<Response, ErrorKind>({
        {answers::lost(), ErrorKind::Network},
        {answers::portal(200), ErrorKind::Network},
        {answers::untrusted(), ErrorKind::Untrusted},
        {answers::problem(403, "permission_denied", "\"permission\":\"view_clients\""), ErrorKind::Forbidden},
        {answers::problem(404, "not_found"), ErrorKind::NotFound},
        {answers::problem(409, "branch_unavailable"), ErrorKind::Conflict},
        {answers::problem(401, "unauthenticated"), ErrorKind::SignedOut},
        {answers::problem(503, "unavailable"), ErrorKind::ServiceFault},
        {answers::json(200, "{\"url\":7}"), ErrorKind::Unreadable},
        {answers::json(200, "<html>"), ErrorKind::Unreadable},
    }));
    ClientRig rig;
    rig.transport.answerNext(path, response);

    CHECK(read(rig).error().kind == kind);
}

TEST_CASE("A permission that the link needs is named", "[link]")
{
    ClientRig rig;
    rig.transport.answerNext(path, answers::problem(403, "permission_denied", "\"permission\":\"view_clients\""));

    CHECK(read(rig).error().detail == u"view_clients"_s);
}

TEST_CASE("Signed out nothing is asked for a link", "[link]")
{
    ClientRig rig;
    rig.transport.answerNext(u"/v1/changes"_s, answers::problem(401, "unauthenticated"));
    rig.pull();
    REQUIRE(rig.connection() == Connection::SignedOut);

    CHECK(read(rig).error().kind == ErrorKind::Network);
    CHECK(read(rig).error().kind == ErrorKind::Network); // Each time
    CHECK(rig.transport.sentTo(path) == 0);
}
