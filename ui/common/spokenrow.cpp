#include "ui/common/spokenrow.h"

#include "ui/common/rowlist.h"

SpokenRow::SpokenRow(RowList &list, const QModelIndex &index)
    : m_list(&list)
    , m_index(index)
{}

bool SpokenRow::isValid() const
{
    return m_list && m_index.isValid();
}

QWindow *SpokenRow::window() const
{
    return m_list ? m_list->window()->windowHandle() : nullptr;
}

QAccessibleInterface *SpokenRow::parent() const
{
    return QAccessible::queryAccessibleInterface(m_list);
}

QString SpokenRow::text(QAccessible::Text which) const
{
    if (!isValid())
        return {};
    if (which == QAccessible::Description)
        return m_index.data(Qt::AccessibleDescriptionRole).toString();
    if (which != QAccessible::Name)
        return {};
    const QString sentence = m_index.data(Qt::AccessibleTextRole).toString();
    return sentence.isEmpty() ? m_index.data(Qt::DisplayRole).toString() : sentence;
}

QRect SpokenRow::rect() const
{
    if (!isValid())
        return {};
    const QRect place = m_list->visualRect(m_index);
    return {m_list->viewport()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::State SpokenRow::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.selectable = true;
    state.focusable = true;
    state.selected = isSelected();
    state.focused = m_list->hasFocus() && m_list->currentIndex() == m_index;
    state.invisible = !m_list->isVisible() || !m_list->viewport()->rect().intersects(m_list->visualRect(m_index));
    return state;
}

void *SpokenRow::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TableCellInterface)
        return static_cast<QAccessibleTableCellInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

bool SpokenRow::isSelected() const
{
    return isValid() && m_list->selectionModel()->isSelected(m_index);
}

QStringList SpokenRow::actionNames() const
{
    return {pressAction(), setFocusAction()};
}

void SpokenRow::doAction(const QString &name)
{
    if (!isValid() || !actionNames().contains(name))
        return;
    m_list->select(m_index.row());
    if (name == setFocusAction())
        m_list->setFocus(Qt::OtherFocusReason);
}
