#include "app/summons.h"
#include "tests/support/catch.h"

namespace {

InvitationId id(const char *text)
{
    return *InvitationId::parse(QString::fromLatin1(text));
}

} // namespace

TEST_CASE("A summons is read as it was written")
{
    const Summons summons = GENERATE(Summons{}, Summons{id("inv-1")}, Summons{id("a:b.c_d-9")});

    CHECK(readSummons(writeSummons(summons)) == summons);
}

TEST_CASE("The longest id that the contract allows fits into a message")
{
    const Summons summons{*InvitationId::parse(QString(64, u'x'))};

    CHECK(writeSummons(summons).size() <= longestSummons);
    CHECK(readSummons(writeSummons(summons)) == summons);
}

TEST_CASE("Anything else than the two messages is nothing")
{
    const QByteArray line = GENERATE(
        QByteArray(), QByteArray("\n"), QByteArray("show"), QByteArray("SHOW\n"), QByteArray("show \n"),
        QByteArray("show\n\n"), QByteArray("show\nshow\n"), QByteArray("accept invitation i1\n"),
        QByteArray("show invitation \n"), QByteArray("show invitation i1"), QByteArray("show invitation i1 \n"),
        QByteArray("show invitation i1\nshow\n"), QByteArray("show invitation ../i1\n"),
        QByteArray("show invitation \xC3\xA9\n"), QByteArray("show invitation i1\0\n", 20),
        "show invitation " + QByteArray(65, 'x') + '\n', QByteArray(200, 's') + '\n');

    CHECK_FALSE(readSummons(line));
}

TEST_CASE("An address names an invitation, or nothing")
{
    CHECK(readInvitationLink(QStringLiteral("atlas:invitation/inv-1")) == id("inv-1"));
    for (const char *other : {"", "atlas:", "atlas:invitation/", "atlas:invitation/a/b", "atlas:invitation/a?accept=1",
                              "atlas:invitation/a#b", "atlas:invitation/%61", "atlas:accept/inv-1", "atlas://invitation/a",
                              "ATLAS:invitation/a", "https://atlas.example/invitation/a", "atlas:invitation/a b"})
        CHECK_FALSE(readInvitationLink(QString::fromLatin1(other)));
}
