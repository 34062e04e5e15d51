#include "core/domain/responseclock.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;

namespace {

const Instant sent = instantFromMs(1795426200000);

} // namespace

TEST_CASE("An answer is due the practice's response time after the invitation was sent")
{
    CHECK(dueAt(sent, 48) == sent + 48h);
    CHECK(dueAt(sent, 0) == sent);
}

TEST_CASE("The response clock runs from in time over due soon to overdue, to the millisecond")
{
    const Instant due = dueAt(sent, 48);

    CHECK(urgency(due, sent) == Urgency::InTime);
    CHECK(urgency(due, due - 12h) == Urgency::InTime);
    CHECK(urgency(due, due - 12h + 1ms) == Urgency::DueSoon);
    CHECK(urgency(due, due - 1ms) == Urgency::DueSoon);
    CHECK(urgency(due, due) == Urgency::Overdue);
    CHECK(urgency(due, due + 8760h) == Urgency::Overdue);
}
