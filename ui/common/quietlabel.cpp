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

void QuietLabel::tint()
{
    // Asked of the parent: this one's own palette is the one that is being changed.
    const Theme theme = parentWidget() ? themeOf(*parentWidget()) : themeOf(*this);
    if (palette().color(QPalette::WindowText) == theme.secondary)
        return;
    QPalette own = palette();
    own.setColor(QPalette::WindowText, theme.secondary);
    setPalette(own);
}

void QuietLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}
