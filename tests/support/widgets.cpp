#include "tests/support/widgets.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>

namespace widgets {

namespace {

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget) ||
           qobject_cast<const QPlainTextEdit *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget) ||
           qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget) ||
           qobject_cast<const QProgressBar *>(&widget);
}

/// Header views and the like, which Qt makes for itself and nobody sees.
bool isSeen(const QWidget &widget, const QWidget &root)
{
    return widget.isVisibleTo(&root);
}

} // namespace

QString spokenName(const QWidget &widget)
{
    const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(&widget));
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

QStringList unnamedControls(const QWidget &root)
{
    QStringList unnamed;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!isControl(*widget) || !isSeen(*widget, root))
            continue;
        if (widget->objectName().isEmpty() || spokenName(*widget).isEmpty())
            unnamed << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return unnamed;
}

QString visibleText(const QWidget &root)
{
    QStringList texts;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            texts << text->toPlainText();
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            texts << line->text();
    }
    return texts.join(u'\n');
}

QString spokenRow(const QAbstractItemView &view, int row)
{
    return view.model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

void settle()
{
    // Each answer may ask the next question: some rounds are enough for every chain there is.
    for (int round = 0; round < 12; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

} // namespace widgets
