#include "core/domain/id.h"
#include "core/domain/operationid.h"
#include "core/domain/version.h"
#include "tests/support/catch.h"

#include <type_traits>
#include <unordered_set>

using namespace Qt::Literals::StringLiterals;

TEST_CASE("An id of the contract's pattern is kept as it came")
{
    const QString text = GENERATE(u"a"_s, u"AZaz09_.:-"_s, u"_x"_s, u":x"_s, u"-x"_s, u"0"_s, QString(64, u'x'));

    REQUIRE(InvitationId::parse(text));
    CHECK(InvitationId::parse(text)->text() == text);
}

TEST_CASE("What is no id of the contract's can't be made")
{
    const QString text =
        GENERATE(u""_s, u".x"_s, u"a b"_s, u"a/b"_s, u"é"_s, u"a\n"_s, u"a\0"_s, u"a%2F"_s, u"١"_s, QString(65, u'x'));

    CHECK_FALSE(InvitationId::parse(text));
}

TEST_CASE("Ids of different kinds can't be mixed up")
{
    STATIC_REQUIRE_FALSE(std::is_convertible_v<InvitationId, ClientId>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<InvitationId, QString>);
    STATIC_REQUIRE_FALSE(std::is_default_constructible_v<InvitationId>);
}

TEST_CASE("Ids compare with case, and serve as keys")
{
    const auto a = *BranchId::parse(u"a"_s);
    const auto upper = *BranchId::parse(u"A"_s);

    CHECK_FALSE(a == upper);
    CHECK(upper < a);
    CHECK(std::unordered_set<BranchId>{a, upper, a}.size() == 2);
}

TEST_CASE("Versions compare as numbers, whatever their digits")
{
    CHECK(*Version::parse(u"9"_s) < *Version::parse(u"10"_s));
    CHECK(*Version::parse(u"0007"_s) == *Version::parse(u"7"_s));
    CHECK(Version::parse(u"9223372036854775807"_s)->number == std::numeric_limits<qint64>::max());
    CHECK(*Version::parse(u"9007199254740993"_s) > *Version::parse(u"9007199254740992"_s)); // Beyond a double
}

TEST_CASE("What is no version is none")
{
    const QString text = GENERATE(u""_s, u"-1"_s, u"+1"_s, u" 1"_s, u"1.0"_s, u"1e3"_s, u"9223372036854775808"_s,
                                  u"00000000000000000001"_s, u"٧"_s, u"x"_s);

    CHECK_FALSE(Version::parse(text));
}

TEST_CASE("An operation's id is a version 4 UUID from the randomness it is given")
{
    const OperationId all = OperationId::fromRandom(~0ULL, ~0ULL);
    const OperationId none = OperationId::fromRandom(0, 0);

    CHECK(all.text() == u"ffffffff-ffff-4fff-bfff-ffffffffffff"_s);
    CHECK(none.text() == u"00000000-0000-4000-8000-000000000000"_s);
    CHECK(OperationId::fromRandom(0x0123456789abcdefULL, 0x1122334455667788ULL).text() ==
          u"01234567-89ab-4def-9122-334455667788"_s);
}

TEST_CASE("An operation's id compares without case and reads back what it writes")
{
    const auto id = OperationId::parse(u"0B5A4B5E-1111-4222-8333-444455556666"_s);

    REQUIRE(id);
    CHECK(id->text() == u"0b5a4b5e-1111-4222-8333-444455556666"_s);
    CHECK(OperationId::parse(id->text()) == id);
}

TEST_CASE("What is no UUID is no operation's id")
{
    const QString text = GENERATE(u""_s, u"x"_s, u"00000000-0000-0000-0000-000000000000"_s,
                                  u"0b5a4b5e-1111-4222-8333-44445555666"_s, u"0b5a4b5e-1111-4222-8333-44445555666g"_s);

    CHECK_FALSE(OperationId::parse(text));
}
