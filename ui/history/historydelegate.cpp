#include "ui/history/historydelegate.h"

#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/history/historymodel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

HistoryDelegate::HistoryDelegate(SecondLine second, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_second(second)
{}

TwoLineRow HistoryDelegate::rowOf(const QModelIndex &index) const
{
    const auto *model = qobject_cast<const HistoryModel *>(index.model());
    const auto text = [&index](int role) { return index.data(role).toString(); };
    TwoLineRow row;
    row.name = text(HistoryModel::CompanyRole);
    row.aside =
        Phrases::ago(instantFromMs(index.data(HistoryModel::WhenRole).toLongLong()), model ? model->now() : Instant());
    QStringList parts;
    if (m_second == SecondLine::Owner) {
        parts << inSentence(text(HistoryModel::OwnerRole)) << inSentence(text(HistoryModel::EmailRole));
        row.state = text(HistoryModel::StateRole);
    } else {
        parts << text(HistoryModel::OutcomeRole);
    }
    if (m_showsBranch)
        parts << inSentence(text(HistoryModel::BranchRole));
    parts.removeAll(QString());
    row.second = parts.join(QStringLiteral(" · "));
    return row;
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = option.widget ? themeOf(*option.widget) : themeFor(option.palette);
    if (index.data(PagedModel::LoadedRole).toBool())
        paintTwoLineRow(*painter, option, theme, rowOf(index));
    else
        paintLoadingRow(*painter, option, theme, index.data().toString());
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.widget ? QSize(0, twoLineRowHeight(*option.widget)) : QSize();
}

bool HistoryDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.data(PagedModel::LoadedRole).toBool())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const TwoLineRow row = rowOf(index);
    if (isElided(option, row))
        QToolTip::showText(event->globalPos(), plainToolTip(row.name + u'\n' + row.second), view);
    else
        QToolTip::hideText();
    return true;
}
