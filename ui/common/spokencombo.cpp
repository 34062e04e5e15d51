#include "ui/common/spokencombo.h"

#include "ui/common/spokenchoice.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QHash>
#include <QPointer>

namespace {

class SpokenCombo final : public QAccessibleWidget
{
public:
    explicit SpokenCombo(QComboBox *box)
        : QAccessibleWidget(box, QAccessible::ComboBox)
    {}

    int childCount() const override { return 1; }
    QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(box().view()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child->object() == box().view() ? 0 : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        return box().view()->isVisible() && box().view()->rect().contains(box().view()->mapFromGlobal(QPoint(x, y)))
                   ? child(0)
                   : nullptr;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = box().view()->isVisible();
        return state;
    }
    QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Name && !box().accessibleName().isEmpty())
            return box().accessibleName();
        if (which == QAccessible::Value || which == QAccessible::Description)
            return box().currentText();
        return QAccessibleWidget::text(which);
    }
    QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action != showMenuAction() && action != pressAction())
            return;
        if (box().view()->isVisible())
            box().hidePopup();
        else
            box().showPopup();
    }

private:
    [[nodiscard]] QComboBox &box() const { return *static_cast<QComboBox *>(object()); }
};

/// The choices, which are in the tree also while the list of them is closed. Qt's own would only be selected in the list
/// by their action, and nothing would be chosen.
class SpokenChoices final : public QAccessibleWidget
{
public:
    SpokenChoices(QAbstractItemView *view, QComboBox *box)
        : QAccessibleWidget(view, QAccessible::List)
        , m_box(box)
    {}
    ~SpokenChoices() override
    {
        for (const QAccessible::Id id : m_rows)
            QAccessible::deleteAccessibleInterface(id);
    }

    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_box); }
    int childCount() const override { return m_box ? m_box->count() : 0; }
    QAccessibleInterface *child(int row) const override;
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const bool ours = child && child->role() == QAccessible::ListItem && child->parent() == this;
        return ours ? static_cast<const SpokenChoice *>(child)->row() : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint place = view().viewport()->mapFromGlobal(QPoint(x, y));
        return view().viewport()->rect().contains(place) ? child(view().indexAt(place).row()) : nullptr;
    }
    QAccessibleInterface *focusChild() const override { return child(view().currentIndex().row()); }
    QString text(QAccessible::Text which) const override
    {
        return m_box && which == QAccessible::Name ? m_box->accessibleName() : QAccessibleWidget::text(which);
    }

private:
    [[nodiscard]] QAbstractItemView &view() const { return *static_cast<QAbstractItemView *>(widget()); }

    QPointer<QComboBox> m_box;
    mutable QHash<QPersistentModelIndex, QAccessible::Id> m_rows; ///< Those that were asked for
};

QAccessibleInterface *SpokenChoices::child(int row) const
{
    if (row < 0 || row >= childCount())
        return nullptr;
    m_rows.removeIf([](const auto &made) {
        if (!made.key().isValid())
            QAccessible::deleteAccessibleInterface(made.value());
        return !made.key().isValid();
    });
    const QModelIndex index = m_box->model()->index(row, m_box->modelColumn(), m_box->rootModelIndex());
    QAccessible::Id &id = m_rows[index];
    if (id == 0)
        id = QAccessible::registerAccessibleInterface(new SpokenChoice(*m_box, index));
    return QAccessible::accessibleInterface(id);
}

/// The box whose list of choices this is. Not by asking the box, which would make the list while it is being made.
QComboBox *boxOf(const QObject *view)
{
    const QObject *const frame = view->parent();
    const bool ofBox = frame && frame->inherits("QComboBoxPrivateContainer");
    return ofBox ? qobject_cast<QComboBox *>(frame->parent()) : nullptr;
}

QAccessibleInterface *speak(const QString &, QObject *object)
{
    // What is answered here stays: also for a box that is only being made, and has no name yet.
    if (auto *const box = qobject_cast<QComboBox *>(object))
        return new SpokenCombo(box);
    auto *const view = qobject_cast<QAbstractItemView *>(object);
    QComboBox *const box = view ? boxOf(view) : nullptr;
    return box ? new SpokenChoices(view, box) : nullptr;
}

} // namespace

void speakComboBoxes()
{
    QAccessible::installFactory(speak);
}
