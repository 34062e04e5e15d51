#include "core/api/codec.h"
#include "core/api/requests.h"
#include "tests/api/jsonsamples.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

const Instant decidedAt = instantFromMs(1795426200123);
const InvitationId invitationId = *InvitationId::parse(u"i1"_s);

QJsonObject changed(QJsonObject object, const QString &outer, const QString &inner, const QJsonValue &value)
{
    QJsonObject part = object[outer].toObject();
    part[inner] = value;
    object[outer] = part;
    return object;
}

} // namespace

TEST_CASE("An acceptance is written in these bytes")
{
    const QByteArray body = writeOperation(AcceptInvitation{invitationId, u"r\"1"_s}, decidedAt);

    CHECK(body == R"({"type":"accept_invitation","decidedAt":"2026-11-23T09:30:00.123Z","invitationId":"i1",)"
                  R"("revision":"r\"1"})");
}

TEST_CASE("A rejection is written in these bytes")
{
    const RejectInvitation reject{invitationId, u"r1"_s, *ReasonId::parse(u"other"_s), u"Grüße"_s, u"a\n\"b\"\\😀"_s};

    CHECK(writeOperation(reject, decidedAt) ==
          R"({"type":"reject_invitation","decidedAt":"2026-11-23T09:30:00.123Z","invitationId":"i1","revision":"r1",)"
          R"("reasonId":"other","reasonText":"Grüße","message":"a\n\"b\"\\😀"})");
}

TEST_CASE("Words that are not there are not written")
{
    const RejectInvitation reject{invitationId, u"r1"_s, *ReasonId::parse(u"full"_s), {}, {}};

    CHECK(writeOperation(reject, instantFromMs(0)) ==
          R"({"type":"reject_invitation","decidedAt":"1970-01-01T00:00:00Z","invitationId":"i1","revision":"r1",)"
          R"("reasonId":"full"})");
}

TEST_CASE("What the service doesn't take is not written: NUL and half a surrogate pair")
{
    const QString words = u"a"_s + QChar(u'\0') + QChar(0xD800) + u"b"_s;
    const RejectInvitation reject{invitationId, u"r1"_s, *ReasonId::parse(u"other"_s), words, {}};

    CHECK(writeOperation(reject, decidedAt)
              .contains("\"reasonText\":\"a\xEF\xBF\xBD\xEF\xBF\xBD"
                        "b\""));
}

TEST_CASE("A session is read with all its members")
{
    const auto facts = readSession(toJson(fullSession()), u"service.example"_s);

    REQUIRE(facts);
    CHECK(*facts == SessionFacts{*MemberId::parse(u"m1"_s),
                                 u"Ann"_s,
                                 u"ann@p.example"_s,
                                 *PracticeId::parse(u"p1"_s),
                                 u"P"_s,
                                 1500,
                                 24,
                                 {u"links.example"_s, u"xn--mnchen-3ya.example"_s},
                                 instantFromMs(1795426200000)});
}

TEST_CASE("Without linkHosts links may name the service's own host")
{
    QJsonObject session = fullSession();
    session.remove(u"linkHosts"_s);
    CHECK(readSession(toJson(session), u"Service.Example"_s)->linkHosts == QStringList{u"service.example"_s});

    session[u"linkHosts"_s] = QJsonArray{u""_s};
    CHECK(readSession(toJson(session), u"Service.Example"_s)->linkHosts.isEmpty());
}

TEST_CASE("A session that is not what the contract says is refused, and the member named")
{
    const auto [outer, inner, value] = GENERATE(table<QString, QString, QJsonValue>({
        {u"user"_s, u"id"_s, 1},
        {u"user"_s, u"id"_s, u""_s},
        {u"user"_s, u"name"_s, QJsonValue(QJsonValue::Undefined)},
        {u"user"_s, u"email"_s, QJsonValue()},
        {u"practice"_s, u"id"_s, u"a b"_s},
        {u"practice"_s, u"name"_s, true},
        {u"limits"_s, u"replyMessage"_s, u"2000"_s},
        {u"limits"_s, u"respondWithinHours"_s, 1.5},
    }));

    const auto facts = readSession(toJson(changed(fullSession(), outer, inner, value)), {});

    REQUIRE_FALSE(facts);
    CHECK(facts.error().detail.startsWith(outer + u'.' + inner + u": "_s));
}

TEST_CASE("Limits are held to what can be")
{
    const auto limitsFor = [](const QJsonValue &value) {
        const QJsonObject session = changed(fullSession(), u"limits"_s, u"replyMessage"_s, value);
        return *readSession(toJson(changed(session, u"limits"_s, u"respondWithinHours"_s, value)), {});
    };
    CHECK(limitsFor(-5).replyMessageLimit == 0);
    CHECK(limitsFor(-5).respondWithinHours == 0);
    CHECK(limitsFor(1e18).replyMessageLimit == 4000); // No message may be longer by the contract
    CHECK(limitsFor(1e18).respondWithinHours == 24 * 366 * 100);
}

TEST_CASE("An outcome is read with what it changed")
{
    QJsonObject outcome = fromJson(R"({"operationId":"0B5A4B5E-1111-4222-8333-444455556666","result":"same_decision",
        "replayed":true,"appliedAt":"2026-11-23T09:30:00Z"})");
    outcome[u"changes"_s] = QJsonArray{fullChange(u"invitation"_s), 1};

    const auto read = readOutcome(toJson(outcome));

    REQUIRE(read);
    CHECK(read->operationId == u"0b5a4b5e-1111-4222-8333-444455556666"_s);
    CHECK(read->sameDecision);
    CHECK(read->replayed);
    CHECK(read->appliedAt == instantFromMs(1795426200000));
    REQUIRE(read->changes.size() == 2);
    CHECK(std::holds_alternative<Unreadable>(read->changes[1]));
}

TEST_CASE("An outcome that lacks everything or has it wrong still says that it was done")
{
    const QByteArray json =
        GENERATE(QByteArray("{}"),
                 QByteArray(R"({"operationId":1,"result":"half_applied","replayed":"x","appliedAt":3,"changes":{}})"));

    const auto read = readOutcome(json);

    REQUIRE(read);
    CHECK_FALSE(read->sameDecision);
    CHECK(read->changes.empty());
}

TEST_CASE("An outcome that is no JSON is an error for its caller to judge")
{
    CHECK(readOutcome("done").error().kind == ErrorKind::Unreadable);
}

TEST_CASE("A problem is read with what stands in the way")
{
    QJsonObject json = fromJson(R"({"type":"about:blank","title":"No","status":422,"code":"message_too_long",
        "detail":"Too long","field":"message","permission":"create_clients"})");
    json[u"current"_s] = fullChange(u"invitation"_s);

    const auto problem = readProblem(toJson(json));

    REQUIRE(problem);
    CHECK(problem->code == u"message_too_long"_s);
    CHECK(problem->detail == u"Too long"_s);
    CHECK(problem->field == u"message"_s);
    CHECK(problem->permission == u"create_clients"_s);
    REQUIRE(problem->current.size() == 1);
    CHECK(std::holds_alternative<Invitation>(problem->current.front()));
}

TEST_CASE("A problem needs its code and nothing else")
{
    const auto problem = readProblem(R"({"code":"x","detail":5,"field":null,"current":"gone"})");
    REQUIRE(problem);
    CHECK(problem->detail.isEmpty());
    CHECK(problem->current.empty());

    CHECK_FALSE(readProblem(R"({"title":"No"})"));
    CHECK_FALSE(readProblem(R"({"code":403})"));
    CHECK_FALSE(readProblem("<html>"));
}

TEST_CASE("Requests are spelled as the contract says")
{
    CHECK(sessionRequest() == Request{Request::Verb::Get, u"/v1/session"_s, {}});
    CHECK(changesRequest({}, 0).path == u"/v1/changes?limit=1"_s);
    CHECK(changesRequest({}, 9999).path == u"/v1/changes?limit=2000"_s);
    CHECK(changesRequest(u"a+/=:&b"_s, 500).path == u"/v1/changes?limit=500&since=a%2B%2F%3D%3A%26b"_s);
    CHECK(operationRequest(*OperationId::parse(u"{0B5A4B5E-1111-4222-8333-444455556666}"_s), "{}") ==
          Request{Request::Verb::Put, u"/v1/operations/0b5a4b5e-1111-4222-8333-444455556666"_s, "{}"});
}
