#include "tests/support/catch.h"
#include "ui/common/plaintext.h"
#include "ui/common/twolinerow.h"

TEST_CASE("Initials are the first letters, as people see letters, of the first two words")
{
    CHECK(initials(QStringLiteral("Northwind Trading Ltd")) == QStringLiteral("NT"));
    CHECK(initials(QStringLiteral("zeta")) == QStringLiteral("Z"));
    CHECK(initials(QStringLiteral("<b>(Acme) \"Co\"")) == QStringLiteral("BC"));
    CHECK(initials(QStringLiteral("株式会社さくら")) == QStringLiteral("株"));
    CHECK(initials(QStringLiteral("\u200BE\u0301clair")) == QStringLiteral("E\u0301"));
    CHECK(initials(QString()).isEmpty());
}

TEST_CASE("A name that has nothing but marks has no initials of their codes, and a tile that is not empty")
{
    for (const QString &name : {QStringLiteral("\u200B"), QStringLiteral("\u202E\u2066 \uFEFF"), QStringLiteral("***")}) {
        CHECK(initials(oneLine(name)).isEmpty());
        CHECK(tileLetters(oneLine(name)) == QStringLiteral("?"));
    }
    CHECK(tileLetters(companyLine(QStringLiteral(" "))) == QStringLiteral("?"));
    CHECK(tileLetters(oneLine(QStringLiteral("\u200BAcme"))) == QStringLiteral("A"));
}

TEST_CASE("A tile's letters can be read in both themes, whatever the name")
{
    for (int i = 0; i < 2'000; ++i) {
        const QString name = QStringLiteral("Company %1").arg(i);
        for (const bool dark : {false, true}) {
            const TileColours colours = tileColours(name, dark);
            REQUIRE(contrast(colours.text, colours.background) >= 4.5);
        }
    }
}
