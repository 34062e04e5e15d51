#include "core/sync/verdict.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"
#include "tests/support/faketransport.h"

using namespace std::chrono_literals;
using What = Verdict::What;

namespace {

Operation acceptance()
{
    return builders::operation(builders::accept(QStringLiteral("i1")));
}

QByteArray decidedBy(const char *status, const char *name)
{
    const QJsonObject members = builders::invitation({{QStringLiteral("status"), QString::fromLatin1(status)},
                                                      {QStringLiteral("decidedByName"), QString::fromLatin1(name)}});
    return "\"current\":" +
           builders::text(builders::change(QStringLiteral("invitation"), QStringLiteral("i1"), 7, members));
}

QByteArray outcome(const char *result, bool replayed = false)
{
    return builders::outcome(acceptance().id.text(), {}, QString::fromLatin1(result), replayed);
}

struct Row
{
    const char *name;
    Response response;
    What what;
    EndKind kind = EndKind::None;
    Trouble trouble = Trouble::None;
    bool provesNothingDone = false;
};

Response typed(Response response, const char *contentType)
{
    response.contentType = contentType;
    return response;
}

Response unmarked(Response response)
{
    response.fromService = false;
    return response;
}

std::vector<Row> doneRows()
{
    return {
        {"201 applied", answers::json(201, outcome("applied")), What::Ack},
        {"200 replayed", answers::json(200, outcome("applied", true)), What::Ack},
        {"200 same_decision", answers::json(200, outcome("same_decision")), What::Ack, EndKind::SameDecision},
        {"201 with an unknown result", answers::json(201, outcome("deferred")), What::Ack},
        {"200 with an id in upper case",
         answers::json(200, outcome("applied").toUpper().replace("OPERATIONID", "operationId")), What::Ack},
        {"200 that names another operation",
         answers::json(200, builders::outcome(QStringLiteral("00000000-0000-4000-8000-000000000009"), {})),
         What::GiveBack, EndKind::None, Trouble::Blocked},
        {"200 that can't be read", answers::json(200, "[]"), What::GiveBack, EndKind::None, Trouble::Blocked},
        {"200 as text", typed(answers::json(200, outcome("applied")), "text/html"), What::GiveBack, EndKind::None,
         Trouble::Blocked},
        {"204", typed(answers::json(204, {}), ""), What::GiveBack, EndKind::None, Trouble::Blocked},
    };
}

std::vector<Row> conflictRows()
{
    return {
        {"409 already_decided", answers::problem(409, "already_decided"), What::Conflict, EndKind::DecidedOtherwise},
        {"409 invitation_withdrawn", answers::problem(409, "invitation_withdrawn"), What::Conflict, EndKind::Withdrawn},
        {"409 invitation_expired", answers::problem(409, "invitation_expired"), What::Conflict, EndKind::Expired},
        {"409 invitation_superseded", answers::problem(409, "invitation_superseded"), What::Conflict,
         EndKind::Superseded},
        {"409 already_connected", answers::problem(409, "already_connected"), What::Conflict,
         EndKind::AlreadyConnected},
        {"409 branch_unavailable", answers::problem(409, "branch_unavailable"), What::Conflict,
         EndKind::BranchUnavailable},
        {"409 unknown", answers::problem(409, "moon_in_the_way"), What::Conflict, EndKind::OtherConflict},
        {"412", answers::problem(412, "revision_mismatch"), What::Conflict, EndKind::Changed},
    };
}

std::vector<Row> refusalRows()
{
    return {
        {"404", answers::problem(404, "not_found"), What::Fail, EndKind::NotFound},
        {"403 permission_denied", answers::problem(403, "permission_denied"), What::Fail, EndKind::PermissionDenied},
        {"403 unknown", answers::problem(403, "go_away"), What::Fail, EndKind::Refused},
        {"422 with a field", answers::problem(422, "message_too_long", R"("field":"message")"), What::Fail,
         EndKind::Refused},
        {"422 operation_reused", answers::problem(422, "operation_reused"), What::Fail, EndKind::OurFault},
        {"400", answers::problem(400, "invalid_request"), What::Fail, EndKind::OurFault},
        {"413", answers::problem(413, "invalid_request"), What::Fail, EndKind::OurFault},
        {"415", answers::problem(415, "invalid_request"), What::Fail, EndKind::OurFault},
        {"402", answers::problem(402, "payment_needed"), What::Fail, EndKind::Refused},
        {"410", answers::problem(410, "gone"), What::Fail, EndKind::Refused},
        {"451 of tomorrow", answers::problem(451, "unheard_of"), What::Fail, EndKind::Refused},
    };
}

std::vector<Row> notNowRows()
{
    return {
        {"401", answers::problem(401, "unauthenticated"), What::SignOut, EndKind::None, Trouble::None, true},
        {"401 without a body", typed(answers::json(401, {}), ""), What::SignOut, EndKind::None, Trouble::None, true},
        {"403 client_too_old", answers::problem(403, "client_too_old"), What::TooOld, EndKind::None, Trouble::None,
         true},
        {"409 operation_in_progress", answers::problem(409, "operation_in_progress"), What::GiveBack},
        {"408", answers::problem(408, "timeout"), What::GiveBack, EndKind::None, Trouble::Service},
        {"425", answers::problem(425, "too_early"), What::GiveBack, EndKind::None, Trouble::Service, true},
        {"429", answers::problem(429, "too_many_requests"), What::GiveBack, EndKind::None, Trouble::Service, true},
        {"500", answers::problem(500, "unavailable"), What::GiveBack, EndKind::None, Trouble::Service},
        {"503 that can't be read", typed(answers::json(503, "<html>"), "text/html"), What::GiveBack, EndKind::None,
         Trouble::Service},
        {"no answer", answers::lost(), What::GiveBack, EndKind::None, Trouble::NoAnswer},
        {"an untrusted certificate", answers::untrusted(), What::GiveBack, EndKind::None, Trouble::Untrusted},
        {"a portal's 200", answers::portal(200), What::GiveBack, EndKind::None, Trouble::Blocked},
        {"a portal's 401", answers::portal(401), What::GiveBack, EndKind::None, Trouble::Blocked},
        {"a portal's 403", answers::portal(403), What::GiveBack, EndKind::None, Trouble::Blocked},
        {"a proxy's 429", answers::portal(429), What::GiveBack, EndKind::None, Trouble::Blocked},
        {"201 without the service's mark", unmarked(answers::json(201, outcome("applied"))), What::GiveBack, EndKind::None,
         Trouble::Blocked},
        {"403 without the service's mark", unmarked(answers::problem(403, "permission_denied")), What::GiveBack,
         EndKind::None, Trouble::Blocked},
        {"a redirect", answers::json(302, {}), What::GiveBack, EndKind::None, Trouble::Blocked},
        {"404 as a page", typed(answers::problem(404, "not_found"), "text/html"), What::GiveBack, EndKind::None,
         Trouble::Blocked},
        {"409 that can't be read", answers::json(409, "{"), What::GiveBack, EndKind::None, Trouble::Blocked},
    };
}

void checkRows(const std::vector<Row> &rows)
{
    for (const Row &row : rows) {
        INFO(row.name);
        const Verdict verdict = judge(acceptance(), row.response);
        CHECK(static_cast<int>(verdict.what) == static_cast<int>(row.what));
        CHECK(static_cast<int>(verdict.end.kind) == static_cast<int>(row.kind));
        CHECK(static_cast<int>(verdict.trouble) == static_cast<int>(row.trouble));
        CHECK(verdict.provesNothingDone == row.provesNothingDone);
    }
}

} // namespace

TEST_CASE("An answer that it was done acknowledges, whatever its words", "[verdict]")
{
    checkRows(doneRows());
}

TEST_CASE("What stands in the way is a conflict that says what it is", "[verdict]")
{
    checkRows(conflictRows());
}

TEST_CASE("A refusal fails and says why", "[verdict]")
{
    checkRows(refusalRows());
}

TEST_CASE("What can pass, and what did not come from the service, gives the row back", "[verdict]")
{
    checkRows(notNowRows());
}

TEST_CASE("An answer to a request that went out twice proves nothing about the first", "[verdict]")
{
    for (const int status : {401, 425, 429}) {
        Response response = answers::problem(status, "later");
        response.sentTwice = true;
        CHECK_FALSE(judge(acceptance(), response).provesNothingDone);
    }
    Response tooOld = answers::problem(403, "client_too_old");
    tooOld.sentTwice = true;
    CHECK_FALSE(judge(acceptance(), tooOld).provesNothingDone);
}

TEST_CASE("A conflict carries who decided, and the invitation as it now is", "[verdict]")
{
    const Response response = answers::problem(409, "already_decided", decidedBy("rejected", "Priya Shah"));

    const Verdict verdict = judge(acceptance(), response);

    CHECK(verdict.end.byName == QStringLiteral("Priya Shah"));
    CHECK(verdict.end.status == InvitationStatus::Rejected);
    CHECK(verdict.changes.size() == 1);
}

TEST_CASE("A refusal carries the field and the permission that it names", "[verdict]")
{
    const Verdict refused = judge(acceptance(), answers::problem(422, "message_too_long", R"("field":"message")"));
    const Verdict denied =
        judge(acceptance(), answers::problem(403, "permission_denied", R"("permission":"create_clients")"));

    CHECK(refused.end.field == QStringLiteral("message"));
    CHECK(denied.end.permission == QStringLiteral("create_clients"));
}

TEST_CASE("A refusal that is not about words names no field, and carries its code", "[verdict]")
{
    const Verdict refused = judge(acceptance(), answers::problem(402, "payment_needed"));

    CHECK(refused.end.field.isEmpty());
    CHECK(refused.end.code == QStringLiteral("payment_needed"));
}

TEST_CASE("What the service asks one to wait is passed on", "[verdict]")
{
    const Response busy = answers::withRetryAfter(answers::problem(503, "unavailable"), 90s);
    const Response running = answers::withRetryAfter(answers::problem(409, "operation_in_progress"), 3s);

    CHECK(judge(acceptance(), busy).retryAfter == Milliseconds(90s));
    CHECK(judge(acceptance(), running).retryAfter == Milliseconds(3s));
}
