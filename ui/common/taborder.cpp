#include "ui/common/taborder.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QWidget>

namespace {

void collect(QWidget &widget, QWidgetList &stops);

void collectLayout(const QLayout &layout, QWidgetList &stops)
{
    for (int i = 0; i < layout.count(); ++i) {
        const QLayoutItem *const item = layout.itemAt(i);
        if (QWidget *const widget = item->widget())
            collect(*widget, stops);
        else if (const QLayout *const inner = const_cast<QLayoutItem *>(item)->layout())
            collectLayout(*inner, stops);
    }
}

void collect(QWidget &widget, QWidgetList &stops)
{
    const auto *const area = qobject_cast<const QScrollArea *>(&widget);
    if (widget.focusPolicy() & Qt::TabFocus) {
        stops << &widget;
        if (!area)
            return; // What is inside a list or a field is its own affair
    }
    if (area) {
        if (area->widget())
            collect(*area->widget(), stops);
    } else if (const auto *const splitter = qobject_cast<const QSplitter *>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            collect(*splitter->widget(i), stops);
    } else if (widget.layout()) {
        collectLayout(*widget.layout(), stops);
    }
}

} // namespace

void orderTabs(QWidget &window)
{
    QWidgetList stops;
    collect(window, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}
