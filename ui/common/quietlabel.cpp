#include "ui/common/quietlabel.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QStyle>

QuietLabel::QuietLabel(const QString &objectName, QWidget *parent)
    : QLabel(parent)
{
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // on a ground of Base it would be Text
    alignAbsolutely(Qt::AlignLeading);
    tint();
}

void QuietLabel::standAtEnd()
{
    alignAbsolutely(Qt::AlignTrailing);
}

void QuietLabel::alignAbsolutely(Qt::Alignment side)
{
    // QLabel would go by the direction of its text.
    setAlignment(QStyle::visualAlignment(layoutDirection(), side) | Qt::AlignAbsolute | Qt::AlignVCenter);
}

void QuietLabel::setFault(bool fault)
{
    m_fault = fault;
    tint();
}

void QuietLabel::tint()
{
    // Asked of the parent: this one's own palette is the one that is being changed.
    const Theme theme = parentWidget() ? themeOf(*parentWidget()) : themeOf(*this);
    const QColor ink = m_fault ? theme.danger : theme.secondary;
    if (palette().color(QPalette::WindowText) == ink)
        return;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, ink);
    setPalette(own);
}

void QuietLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}
