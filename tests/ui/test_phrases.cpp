#include "tests/support/catch.h"
#include "ui/common/phrases.h"

#include <QDateTime>

using namespace std::chrono_literals;

namespace {

Instant local(int year, int month, int day, int hour, int minute)
{
    return instantFromMs(QDateTime(QDate(year, month, day), QTime(hour, minute)).toMSecsSinceEpoch());
}

const Instant now = local(2026, 11, 23, 19, 30);

} // namespace

TEST_CASE("What was sent is so and so long ago, rounded down")
{
    CHECK(Phrases::ago(now, now) == QStringLiteral("just now"));
    CHECK(Phrases::ago(now - 59s, now) == QStringLiteral("just now"));
    CHECK(Phrases::ago(now - 5min, now) == QStringLiteral("5 min ago"));
    CHECK(Phrases::ago(now - 34h - 59min, now) == QStringLiteral("34 h ago"));
    CHECK(Phrases::ago(now - 48h, now) == QStringLiteral("2 d ago"));
}

TEST_CASE("What comes from a clock that runs ahead was just now")
{
    CHECK(Phrases::ago(now + 1h, now) == QStringLiteral("just now"));
    CHECK(Phrases::spokenAgo(now + 1h, now) == QStringLiteral("just now"));
}

TEST_CASE("One of a thing is spoken of in the singular")
{
    CHECK(Phrases::spokenAgo(now - 1min, now) == QStringLiteral("1 minute ago"));
    CHECK(Phrases::spokenAgo(now - 1h, now) == QStringLiteral("1 hour ago"));
    CHECK(Phrases::spokenAnswerIn(now + 1h, now) == QStringLiteral("answer within 1 hour"));
    CHECK(Phrases::spokenAnswerIn(now - 1h, now) == QStringLiteral("overdue by 1 hour"));
}

TEST_CASE("The response clock says what is left, and then what it is over")
{
    CHECK(Phrases::answerIn(now + 14h, now) == QStringLiteral("answer in 14 h"));
    CHECK(Phrases::answerIn(now + 14h + 59min, now) == QStringLiteral("answer in 14 h"));
    CHECK(Phrases::answerIn(now + 30s, now) == QStringLiteral("answer in under 1 min"));
    CHECK(Phrases::answerIn(now, now) == QStringLiteral("due now"));
    CHECK(Phrases::answerIn(now - 1h, now) == QStringLiteral("1 h overdue"));
    CHECK(Phrases::answerIn(now - 72h, now) == QStringLiteral("3 d overdue"));
    CHECK(Phrases::spokenAnswerIn(now + 14h, now) == QStringLiteral("answer within 14 hours"));
}

TEST_CASE("A moment of this year has no year, another year's has")
{
    CHECK(Phrases::moment(local(2026, 11, 22, 9, 30), now) == QStringLiteral("Sun 22 Nov, 09:30"));
    CHECK(Phrases::moment(local(2025, 12, 31, 23, 5), now) == QStringLiteral("Wed 31 Dec 2025, 23:05"));
}

TEST_CASE("Today's time of day stands alone")
{
    CHECK(Phrases::timeOfDay(local(2026, 11, 23, 14, 2), now) == QStringLiteral("14:02"));
    CHECK(Phrases::timeOfDay(local(2026, 11, 22, 14, 2), now) == QStringLiteral("Sun 22 Nov, 14:02"));
}

TEST_CASE("A moment at the end of time does not break a phrase")
{
    const Instant never = instantFromMs(8'000'000'000'000'000);

    CHECK_FALSE(Phrases::moment(never, now).isEmpty());
    CHECK_FALSE(Phrases::answerIn(never, now).isEmpty());
}
