#include "ui/common/plaintext.h"

#include "ui/common/unseen.h"

#include <QCoreApplication>
#include <QLabel>
#include <QTextDocument>
#include <QWidget>

#include <algorithm>

namespace {

bool hasNoShape(char16_t u)
{
    // What stays as it is, but can't be seen where it stands alone: soft hyphen, joiners, variation selectors.
    return u == 0xAD || u == 0x200C || u == 0x200D || (u >= 0xFE00 && u <= 0xFE0F);
}

bool breaksLine(char32_t u)
{
    return (u >= 0x0A && u <= 0x0D) || u == 0x85 || u == 0x2028 || u == 0x2029;
}

/// `before`: the character in front of it, 0 at the beginning.
void appendVisible(QString &out, char32_t c, char32_t before)
{
    if (c < 0x20)
        out += QChar(char16_t(0x2400 + c));
    else if (c == 0x7F)
        out += QChar(0x2421);
    else if ((c > 0x7F && c < 0xA0) || QChar::isSurrogate(c))
        out += QChar(QChar::ReplacementCharacter);
    else if (isUnseen(c, before))
        out += codePoint(c);
    else
        out += QString::fromUcs4(&c, 1);
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
    return isBlank(name) || isBlank(line) ? QCoreApplication::translate("PlainText", nothing) : line;
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
    char32_t before = 0;
    for (const char32_t c : head.toUcs4()) {
        if (breaksLine(c) || c == U'\t') {
            if (!out.endsWith(u' '))
                out += u' ';
        } else {
            appendVisible(out, c, before);
        }
        before = c;
    }
    return cut(out.trimmed(), most);
}

QString manyLines(const QString &text)
{
    QString out;
    out.reserve(text.size());
    char32_t before = 0;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'\n' && before == U'\r')
            ; // The second half of one break
        else if (breaksLine(c))
            out += u'\n';
        else if (c == U'\t')
            out += u'\t';
        else
            appendVisible(out, c, before);
        before = c;
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
    return QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(text.toHtmlEscaped());
}

void setPlainToolTip(QWidget &widget, const QString &text)
{
    widget.setToolTip(plainToolTip(text));
    // Without a description of its own a widget is described to a screen reader by its tooltip, markup and all.
    widget.setAccessibleDescription(text);
}
