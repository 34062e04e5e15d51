#include "tests/support/widgets.h"
#include "tests/ui/paintedtext.h"
#include "tests/ui/plainness.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace {

bool isOfNoShape(QChar c)
{
    return c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

bool hidesSomething(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return isOfNoShape(c) && c != u'\n' && c != u'\t'; });
}

QStringList textsOf(const QAbstractItemModel *model)
{
    QStringList texts;
    for (int row = 0; model && row < std::min(model->rowCount(), 8); ++row) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
            texts << model->index(row, 0).data(role).toString();
    }
    return texts;
}

QString shownText(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        return line->text();
    const auto *text = qobject_cast<const QPlainTextEdit *>(&widget);
    return text ? text->toPlainText() : QString();
}

QStringList textsOf(QWidget &widget)
{
    QStringList texts{shownText(widget), widget.windowTitle(), widget.toolTip(), widget.whatsThis(), widget.statusTip()};
    if (const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&widget)) {
        for (const QAccessible::Text what : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            texts << spoken->text(what);
    }
    for (const QAction *action : widget.actions())
        texts << action->text() << action->toolTip();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        texts << textsOf(view->model());
    if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        texts << textsOf(combo->model());
    return texts;
}

} // namespace

QStringList plainness::unseen(QWidget &root)
{
    QStringList found;
    const auto look = [&found](const QWidget &widget, const QStringList &texts) {
        for (const QString &text : texts) {
            if (hidesSomething(text))
                found << QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName() +
                             QStringLiteral(": ") + QString::fromLatin1(text.left(60).toUtf8().toPercentEncoding(" "));
        }
    };
    look(root, paintedText(root).split(u'\n'));
    look(root, textsOf(root));
    for (QWidget *widget : root.findChildren<QWidget *>())
        look(*widget, textsOf(*widget));
    return found;
}
