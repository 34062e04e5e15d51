#include "ui/invitations/invitationdelegate.h"

#include "core/domain/responseclock.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/invitations/invitationsmodel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace {

Instant instantOf(const QModelIndex &index, int role)
{
    return instantFromMs(index.data(role).toLongLong());
}

TwoLineRow::Mark markOf(Urgency urgent)
{
    switch (urgent) {
    case Urgency::InTime:
        return TwoLineRow::Mark::None;
    case Urgency::DueSoon:
        return TwoLineRow::Mark::DueSoon;
    case Urgency::Overdue:
        return TwoLineRow::Mark::Overdue;
    }
    return TwoLineRow::Mark::None;
}

} // namespace

TwoLineRow InvitationDelegate::rowOf(const QModelIndex &index) const
{
    const auto *model = qobject_cast<const InvitationsModel *>(index.model());
    const Instant now = model ? model->now() : Instant();
    const Instant due = instantOf(index, InvitationsModel::DueRole);
    TwoLineRow row;
    row.name = index.data(InvitationsModel::CompanyRole).toString();
    row.aside = Phrases::ago(instantOf(index, InvitationsModel::SentRole), now);
    row.second = index.data(InvitationsModel::OwnerRole).toString();
    const QString branch = index.data(InvitationsModel::BranchRole).toString();
    if (m_showsBranch && !branch.isEmpty())
        row.second = tr("%1 · %2", "owner and branch").arg(inSentence(row.second), branch);
    row.state = Phrases::answerIn(due, now);
    row.mark = markOf(urgency(due, now));
    row.message = index.data(InvitationsModel::HasMessageRole).toBool();
    row.note = index.data(InvitationsModel::HasNoteRole).toBool();
    return row;
}

void InvitationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = option.widget ? themeOf(*option.widget) : themeFor(option.palette);
    if (index.data(PagedModel::LoadedRole).toBool())
        paintTwoLineRow(*painter, option, theme, rowOf(index));
    else
        paintLoadingRow(*painter, option, theme, index.data().toString());
}

QSize InvitationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.widget ? QSize(0, twoLineRowHeight(*option.widget)) : QSize();
}

bool InvitationDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
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
