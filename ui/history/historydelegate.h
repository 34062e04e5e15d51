#pragma once

#include "ui/common/twolinerow.h"

#include <QStyledItemDelegate>

/// Paints an invitation in any state: who, and what became of it.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Outcome: who decided and why, below the name. Owner: whose it is, where one looks for a person.
    enum class SecondLine { Outcome, Owner };
    HistoryDelegate(SecondLine second, QObject *parent);

    /// With All branches, which one is said too.
    void setShowsBranch(bool shows) { m_showsBranch = shows; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    [[nodiscard]] TwoLineRow rowOf(const QModelIndex &index) const;

    const SecondLine m_second;
    bool m_showsBranch = false;
};
