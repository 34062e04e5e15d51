#include "core/domain/scripts.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;

namespace {

using Scripts = std::vector<QChar::Script>;
constexpr auto latin = QChar::Script_Latin;
constexpr auto cyrillic = QChar::Script_Cyrillic;
constexpr auto greek = QChar::Script_Greek;

} // namespace

TEST_CASE("A word of letters that look alike from several scripts is found")
{
    const auto [text, expected] = GENERATE(table<QString, Scripts>({
        {u"\u0410cme Ltd"_s, {cyrillic, latin}},                  // Cyrillic A
        {u"Northw\u0456nd Trading"_s, {latin, cyrillic}},         // Cyrillic i
        {u"\u0391cme"_s, {greek, latin}},                         // Greek Alpha
        {u"Micr\u03BFsoft"_s, {latin, greek}},                    // Greek omicron
        {u"a\u200Bc\u0441ounts"_s, {latin, cyrillic}},            // With a space of no width in it
        {u"amara@cl\u0456ent.example"_s, {latin, cyrillic}},      // In an address
        {u"app.f\u0456skl.example"_s, {latin, cyrillic}},         // In a host
        {u"Асме\u03BFк"_s, {cyrillic, greek}},                    // Without any Latin
        {u"\u0531cme"_s, {QChar::Script_Armenian, latin}},
        {u"\u13AFme"_s, {QChar::Script_Cherokee, latin}},
    }));

    INFO(text.toStdString());
    CHECK(mixedScripts(text) == expected);
}

TEST_CASE("A word that only passes for Latin is found beside a Latin one")
{
    CHECK(mixedScripts(u"\u0410\u0441\u043C\u0435 Ltd"_s) == Scripts{}); // м is seen to be none
    CHECK(mixedScripts(u"\u0410\u0441\u0435 Ltd"_s) == Scripts{latin, cyrillic});
    CHECK(mixedScripts(u"\u0440\u0430\u0443\u0440\u0430.com"_s) == Scripts{latin, cyrillic});
    CHECK(mixedScripts(u"\u0425 Corp"_s) == Scripts{latin, cyrillic});
    CHECK(mixedScripts(u"\u0395\u039F\u039D Energy"_s) == Scripts{latin, greek});
}

TEST_CASE("Names as people have them are not suspected")
{
    const QString name =
        GENERATE(u""_s, u"Northwind Trading Ltd"_s, u"Café Béla Kft."_s, u"Łódź Sp. z o.o."_s, u"ООО «Восток»"_s,
                 u"ООО Acme"_s, u"Яндекс Ltd"_s, u"ΔΕΗ Α.Ε."_s, u"Ελληνική Tech"_s, u"株式会社ABCサービス"_s,
                 u"ソニーSonyそ"_s, u"삼성SDI中國"_s, u"台灣ㄅㄆ3M"_s, u"محمد 123"_s, u"O'Brien & Søn"_s, u"3М"_s,
                 u"नमस्ते Ltd"_s, u"נועה כהן"_s, u"👩‍👧 Family"_s, u"amara@client.example"_s, u"иван@пример.рф"_s,
                 u"иван@пример.com"_s, u"10µm"_s, u"Nº 5"_s, u"x²"_s);

    INFO(name.toStdString());
    CHECK(mixedScripts(name).empty());
}

TEST_CASE("The letters of a script are named, each once and no more than asked")
{
    CHECK(lettersOf(u"\u0410cm\u0435 \u0410\u0441"_s, cyrillic, 8) == std::vector<char32_t>{0x410, 0x435, 0x441});
    CHECK(lettersOf(u"\u0410cm\u0435 \u0410\u0441"_s, cyrillic, 2).size() == 2);
    CHECK(lettersOf(u"Acme"_s, cyrillic, 8).empty());
}
