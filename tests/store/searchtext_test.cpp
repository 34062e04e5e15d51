#include "core/store/searchtext.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("Case and marks don't tell texts apart")
{
    CHECK(searchable(u"Café ÅNGSTRÖM"_s) == u"cafe angstrom"_s);
    CHECK(searchable(u"Cafe\u0301"_s) == searchable(u"CAFÉ"_s));
    CHECK(searchable(u"Straße"_s) == searchable(u"STRASSE"_s));
    CHECK(searchable(u"İstanbul"_s) == searchable(u"istanbul"_s));
}

TEST_CASE("Compatibility forms are the letters they stand for")
{
    CHECK(searchable(u"ＡＢＣ"_s) == u"abc"_s);
    CHECK(searchable(u"ﬁnance"_s) == u"finance"_s);
}

TEST_CASE("Control characters part words, invisible ones don't")
{
    CHECK(searchWords(QString(u"a\0b"_s)) == QStringList{u"a"_s, u"b"_s});
    CHECK(searchable(u"\u202Eabc\u200F"_s) == u"abc"_s);
}

TEST_CASE("A lone surrogate is not lost and does no harm")
{
    const QString lone = u"a"_s + QChar(0xD800) + u"b"_s;
    CHECK(searchable(lone).size() >= 2);
}

TEST_CASE("Words are cut at white space and asked once")
{
    CHECK(searchWords(u"  Acme\tACME  Ltd "_s) == QStringList{u"acme"_s, u"ltd"_s});
    CHECK(searchWords(u" \n "_s).isEmpty());
}

TEST_CASE("The index is asked from three characters on, however they are stored")
{
    CHECK_FALSE(isIndexed(u"東京"_s));
    CHECK(isIndexed(u"東京都"_s));
    CHECK_FALSE(isIndexed(u"\U0001F600\U0001F601"_s));
    CHECK(isIndexed(u"\U0001F600\U0001F601\U0001F602"_s));
}

TEST_CASE("Quotes in a word stay in the word")
{
    CHECK(matchExpression({u"a\"b"_s, u"NOT"_s}) == u"\"a\"\"b\" \"NOT\""_s);
}
