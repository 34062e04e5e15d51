#include "ui/invitations/replydelegate.h"

#include "ui/common/twolinerow.h"

void ReplyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = option.widget ? themeOf(*option.widget) : themeFor(option.palette);
    TwoLineRow row;
    row.name = index.data(Qt::DisplayRole).toString();
    row.second = index.data(AboutRole).toString();
    row.aside = index.data(OriginRole).toString();
    paintTwoLineRow(*painter, option, theme, row);
}

QSize ReplyDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.widget ? QSize(0, twoLineRowHeight(*option.widget)) : QSize();
}
