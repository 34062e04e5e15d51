#include "ui/invitations/messagecard.h"

#include "ui/common/plaintext.h"
#include "ui/common/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
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
    setFrameShape(NoFrame);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(Measure::gap);
}

void MessageCard::showText(const QString &text)
{
    const QString shown = manyLines(text);
    if (shown != toPlainText())
        setPlainText(shown);
    setVisible(!isBlank(text));
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

void MessageCard::paintEvent(QPaintEvent *event)
{
    {
        const Theme theme = themeOf(*this);
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(theme.border, 1));
        painter.setBrush(theme.raised);
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), Measure::radius, Measure::radius);
    }
    QPlainTextEdit::paintEvent(event);
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
