#pragma once

#include "ui/common/twolinerow.h"

#include <QStyledItemDelegate>

/// Paints an invitation's two lines: who, and how long one has to answer.
class InvitationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// With All branches, which one is said beside the owner.
    void setShowsBranch(bool shows) { m_showsBranch = shows; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    [[nodiscard]] TwoLineRow rowOf(const QModelIndex &index) const;

    bool m_showsBranch = false;
};
