#pragma once

#include <QStyledItemDelegate>

struct TwoLineRow;

/// Paints a template's two lines: what it is called, and what it is for.
class ReplyDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole, ///< What makes it the same template
        AboutRole,              ///< Its reason and language
        OriginRole,             ///< "comes with Atlas"; empty: it was written here
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
