#include "core/store/dealingkeys.h"

#include "core/store/searchtext.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isPartOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

/// Dots and apostrophes stand inside words: "S.A.R.L.", "O'Neill".
bool isSilent(QChar c)
{
    return c == u'.' || c == u'\'' || c == u'\u2019' || c == u'`';
}

QStringList wordsOf(const QString &name)
{
    QString spaced;
    for (const QChar c : searchable(name)) {
        if (isPartOfWord(c))
            spaced += c;
        else if (!isSilent(c))
            spaced += u' ';
    }
    return spaced.split(u' ', Qt::SkipEmptyParts);
}

bool isLegalForm(const QString &word)
{
    // "sp. z o.o." comes in pieces.
    static const QSet<QString> forms{
        u"ab"_s,      u"ag"_s,           u"aps"_s,         u"as"_s,  u"bt"_s,      u"bv"_s,  u"cic"_s, u"co"_s,
        u"company"_s, u"corp"_s,         u"corporation"_s, u"doo"_s, u"eood"_s,    u"ev"_s,  u"gbr"_s, u"gmbh"_s,
        u"inc"_s,     u"incorporated"_s, u"kft"_s,         u"kg"_s,  u"limited"_s, u"llc"_s, u"llp"_s, u"lp"_s,
        u"ltd"_s,     u"ltda"_s,         u"nv"_s,          u"ohg"_s, u"oo"_s,      u"ood"_s, u"oy"_s,  u"oyj"_s,
        u"plc"_s,     u"pte"_s,          u"pty"_s,         u"sa"_s,  u"sarl"_s,    u"sas"_s, u"se"_s,  u"sl"_s,
        u"sp"_s,      u"spa"_s,          u"sro"_s,         u"srl"_s, u"ug"_s,      u"z"_s,   u"zrt"_s};
    return forms.contains(word);
}

/// Written without a space beside the name.
QString withoutAttachedForm(const QString &word)
{
    for (const QString &form : {u"株式会社"_s, u"有限会社"_s, u"合同会社"_s, u"有限公司"_s}) {
        if (word.size() > form.size() && word.startsWith(form))
            return word.sliced(form.size());
        if (word.size() > form.size() && word.endsWith(form))
            return word.chopped(form.size());
    }
    return word;
}

} // namespace

QString emailKey(const QString &email)
{
    return searchable(email).simplified();
}

QString registrationKey(const QString &number)
{
    return wordsOf(number).join(QString());
}

QString companyKey(const QString &name)
{
    QStringList words = wordsOf(name);
    const QStringList all = words;
    words.removeIf([](const QString &word) { return word == u"the"_s || word == u"and"_s; });
    while (words.size() > 1 && isLegalForm(words.back()))
        words.removeLast();
    for (QString &word : words)
        word = withoutAttachedForm(word);
    const QString key = words.isEmpty() ? all.join(QString()) : words.join(QString());
    return key.isEmpty() ? searchable(name).simplified() : key;
}
