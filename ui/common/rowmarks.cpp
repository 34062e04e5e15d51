#include "ui/common/rowmarks.h"

#include <QPainter>

void drawMark(QPainter &painter, const QRectF &place, TwoLineRow::Mark mark, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF circle = place.adjusted(1, 1, -1, -1);
    const QPointF middle = circle.center();
    painter.drawEllipse(circle);
    if (mark == TwoLineRow::Mark::DueSoon) {
        painter.drawPolyline(
            QPolygonF{QPointF(middle.x(), middle.y() - 3.2), middle, QPointF(middle.x() + 2.4, middle.y() + 1.2)});
        return;
    }
    painter.drawLine(QPointF(middle.x(), middle.y() - 3), QPointF(middle.x(), middle.y() + 0.5));
    painter.drawPoint(QPointF(middle.x(), middle.y() + 3));
}

void drawEnvelope(QPainter &painter, const QRectF &place, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF body = place.adjusted(1, 2.5, -1, -2.5);
    painter.drawRoundedRect(body, 1.5, 1.5);
    painter.drawPolyline(
        QPolygonF{body.topLeft() + QPointF(0.5, 1), body.center() + QPointF(0, 1), body.topRight() + QPointF(-0.5, 1)});
}

void drawSheet(QPainter &painter, const QRectF &place, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QRectF body = place.adjusted(2, 1, -2, -1);
    constexpr qreal corner = 3.5;
    const QPointF fold(body.right() - corner, body.bottom() - corner);
    painter.drawPolyline(QPolygonF{QPointF(body.right(), fold.y()), body.topRight(), body.topLeft(), body.bottomLeft(),
                                   QPointF(fold.x(), body.bottom()), QPointF(body.right(), fold.y()), fold,
                                   QPointF(fold.x(), body.bottom())});
    painter.drawLine(body.topLeft() + QPointF(2.5, 3.2), body.topRight() + QPointF(-2.5, 3.2));
    painter.drawLine(body.topLeft() + QPointF(2.5, 6), body.topRight() + QPointF(-4, 6));
}
