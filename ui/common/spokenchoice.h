#pragma once

#include <QAccessible>
#include <QPersistentModelIndex>
#include <QPointer>

class QComboBox;

/// One choice of a combo box for a screen reader: its text, whether it is the chosen one, and an action that chooses it,
/// as a click does.
class SpokenChoice final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    SpokenChoice(QComboBox &box, const QModelIndex &index);

    [[nodiscard]] bool isValid() const override;
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override;
    [[nodiscard]] QAccessibleInterface *parent() const override;
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text which) const override;
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override;
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] void *interface_cast(QAccessible::InterfaceType type) override;

    /// -1: it is no longer among the choices.
    [[nodiscard]] int row() const { return m_index.row(); }

    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override;
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<QComboBox> m_box;
    QPersistentModelIndex m_index;
};
