#include "ui/invitations/messagecard.h"

#include "ui/common/plaintext.h"
#include "ui/common/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QTextDocument>

#include <algorithm>

MessageCard::MessageCard(const QString &objectName, int mostLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_mostLines(mostLines)
{
    setObjectName(objectName);
    setReadOnly(true);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setProperty("card", true);
    document()->setDocumentMargin(Measure::gap);
}

void MessageCard::showText(const QString &text)
{
    const QString shown = manyLines(text);
    if (shown != toPlainText())
        setPlainText(shown);
    setVisible(!text.isEmpty());
    fitHeight();
}

void MessageCard::fitHeight()
{
    // QPlainTextEdit measures its document in lines; long paragraphs count as many as they wrap to.
    document()->setTextWidth(viewport()->width());
    const int lines = std::clamp(int(document()->documentLayout()->documentSize().height()), 1, m_mostLines);
    const int around = height() - viewport()->height();
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * Measure::gap + std::max(2, around) + 2);
}

void MessageCard::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void MessageCard::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}
