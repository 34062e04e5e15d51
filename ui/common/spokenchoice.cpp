#include "ui/common/spokenchoice.h"

#include <QAbstractItemView>
#include <QComboBox>

SpokenChoice::SpokenChoice(QComboBox &box, const QModelIndex &index)
    : m_box(&box)
    , m_index(index)
{}

bool SpokenChoice::isValid() const
{
    return m_box && m_index.isValid();
}

QWindow *SpokenChoice::window() const
{
    return m_box ? m_box->view()->window()->windowHandle() : nullptr;
}

QAccessibleInterface *SpokenChoice::parent() const
{
    return m_box ? QAccessible::queryAccessibleInterface(m_box->view()) : nullptr;
}

QString SpokenChoice::text(QAccessible::Text which) const
{
    return isValid() && which == QAccessible::Name ? m_index.data().toString() : QString();
}

QRect SpokenChoice::rect() const
{
    if (!isValid())
        return {};
    const QAbstractItemView &view = *m_box->view();
    const QRect place = view.visualRect(m_index);
    return {view.viewport()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::State SpokenChoice::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const QAbstractItemView &view = *m_box->view();
    state.selectable = true;
    state.focusable = true;
    state.selected = m_box->currentIndex() == row();
    state.focused = view.isVisible() && view.currentIndex() == m_index;
    state.invisible = !view.isVisible() || !view.viewport()->rect().intersects(view.visualRect(m_index));
    return state;
}

void *SpokenChoice::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

void SpokenChoice::doAction(const QString &name)
{
    if (!isValid() || name != pressAction())
        return;
    m_box->setCurrentIndex(row());
    emit m_box->activated(row()); // A person did it, not the program
    m_box->hidePopup();
}
