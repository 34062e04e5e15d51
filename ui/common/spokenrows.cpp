#include "ui/common/spokenrows.h"

#include "ui/common/rowlist.h"
#include "ui/common/spokenrow.h"

#include <QAccessibleWidget>
#include <QHash>

namespace {

class SpokenTable final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit SpokenTable(RowList *list)
        : QAccessibleWidget(list, QAccessible::Table)
    {}
    ~SpokenTable() override
    {
        for (const QAccessible::Id id : m_rows)
            QAccessible::deleteAccessibleInterface(id);
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.focusable = true;
        return state;
    }

    int childCount() const override { return rowCount(); }
    QAccessibleInterface *child(int row) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint place = list().viewport()->mapFromGlobal(QPoint(x, y));
        return list().viewport()->rect().contains(place) ? child(list().indexAt(place).row()) : nullptr;
    }
    QAccessibleInterface *focusChild() const override { return child(list().currentIndex().row()); }

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override { return column == 0 ? child(row) : nullptr; }
    QString columnDescription(int) const override { return {}; }
    QString rowDescription(int) const override { return {}; }
    int columnCount() const override { return 1; }
    int rowCount() const override { return list().model() ? list().model()->rowCount() : 0; }

    int selectedCellCount() const override { return int(selectedRows().size()); }
    int selectedRowCount() const override { return int(selectedRows().size()); }
    int selectedColumnCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override;
    QList<int> selectedRows() const override;
    QList<int> selectedColumns() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int row) const override { return selectedRows().contains(row); }
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override;
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override { forgetGone(); }

private:
    [[nodiscard]] RowList &list() const { return *static_cast<RowList *>(widget()); }
    void forgetGone();

    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_rows; ///< Those that were asked for
};

void SpokenTable::forgetGone()
{
    m_rows.removeIf([](const auto &made) {
        if (!made.key().isValid())
            QAccessible::deleteAccessibleInterface(made.value());
        return !made.key().isValid();
    });
}

QAccessibleInterface *SpokenTable::child(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const QModelIndex index = list().model()->index(row, 0);
    QAccessible::Id &id = m_rows[index];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new SpokenRow(list(), index));
    return QAccessible::accessibleInterface(id);
}

int SpokenTable::indexOfChild(const QAccessibleInterface *child) const
{
    const bool ours = child && child->role() == QAccessible::Cell && child->parent() == this;
    return ours ? static_cast<const SpokenRow *>(child)->rowIndex() : -1;
}

QList<int> SpokenTable::selectedRows() const
{
    QList<int> rows;
    if (list().selectionModel()) {
        for (const QModelIndex &index : list().selectionModel()->selectedRows())
            rows << index.row();
    }
    return rows;
}

QList<QAccessibleInterface *> SpokenTable::selectedCells() const
{
    QList<QAccessibleInterface *> cells;
    for (const int row : selectedRows())
        cells << child(row);
    return cells;
}

bool SpokenTable::selectRow(int row)
{
    if (row < 0 || row >= rowCount())
        return false;
    list().select(row);
    return true;
}

bool SpokenTable::unselectRow(int row)
{
    if (!isRowSelected(row))
        return false;
    list().select(-1);
    return true;
}

QAccessibleInterface *speak(const QString &className, QObject *object)
{
    return className == QLatin1StringView(RowList::staticMetaObject.className())
               ? new SpokenTable(static_cast<RowList *>(object))
               : nullptr;
}

} // namespace

void speakRowLists()
{
    QAccessible::installFactory(speak);
}
