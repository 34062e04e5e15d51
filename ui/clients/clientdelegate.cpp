#include "ui/clients/clientdelegate.h"

#include "ui/clients/clientsmodel.h"
#include "ui/common/plaintext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

TwoLineRow ClientDelegate::rowOf(const QModelIndex &index) const
{
    TwoLineRow row;
    row.name = index.data(ClientsModel::CompanyRole).toString();
    row.aside = index.data(ClientsModel::BillingRole).toString();
    row.second = index.data(ClientsModel::OwnerRole).toString();
    const QString branch = index.data(ClientsModel::BranchRole).toString();
    if (m_showsBranch && !branch.isEmpty())
        row.second = tr("%1 · %2", "owner and branch").arg(inSentence(row.second), branch);
    row.state = index.data(ClientsModel::StateRole).toString();
    return row;
}

void ClientDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = option.widget ? themeOf(*option.widget) : themeFor(option.palette);
    if (index.data(PagedModel::LoadedRole).toBool())
        paintTwoLineRow(*painter, option, theme, rowOf(index));
    else
        paintLoadingRow(*painter, option, theme, index.data().toString());
}

bool ClientDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
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
