#include "ui/insight/figuretable.h"

#include "ui/common/plaintext.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QWheelEvent>

FigureTable::FigureTable(const QString &objectName, const QString &name, QWidget *parent)
    : QTableWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    horizontalHeader()->setObjectName(objectName + QStringLiteral("Heads"));
    horizontalHeader()->setAccessibleName(tr("What is counted"));
    horizontalHeader()->setMinimumSectionSize(64);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setDefaultAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureTable::setFigures(const QStringList &heads, const std::vector<QStringList> &rows)
{
    setColumnCount(int(heads.size()));
    setRowCount(int(rows.size()));
    for (int column = 0; column < heads.size(); ++column) {
        const bool said = horizontalHeaderItem(column) && horizontalHeaderItem(column)->text() == heads[column];
        if (said)
            continue;
        auto *head = new QTableWidgetItem(heads[column]);
        head->setTextAlignment((column == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
        setHorizontalHeaderItem(column, head);
    }
    for (int row = 0; row < int(rows.size()); ++row) {
        const QStringList &cells = rows[size_t(row)];
        for (int column = 0; column < heads.size(); ++column) {
            const QString spoken = column == 0 ? cells.value(0)
                                               : tr("%1, %2: %3", "a row, a column, a figure")
                                                     .arg(cells.value(0), heads[column], cells.value(column));
            setFigure(row, column, cells.value(column), spoken);
        }
    }
    updateGeometry();
}

void FigureTable::setFigure(int row, int column, const QString &text, const QString &spoken)
{
    if (!item(row, column))
        setItem(row, column, new QTableWidgetItem);
    QTableWidgetItem *const cell = item(row, column);
    cell->setText(text);
    cell->setTextAlignment((column == 0 ? Qt::AlignLeading : Qt::AlignTrailing) | Qt::AlignVCenter);
    cell->setData(Qt::AccessibleTextRole, spoken);
    cell->setToolTip(column == 0 ? plainToolTip(text) : QString());
}

int FigureTable::wholeHeight() const
{
    const int rows = verticalHeader()->length();
    return horizontalHeader()->sizeHint().height() + rows + 2 * frameWidth() + horizontalScrollBar()->sizeHint().height();
}

QSize FigureTable::sizeHint() const
{
    return {horizontalHeader()->length() + 2 * frameWidth(), wholeHeight()};
}

QSize FigureTable::minimumSizeHint() const
{
    return {160, wholeHeight()};
}

void FigureTable::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // The page moves: the table shows all its rows
}
