#include "core/api/codec.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("Times of RFC 3339 are read to the millisecond, whatever their offset and fraction")
{
    const auto [text, ms] = GENERATE(table<QString, long long>({
        {u"1970-01-01T00:00:00Z"_s, 0},
        {u"2026-11-23T09:30:00Z"_s, 1795426200000},
        {u"2026-11-23t09:30:00z"_s, 1795426200000},
        {u"2026-11-23T09:30:00.5Z"_s, 1795426200500},
        {u"2026-11-23T09:30:00.12Z"_s, 1795426200120},
        {u"2026-11-23T09:30:00.999999999999999999999Z"_s, 1795426200999},
        {u"2026-11-23T09:30:00.0009Z"_s, 1795426200000},
        {u"2026-11-23T15:15:00+05:45"_s, 1795426200000},
        {u"2026-11-22T23:30:00-10:00"_s, 1795426200000},
        {u"2026-11-23T09:30:00-00:00"_s, 1795426200000},
        {u"2016-12-31T23:59:60Z"_s, 1483228800000},
        {u"2024-02-29T00:00:00Z"_s, 1709164800000},
        {u"1969-12-31T23:59:59.999Z"_s, -1},
        {u"0000-01-01T00:00:00Z"_s, -62167219200000},
        {u"9999-12-31T23:59:59.999Z"_s, 253402300799999},
    }));

    const auto time = readTime(text);

    INFO(text.toStdString());
    REQUIRE(time);
    CHECK(msSinceEpoch(*time) == ms);
}

TEST_CASE("What is no time of RFC 3339 is none")
{
    const QString text = GENERATE(
        u""_s, u"now"_s, u"2026-11-23"_s, u"2026-11-23T09:30Z"_s, u"2026-11-23T09:30:00"_s, u"2026-11-23 09:30:00Z"_s,
        u"2026-02-29T00:00:00Z"_s, u"2026-13-01T00:00:00Z"_s, u"2026-00-01T00:00:00Z"_s, u"2026-11-31T00:00:00Z"_s,
        u"2026-11-23T24:00:00Z"_s, u"2026-11-23T09:60:00Z"_s, u"2026-11-23T09:30:61Z"_s, u"2026-11-23T09:30:00.Z"_s,
        u"2026-11-23T09:30:00,5Z"_s, u"2026-11-23T09:30:00+24:00"_s, u"2026-11-23T09:30:00+0100"_s,
        u"2026-11-23T09:30:00+01"_s, u"2026-11-23T09:30:00Zx"_s, u" 2026-11-23T09:30:00Z"_s, u"20261-11-23T09:30:00Z"_s,
        u"+2026-11-23T09:30:00Z"_s, u"-001-11-23T09:30:00Z"_s, u"٢٠٢٦-11-23T09:30:00Z"_s);

    INFO(text.toStdString());
    CHECK_FALSE(readTime(text));
}

TEST_CASE("A time is written in UTC, with milliseconds where it has some")
{
    CHECK(writeTime(instantFromMs(1795426200000)) == u"2026-11-23T09:30:00Z"_s);
    CHECK(writeTime(instantFromMs(1795426200007)) == u"2026-11-23T09:30:00.007Z"_s);
    CHECK(writeTime(instantFromMs(-1)) == u"1969-12-31T23:59:59.999Z"_s);
}

TEST_CASE("A clock that is far off still writes a time that can be read")
{
    const long long most = std::numeric_limits<long long>::max();
    CHECK(writeTime(instantFromMs(most)) == u"9999-12-31T23:59:59.999Z"_s);
    CHECK(writeTime(instantFromMs(-most)) == u"0000-01-01T00:00:00Z"_s);
}

TEST_CASE("What is written is read back")
{
    for (long long ms = -62167219200000; ms < 253402300799999; ms += 86'399'123'457) {
        const Instant instant = instantFromMs(ms);
        REQUIRE(readTime(writeTime(instant)) == instant);
    }
}
