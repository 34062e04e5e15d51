#pragma once

#include "ui/common/twolinerow.h"

#include <QStyledItemDelegate>

/// Paints a client's two lines.
class ClientDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setShowsBranch(bool shows) { m_showsBranch = shows; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    [[nodiscard]] TwoLineRow rowOf(const QModelIndex &index) const;

    bool m_showsBranch = false;
};
