#include "ui/common/unseen.h"

#include <algorithm>
#include <initializer_list>

namespace {

bool isBetween(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

bool isVariationSelector(char32_t c)
{
    return isBetween(c, 0xFE00, 0xFE0F) || isBetween(c, 0xE0100, 0xE01EF) || isBetween(c, 0x180B, 0x180D) || c == 0x180F;
}

/// Part of an emoji that may go on: with a joiner, a variation selector, a tag.
bool isPicture(char32_t c)
{
    return QChar::category(c) == QChar::Symbol_Other || QChar::category(c) == QChar::Symbol_Modifier ||
           isVariationSelector(c) || isBetween(c, 0xE0020, 0xE007F) || c == 0x20E3 || c == 0x200D;
}

bool isOneOf(QChar::Script script, std::initializer_list<QChar::Script> scripts)
{
    return std::find(scripts.begin(), scripts.end(), script) != scripts.end();
}

/// Letters of these scripts, digits and blanks look the same with a joiner as without.
bool looksTheSameJoined(char32_t c)
{
    return isOneOf(QChar::script(c),
                   {QChar::Script_Unknown, QChar::Script_Common, QChar::Script_Latin, QChar::Script_Greek,
                    QChar::Script_Cyrillic, QChar::Script_Armenian, QChar::Script_Hebrew, QChar::Script_Georgian,
                    QChar::Script_Hangul, QChar::Script_Hiragana, QChar::Script_Katakana, QChar::Script_Bopomofo,
                    QChar::Script_Han});
}

bool isUnseenSelector(char32_t c, char32_t before)
{
    // Letters of these scripts have variants, and so has the letter that is an emoji. A picture or a digit may have one.
    const bool varies = before == 0x2139 || isOneOf(QChar::script(before), {QChar::Script_Han, QChar::Script_Mongolian,
                                                                            QChar::Script_Myanmar, QChar::Script_PhagsPa});
    return isVariationSelector(c) && !varies && (before == 0 || QChar::isLetter(before) || QChar::isSpace(before));
}

/// Those that are never seen, wherever they stand: from Unicode's Default_Ignorable_Code_Point, with the blanks that are
/// no spaces.
bool isNeverSeen(char32_t c)
{
    static constexpr struct
    {
        char32_t first;
        char32_t last;
    } ranges[] = {{0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},   {0x115F, 0x1160},   {0x17B4, 0x17B5},
                  {0x180E, 0x180E}, {0x200B, 0x200B}, {0x200E, 0x200F}, {0x202A, 0x202E},   {0x2060, 0x206F},
                  {0x2800, 0x2800}, {0x3164, 0x3164}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},
                  {0x1D173, 0x1D17A}, {0xE0000, 0xE001F}, {0xE0080, 0xE00FF}, {0xE01F0, 0xE0FFF}};
    for (const auto &range : ranges) {
        if (isBetween(c, range.first, range.last))
            return true;
    }
    return false;
}

} // namespace

bool isUnseen(char32_t c, char32_t before)
{
    if (c == 0x200C || c == 0x200D)
        return before == 0 || (looksTheSameJoined(before) && !isPicture(before));
    if (isBetween(c, 0xE0020, 0xE007F))
        return before != 0x1F3F4 && !isBetween(before, 0xE0020, 0xE007F); // The flags of England, Scotland, Wales
    return isNeverSeen(c) || isUnseenSelector(c, before);
}

QString codePoint(char32_t c)
{
    return QStringLiteral("<U+%1>").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
}
