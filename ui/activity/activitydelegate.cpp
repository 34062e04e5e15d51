#include "ui/activity/activitydelegate.h"

#include "ui/activity/activitymodel.h"
#include "ui/common/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace {

TwoLineRow rowOf(const QModelIndex &index)
{
    TwoLineRow row;
    row.name = index.data(ActivityModel::SentenceRole).toString();
    row.tileOf = index.data(ActivityModel::WhoRole).toString();
    row.aside = index.data(ActivityModel::AgoRole).toString();
    QStringList below{index.data(ActivityModel::WhenRole).toString(), index.data(ActivityModel::BranchRole).toString(),
                      index.data(ActivityModel::DetailRole).toString()};
    below.removeAll(QString());
    row.second = below.join(QStringLiteral(" · "));
    row.quietName = true;
    return row;
}

} // namespace

void ActivityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = option.widget ? themeOf(*option.widget) : themeFor(option.palette);
    if (index.data(PagedModel::LoadedRole).toBool())
        paintTwoLineRow(*painter, option, theme, rowOf(index));
    else
        paintLoadingRow(*painter, option, theme, index.data().toString());
}

bool ActivityDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
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
