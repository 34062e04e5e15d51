#include "ui/common/plaintext.h"

#include <QCoreApplication>
#include <QLabel>
#include <QTextDocument>

#include <algorithm>

namespace {

bool turnsDirection(char16_t u)
{
    // Embeddings, overrides and isolates.
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

bool isUnseen(char16_t u)
{
    // Two names that differ only in these look the same. The joiners (200C, 200D) stay: emoji and some scripts are made
    // with them.
    return u == 0x200B || u == 0x200E || u == 0x200F || u == 0x2060 || u == 0xFEFF;
}

bool hasNoShape(char16_t u)
{
    // What stays as it is, but can't be seen where it stands alone: soft hyphen, joiners, variation selectors.
    return u == 0xAD || u == 0x200C || u == 0x200D || (u >= 0xFE00 && u <= 0xFE0F);
}

bool breaksLine(char16_t u)
{
    return (u >= 0x0A && u <= 0x0D) || u == 0x85 || u == 0x2028 || u == 0x2029;
}

void appendVisible(QString &out, QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x20)
        out += QChar(char16_t(0x2400 + u));
    else if (u == 0x7F)
        out += QChar(0x2421);
    else if (u > 0x7F && u < 0xA0)
        out += QChar(QChar::ReplacementCharacter);
    else if (turnsDirection(u) || isUnseen(u))
        out += QStringLiteral("<U+%1>").arg(int(u), 4, 16, QLatin1Char('0')).toUpper();
    else
        out += c;
}

QString cut(const QString &text, int most)
{
    if (text.size() <= most)
        return text;
    qsizetype end = std::max(0, most - 1);
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end) + QChar(0x2026);
}

QString lineOr(const QString &name, const char *nothing)
{
    const QString line = oneLine(name);
    return isBlank(line) ? QCoreApplication::translate("PlainText", nothing) : line;
}

} // namespace

QLabel *plainLabel(QWidget *parent, const QString &objectName, bool selectable)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setOpenExternalLinks(false);
    // On the side where reading begins in this window, whatever direction the text itself has.
    const bool mirrored = label->layoutDirection() == Qt::RightToLeft;
    label->setAlignment((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    label->setTextInteractionFlags(selectable ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                              : Qt::NoTextInteraction);
    return label;
}

QString oneLine(const QString &text, int most)
{
    QString out;
    // Twice what is shown is enough to fill it whatever becomes of the characters.
    const QString head = text.trimmed().left(qsizetype(most) * 2 + 2);
    for (const QChar c : head) {
        const char16_t u = c.unicode();
        if (breaksLine(u) || u == u'\t') {
            if (!out.endsWith(u' '))
                out += u' ';
        } else {
            appendVisible(out, c);
        }
    }
    return cut(out.trimmed(), most);
}

QString manyLines(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t u = c.unicode();
        if (u == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
            continue;
        if (breaksLine(u))
            out += u'\n';
        else if (u == u'\t')
            out += c;
        else
            appendVisible(out, c);
    }
    return out;
}

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || hasNoShape(c.unicode()); });
}

QString companyLine(const QString &name)
{
    return lineOr(name, QT_TRANSLATE_NOOP("PlainText", "No company name"));
}

QString ownerLine(const QString &name)
{
    return lineOr(name, QT_TRANSLATE_NOOP("PlainText", "No owner name"));
}

QString branchLine(const QString &name)
{
    return lineOr(name, QT_TRANSLATE_NOOP("PlainText", "No branch name"));
}

QString knownBranchLine(const QString &name)
{
    return name.isEmpty() ? QString() : branchLine(name);
}

QString inSentence(const QString &name)
{
    const QString line = oneLine(name, 120);
    const bool rightToLeft = std::any_of(line.begin(), line.end(), [](QChar c) {
        const QChar::Direction direction = c.direction();
        return direction == QChar::DirR || direction == QChar::DirAL || direction == QChar::DirAN;
    });
    // First strong isolate and its end.
    return rightToLeft ? QChar(0x2068) + line + QChar(0x2069) : line;
}

QString withoutMnemonic(const QString &text)
{
    QString out = text;
    return out.replace(u'&', QStringLiteral("&&"));
}

QString plainToolTip(const QString &text)
{
    constexpr qsizetype shortEnough = 80; // longer ones are to be wrapped, which only rich text is
    if (text.size() <= shortEnough && !Qt::mightBeRichText(text))
        return text;
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(manyLines(text).toHtmlEscaped());
}
