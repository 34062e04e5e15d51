#include "ui/common/spokencombo.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>

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
        if (which == QAccessible::Name)
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

QAccessibleInterface *speak(const QString &, QObject *object)
{
    auto *const box = qobject_cast<QComboBox *>(object);
    return box && !box->accessibleName().isEmpty() ? new SpokenCombo(box) : nullptr;
}

} // namespace

void speakComboBoxes()
{
    QAccessible::installFactory(speak);
}
