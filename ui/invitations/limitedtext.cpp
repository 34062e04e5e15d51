#include "ui/invitations/limitedtext.h"

#include "ui/common/announce.h"
#include "ui/common/plaintext.h"
#include "ui/common/quietlabel.h"
#include "ui/common/sendabletext.h"
#include "ui/common/theme.h"

#include <QMimeData>

namespace {

/// English has no catalogue of its own, so one of a thing has its own sentence.
QString countOf(qsizetype left)
{
    if (left == 1)
        return LimitedText::tr("1 character left");
    if (left == -1)
        return LimitedText::tr("1 character too many");
    return left >= 0 ? LimitedText::tr("%Ln characters left", nullptr, int(left))
                     : LimitedText::tr("%Ln characters too many", nullptr, int(-left));
}

} // namespace

LimitedText::LimitedText(const QString &objectName, const QString &name, int limit, int lines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_limit(limit)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * Measure::gap + 4);
    connect(this, &QPlainTextEdit::textChanged, this, &LimitedText::wordsChanged);
}

QString LimitedText::words() const
{
    // toPlainText() makes spaces of what people typed as no-break spaces; the words go out as they were written.
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void LimitedText::setWords(const QString &words)
{
    const QString kept = sendable(words);
    m_leftOut = kept != words;
    setPlainText(kept);
}

qsizetype LimitedText::left() const
{
    return m_limit - codePoints(words());
}

QString LimitedText::status() const
{
    const QString count = countOf(left());
    return m_leftOut ? tr("%1 · a character that can't be sent was left out").arg(count) : count;
}

void LimitedText::sayStatus(QuietLabel &label, const QString &about)
{
    const bool fault = left() < 0;
    const bool passed = fault && !label.isFault();
    label.setText(status());
    label.setFault(fault);
    setAccessibleDescription(fault ? label.text() : about);
    if (passed)
        announce(label, tr("%1: %2", "field, what is wrong").arg(accessibleName(), label.text()));
}

void LimitedText::append(const QString &words)
{
    const QString before = this->words();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::End);
    if (isBlank(before)) {
        cursor.select(QTextCursor::Document);
    } else {
        for (int breaks = before.endsWith(QStringLiteral("\n\n")) ? 2
                          : before.endsWith(u'\n')                ? 1
                                                                  : 0;
             breaks < 2; ++breaks)
            cursor.insertBlock();
    }
    cursor.insertText(sendable(words));
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

void LimitedText::insertFromMimeData(const QMimeData *source)
{
    const QString pasted = source->text();
    const QString kept = sendable(pasted);
    m_leftOut = kept != pasted;
    insertPlainText(kept);
    emit wordsChanged();
}
