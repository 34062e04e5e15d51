#include "core/api/httpheaders.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;

TEST_CASE("An HTTP date is read, and nothing like one")
{
    CHECK(readHttpDate("Sun, 06 Nov 1994 08:49:37 GMT") == instantFromMs(784111777000));
    CHECK(readHttpDate(" Sun, 29 Mar 2026 02:30:00 GMT ") == instantFromMs(1774751400000));
    CHECK_FALSE(readHttpDate(""));
    CHECK_FALSE(readHttpDate("Sun, 06 Nov 1994 08:49:37 CET"));
    CHECK_FALSE(readHttpDate("Sun, 31 Nov 1994 08:49:37 GMT"));
    CHECK_FALSE(readHttpDate("1994-11-06T08:49:37Z"));
    CHECK_FALSE(readHttpDate("Sun, 06 Nov 1994T08:49:37 GMT"));
    CHECK_FALSE(readHttpDate("\0\xff"));
}

TEST_CASE("Retry-After is seconds, or a date counted from Date, up to an hour")
{
    const std::optional<Instant> date = readHttpDate("Sun, 06 Nov 1994 08:00:00 GMT");

    CHECK(readRetryAfter("0", {}) == Milliseconds(0));
    CHECK(readRetryAfter(" 120 ", {}) == Milliseconds(2min));
    CHECK(readRetryAfter("7200", {}) == Milliseconds(1h));
    CHECK(readRetryAfter("99999999999999999999", {}) == Milliseconds(1h));
    CHECK(readRetryAfter("Sun, 06 Nov 1994 08:00:30 GMT", date) == Milliseconds(30s));
    CHECK(readRetryAfter("Sun, 06 Nov 1994 07:00:00 GMT", date) == Milliseconds(0));
    CHECK(readRetryAfter("Mon, 07 Nov 1994 07:00:00 GMT", date) == Milliseconds(1h));
    CHECK_FALSE(readRetryAfter("Sun, 06 Nov 1994 08:00:30 GMT", {}));
    CHECK_FALSE(readRetryAfter("-1", date));
    CHECK_FALSE(readRetryAfter("1.5", date));
    CHECK_FALSE(readRetryAfter("soon", date));
    CHECK_FALSE(readRetryAfter("", date));
}

TEST_CASE("A media type is compared without case and parameters")
{
    CHECK(mediaType("Text/Event-Stream ; charset=utf-8") == "text/event-stream");
    CHECK(mediaType("") == "");
    CHECK(mediaType(";") == "");
}
