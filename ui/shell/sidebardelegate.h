#pragma once

#include <QStyledItemDelegate>

/// Paints the sidebar's rows: icon, name, and the badge as a pill. In a rail only icon and badge.
class SidebarDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setRail(bool rail) { m_rail = rail; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_rail = false;
};

/// "12", "99+"
[[nodiscard]] QString badgeText(int badge);
