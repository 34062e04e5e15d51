#include "ui/common/rowlist.h"

#include "ui/common/pagedmodel.h"
#include "ui/common/spokenrows.h"
#include "ui/common/twolinerow.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

RowList::RowList(QWidget *parent)
    : QTableView(parent)
{
    speakRowLists();
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setMouseTracking(false);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    // Qt's own parts, which nobody sees; whoever goes through all controls finds them all the same.
    horizontalHeader()->setObjectName(QStringLiteral("columns"));
    verticalHeader()->setObjectName(QStringLiteral("rows"));
    // Arrows, wheel, pages and the thumb: what a person does to it, not what the program sets.
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_touched = true; });
    layRows();
}

void RowList::layRows()
{
    const int height = twoLineRowHeight(*this);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height / 2);
}

void RowList::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layRows();
}

void RowList::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &RowList::tellSelected);
    if (const auto *paged = qobject_cast<const PagedModel *>(model)) {
        connect(paged, &PagedModel::changeBegun, this, &RowList::keepPlace);
        connect(paged, &PagedModel::changeEnded, this, &RowList::findPlace);
    }
}

void RowList::tellSelected()
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    emit rowSelected(rows.isEmpty() ? -1 : rows.front().row());
}

void RowList::select(int row)
{
    if (row < 0) {
        selectionModel()->clearSelection();
        return;
    }
    const QModelIndex index = model()->index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

void RowList::keepPlace()
{
    const QModelIndex selected = selectionModel()->selectedRows().value(0);
    const bool selectedIsSeen = selected.isValid() && viewport()->rect().intersects(visualRect(selected));
    m_anchor = QPersistentModelIndex();
    if (isUntouched())
        return;
    // At the very top, with nobody pointing at anything, what is new may be seen coming in.
    if (!selectedIsSeen && isAtTop() && !viewport()->underMouse())
        return;
    m_anchor = selectedIsSeen ? selected : indexAt(QPoint(0, 0));
    if (m_anchor.isValid())
        m_anchorTop = rowViewportPosition(m_anchor.row());
}

void RowList::findPlace()
{
    if (m_anchor.isValid()) {
        // The scroll bar learns of the new rows in a delayed layout: not until then can it be told where to stand.
        executeDelayedItemsLayout();
        const int moved = rowViewportPosition(m_anchor.row()) - m_anchorTop;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
    m_anchor = QPersistentModelIndex();
    // The keyboard's row has gone down with what came in above: nobody put it there.
    if (isUntouched() && currentIndex().row() > 0)
        selectionModel()->setCurrentIndex(model()->index(0, 0), QItemSelectionModel::NoUpdate);
}

bool RowList::isAtTop() const
{
    return verticalScrollBar()->value() == 0;
}

bool RowList::isUntouched() const
{
    return !m_touched && !selectionModel()->hasSelection();
}

void RowList::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // Qt selects the next row by itself. That is right after one's own decision. Where the client or a colleague took
    // the row away, another one in its place would be what the next key press decides on.
    const int current = currentIndex().row();
    if (!m_followsRemoval && current >= first && current <= last) {
        const int next = last + 1 < model()->rowCount() ? last + 1 : first - 1;
        selectionModel()->clearSelection();
        selectionModel()->setCurrentIndex(model()->index(next, 0), QItemSelectionModel::NoUpdate);
    }
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

void RowList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    // Not QTableView's, which would tell a screen reader the number of a row among hidden headers.
    QAbstractItemView::currentChanged(current, previous);
    if (QAccessible::isActive() && current.isValid() && hasFocus())
        tellReader(QAccessible::Focus, current.row());
}

void RowList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QAbstractItemView::selectionChanged(selected, deselected);
    if (!QAccessible::isActive())
        return;
    if (!deselected.isEmpty())
        tellReader(QAccessible::SelectionRemove, deselected.first().top());
    if (!selected.isEmpty())
        tellReader(QAccessible::Selection, selected.first().top());
}

void RowList::tellReader(QAccessible::Event what, int row)
{
    QAccessibleEvent event(this, what);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void RowList::moveBy(int rows)
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0)
        return;
    const bool somewhere = currentIndex().isValid() && !isUntouched();
    select(std::clamp(somewhere ? currentIndex().row() + rows : 0, 0, count - 1));
    m_touched = true;
}

void RowList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_J || event->key() == Qt::Key_Down)) {
        moveBy(1);
    } else if (plain && (event->key() == Qt::Key_K || event->key() == Qt::Key_Up)) {
        moveBy(-1);
    } else {
        m_touched = true;
        QTableView::keyPressEvent(event);
    }
}

void RowList::mousePressEvent(QMouseEvent *event)
{
    m_touched = true;
    QTableView::mousePressEvent(event);
}
