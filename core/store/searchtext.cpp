#include "core/store/searchtext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QString foldedAscii(const QString &text)
{
    QString folded = text.toLower();
    std::replace_if(
        folded.begin(), folded.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }, u' ');
    return folded;
}

/// Without what can't be seen or doesn't tell words apart: marks, and format characters (direction, joiners).
QString withoutMarks(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        const QChar::Category category = QChar::category(c);
        if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
            continue;
        if (category == QChar::Other_Control)
            kept += u' ';
        else
            kept += QChar::fromUcs4(c);
    }
    return kept;
}

} // namespace

QString searchable(const QString &text)
{
    if (isAscii(text))
        return foldedAscii(text);
    // Upper case first, because Qt folds one letter to one: so that ß is SS. Folding may bring new marks (a dotted
    // capital I), so they are taken away after it too.
    const QString folded = withoutMarks(text.normalized(QString::NormalizationForm_KD)).toUpper().toCaseFolded();
    return withoutMarks(folded.normalized(QString::NormalizationForm_KD)).normalized(QString::NormalizationForm_C);
}

QString searchable(const QStringList &fields)
{
    QString all;
    for (const QString &field : fields) {
        if (field.isEmpty())
            continue;
        if (!all.isEmpty())
            all += u'\n';
        all += searchable(field);
    }
    return all;
}

QStringList searchWords(const QString &typed)
{
    QStringList words = searchable(typed).simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeDuplicates();
    return words;
}

bool isIndexed(const QString &word)
{
    return word.toUcs4().size() >= 3;
}

QString matchExpression(const QStringList &words)
{
    QStringList quoted;
    for (QString word : words)
        quoted += u'"' + word.replace(u'"', u"\"\""_s) + u'"';
    return quoted.join(u' ');
}
