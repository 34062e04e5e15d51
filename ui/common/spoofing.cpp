#include "ui/common/spoofing.h"

#include "core/domain/scripts.h"
#include "ui/common/factsheet.h"
#include "ui/common/plaintext.h"
#include "ui/common/wraplabel.h"

#include <QCoreApplication>

namespace {

QString tr(const char *text, const char *meaning = nullptr)
{
    return QCoreApplication::translate("Spoofing", text, meaning);
}

QString alphabet(QChar::Script script)
{
    if (script == QChar::Script_Latin)
        return tr("Latin");
    if (script == QChar::Script_Cyrillic)
        return tr("Cyrillic");
    if (script == QChar::Script_Greek)
        return tr("Greek");
    return tr("another one", "alphabet");
}

QString alphabets(const QString &text)
{
    QStringList names;
    for (const QChar::Script script : mixedScripts(text))
        names << alphabet(script);
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

void addLetters(QStringList &lines, const QString &text)
{
    constexpr size_t most = 8; // An address made of them has the rest in plain sight
    for (const QChar::Script script : mixedScripts(text)) {
        if (script == QChar::Script_Latin)
            continue;
        for (const char32_t letter : lettersOf(text, script, most)) {
            const QString code = QString::number(uint(letter), 16).toUpper().rightJustified(4, u'0');
            lines << tr("%1 (U+%2) is %3", "letter, its number, its alphabet")
                         .arg(QString::fromUcs4(&letter, 1), code, alphabet(script));
        }
    }
}

} // namespace

QString mixedLettersWarning(const NamesToCheck &names)
{
    QStringList lines;
    const auto warn = [&lines](const QString &text, const char *sentence) {
        const QString mixed = alphabets(text);
        if (!mixed.isEmpty())
            lines << tr(sentence).arg(mixed);
    };
    warn(names.company, QT_TRANSLATE_NOOP("Spoofing", "The company's name mixes letters of several alphabets that look "
                                                      "alike (%1). It may pass for another name."));
    warn(names.owner, QT_TRANSLATE_NOOP("Spoofing", "The owner's name mixes letters of several alphabets that look alike "
                                                    "(%1). It may pass for another name."));
    warn(names.email, QT_TRANSLATE_NOOP("Spoofing", "The e-mail address mixes letters of several alphabets that look "
                                                    "alike (%1). It may pass for another address."));
    return lines.join(u'\n');
}

QString mixedLetters(const NamesToCheck &names)
{
    QStringList lines;
    for (const QString &text : {names.company, names.owner, names.email})
        addLetters(lines, text);
    lines.removeDuplicates();
    return lines.join(u'\n');
}

void warnOfMixedLetters(FactSheet &facts, WrapLabel &value, const NamesToCheck &names)
{
    facts.setFact(&value, mixedLettersWarning(names));
    setPlainToolTip(value, mixedLetters(names));
}
