#pragma once

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QWidget>

#include <functional>

/// Finds what a person or a screen reader finds, by the same names.
namespace widgets {

/// What a screen reader says of it.
[[nodiscard]] QString spokenName(const QWidget &widget);
/// Every control in `root` that lacks an objectName or an accessible name, as "class objectName"; empty: all is well.
[[nodiscard]] QStringList unnamedControls(const QWidget &root);
/// All text that can be read on the visible labels, buttons and fields of `root`.
[[nodiscard]] QString visibleText(const QWidget &root);
/// The spoken sentence of a row.
[[nodiscard]] QString spokenRow(const QAbstractItemView &view, int row);
/// Lets queued answers come in, until nothing more is waiting for the event loop.
void settle();

/// The visible child with this accessible name, or null.
template <class T>
[[nodiscard]] T *named(const QWidget &root, const QString &name)
{
    for (T *child : root.findChildren<T *>()) {
        if (child->isVisibleTo(&root) && spokenName(*child) == name)
            return child;
    }
    return nullptr;
}

/// The child with this objectName.
template <class T>
[[nodiscard]] T &child(const QWidget &root, const char *objectName)
{
    T *found = root.findChild<T *>(QString::fromLatin1(objectName));
    Q_ASSERT_X(found, "widgets::child", objectName);
    return *found;
}

} // namespace widgets
