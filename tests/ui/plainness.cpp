#include "tests/ui/plainness.h"

#include "tests/support/widgets.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLabel>
#include <QMessageBox>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolTip>
#include <QtTest>

#include <algorithm>

namespace {

/// A tooltip is drawn as Qt draws it: does it come to more than plain characters?
bool hasMarkup(const QString &toolTip)
{
    if (!Qt::mightBeRichText(toolTip))
        return false;
    QTextDocument document;
    document.setHtml(toolTip);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextCharFormat format = at.fragment().charFormat();
            if (format.isImageFormat() || format.isAnchor() || format.fontWeight() > QFont::Normal)
                return true;
        }
    }
    return false;
}

QString faultOf(const QLabel &label)
{
    if (label.openExternalLinks())
        return QStringLiteral("opens links");
    if (label.text().isEmpty())
        return {};
    if (label.inherits("QTipLabel")) // Qt's own, for the tooltip that is shown
        return hasMarkup(label.text()) ? QStringLiteral("shows markup in a tooltip") : QString();
    if (label.textFormat() != Qt::PlainText)
        return QStringLiteral("guesses the format of “%1”").arg(label.text());
    if (!label.buddy() && widgets::spokenName(label) != label.text() && label.accessibleName().isEmpty())
        return QStringLiteral("is spoken as “%1”").arg(widgets::spokenName(label));
    return {};
}

QString faultOf(const QAbstractButton &button)
{
    // One "&" in a name would underline a letter and vanish; two stand for one.
    const QString rest = QString(button.text()).remove(QStringLiteral("&&"));
    return button.text().contains(QStringLiteral("<b>")) && rest.contains(u'&') ? QStringLiteral("swallows an &")
                                                                             : QString();
}

QString faultOf(QAbstractItemView &view)
{
    const int rows = view.model() ? std::min(view.model()->rowCount(), 8) : 0;
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = view.model()->index(row, 0);
        if (hasMarkup(index.data(Qt::ToolTipRole).toString()))
            return QStringLiteral("has markup in the tooltip of row %1").arg(row);
        const QPoint place = view.visualRect(index).center();
        QHelpEvent help(QEvent::ToolTip, place, view.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(view.viewport(), &help);
        if (hasMarkup(QToolTip::text()))
            return QStringLiteral("shows markup in the tooltip of row %1").arg(row);
        QToolTip::hideText();
    }
    return {};
}

QString faultOf(QWidget &widget)
{
    for (const QString &help : {widget.toolTip(), widget.whatsThis(), widget.statusTip()}) {
        if (hasMarkup(help))
            return QStringLiteral("has markup in its help: %1").arg(help);
    }
    if (const auto *label = qobject_cast<QLabel *>(&widget))
        return faultOf(*label);
    if (const auto *button = qobject_cast<QAbstractButton *>(&widget))
        return faultOf(*button);
    if (auto *view = qobject_cast<QAbstractItemView *>(&widget))
        return faultOf(*view);
    if (const auto *box = qobject_cast<QMessageBox *>(&widget))
        return box->textFormat() == Qt::PlainText ? QString() : QStringLiteral("guesses the format of its text");
    const auto *rich = qobject_cast<QTextEdit *>(&widget);
    return rich ? QStringLiteral("shows rich text") : QString();
}

} // namespace

QStringList plainness::faults(QWidget &root)
{
    QStringList found;
    QList<QWidget *> all = root.findChildren<QWidget *>();
    all.prepend(&root);
    for (QWidget *widget : all) {
        const QString fault = faultOf(*widget);
        if (!fault.isEmpty())
            found << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() +
                         QStringLiteral(": ") + fault;
    }
    return found;
}
