#include "tests/session/sessionrig.h"
#include "tests/support/builders.h"
#include "tests/support/catch.h"

// What files and prints are made of, through the whole session.
namespace {

Result<RecordList> found(SessionRig &rig, const RecordQuery &query)
{
    std::optional<Result<RecordList>> answer;
    rig.session->findRecords(query, rig.session.get(), [&answer](const Result<RecordList> &list) { answer = list; });
    REQUIRE(eventually([&] { return answer.has_value(); }));
    return *answer;
}

Result<std::vector<Record>> loaded(SessionRig &rig, const RecordList &part)
{
    std::optional<Result<std::vector<Record>>> answer;
    rig.session->loadRecords(part, rig.session.get(),
                             [&answer](const Result<std::vector<Record>> &records) { answer = records; });
    REQUIRE(eventually([&] { return answer.has_value(); }));
    return *answer;
}

} // namespace

TEST_CASE("A record of an invitation that is decided here says so, and not that it was decided", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    REQUIRE(rig.accept(QStringLiteral("i1")));
    const Result<RecordList> list = found(rig, {});
    REQUIRE(list);
    REQUIRE(list->rowids.size() == 2);

    const Result<std::vector<Record>> records = loaded(rig, *list);

    REQUIRE(records);
    int waiting = 0;
    for (const Record &record : *records) {
        const auto &row = std::get<InvitationRecord>(record);
        CHECK(row.invitation.status == InvitationStatus::Pending);
        if (row.local == LocalDecision{LocalDecision::Stage::Waits, true})
            ++waiting;
    }
    CHECK(waiting == 1);
}

TEST_CASE("A list of records is of no use once other files are open", "[livesession]")
{
    SessionRig rig;
    REQUIRE(rig.opensWhole());
    Result<RecordList> list = found(rig, {});
    REQUIRE(list);
    ++list->opening;

    const Result<std::vector<Record>> records = loaded(rig, *list);

    REQUIRE_FALSE(records);
    CHECK(records.error().kind == ErrorKind::SignedOut);
}
