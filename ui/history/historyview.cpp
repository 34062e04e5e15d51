#include "ui/history/historyview.h"

#include <QKeyEvent>

HistoryView::HistoryView(QWidget *parent)
    : RowList(parent)
{
    connect(this, &QAbstractItemView::doubleClicked, this, &HistoryView::openAsked);
}

void HistoryView::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) // Enter is the keypad's
        emit openAsked();
    else
        RowList::keyPressEvent(event);
}
