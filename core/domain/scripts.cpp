#include "core/domain/scripts.h"

#include <QStringList>

#include <algorithm>
#include <initializer_list>

namespace {

using Scripts = std::vector<QChar::Script>;

/// What people take for one word.
struct Word
{
    QString text;
    Scripts scripts; ///< In the order in which they come
    bool looksLatin = true;
};

bool isLetter(char32_t c)
{
    return QChar::isLetter(c) && QChar::script(c) > QChar::Script_Common; // Above unknown, inherited and common
}

void add(Scripts &scripts, QChar::Script script)
{
    if (std::find(scripts.begin(), scripts.end(), script) == scripts.end())
        scripts.push_back(script);
}

bool looksLatin(char32_t c)
{
    // From Unicode's confusables.txt: those that a reader can't tell from a Latin letter in most typefaces.
    static const QString alike = QStringLiteral("АВЕЁКМНОРСТУХІЇЈЅԚԜаеёорсухіїјѕһԁԛԝѵ"
                                                "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυ");
    return c < 0x10000 && alike.contains(QChar(char16_t(c)));
}

/// Legal forms that look Latin and stand beside Latin names every day.
bool isLegalForm(const QString &word)
{
    static const QStringList forms{
        QStringLiteral("ООО"), QStringLiteral("ОАО"),  QStringLiteral("АО"),  QStringLiteral("ТОО"), QStringLiteral("ТОВ"),
        QStringLiteral("ΑΕ"),  QStringLiteral("ΑΒΕΕ"), QStringLiteral("ΙΚΕ"), QStringLiteral("ΟΕ"),  QStringLiteral("ΕΕ")};
    return forms.contains(word);
}

bool isWithin(const Scripts &scripts, std::initializer_list<QChar::Script> allowed)
{
    return std::all_of(scripts.begin(), scripts.end(), [&allowed](QChar::Script script) {
        return script == QChar::Script_Latin || std::find(allowed.begin(), allowed.end(), script) != allowed.end();
    });
}

bool mayStandTogether(const Scripts &scripts)
{
    return scripts.size() < 2 ||
           isWithin(scripts, {QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Katakana}) ||
           isWithin(scripts, {QChar::Script_Han, QChar::Script_Bopomofo}) ||
           isWithin(scripts, {QChar::Script_Han, QChar::Script_Hangul});
}

std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    bool inside = false;
    for (const char32_t c : text.toUcs4()) {
        // Marks, digits and what can't be seen don't end a word: "аc\u200Bme" is one to its reader.
        const bool goesOn = QChar::isLetterOrNumber(c) || QChar::isMark(c) || QChar::category(c) == QChar::Other_Format;
        if (goesOn && !inside)
            words.emplace_back();
        inside = goesOn;
        if (!inside || !isLetter(c))
            continue;
        Word &word = words.back();
        word.text += QString::fromUcs4(&c, 1);
        add(word.scripts, QChar::script(c));
        word.looksLatin = word.looksLatin && looksLatin(c);
    }
    return words;
}

bool isLatin(const Word &word)
{
    return word.scripts == Scripts{QChar::Script_Latin};
}

bool passesForLatin(const Word &word)
{
    return !word.scripts.empty() && word.looksLatin && !isLegalForm(word.text);
}

} // namespace

std::vector<QChar::Script> mixedScripts(const QString &text)
{
    const std::vector<Word> words = wordsOf(text);
    const bool besideLatin = std::any_of(words.begin(), words.end(), isLatin);
    Scripts mixed;
    for (const Word &word : words) {
        if (mayStandTogether(word.scripts) && !(besideLatin && passesForLatin(word)))
            continue;
        for (const QChar::Script script : word.scripts)
            add(mixed, script);
    }
    if (mixed.size() == 1) // A word that passes for Latin: what it stands beside is the other one
        mixed.insert(mixed.begin(), QChar::Script_Latin);
    return mixed;
}

std::vector<char32_t> lettersOf(const QString &text, QChar::Script script, size_t most)
{
    std::vector<char32_t> letters;
    for (const char32_t c : text.toUcs4()) {
        const bool known = std::find(letters.begin(), letters.end(), c) != letters.end();
        if (isLetter(c) && QChar::script(c) == script && !known && letters.size() < most)
            letters.push_back(c);
    }
    return letters;
}
