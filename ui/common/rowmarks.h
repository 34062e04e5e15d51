#pragma once

#include "ui/common/twolinerow.h"

/// The small shapes before a row's state, each in a square of 14 pixels.

/// A clock, or an exclamation mark, in a circle.
void drawMark(QPainter &painter, const QRectF &place, TwoLineRow::Mark mark, const QColor &colour);
/// There is a message.
void drawEnvelope(QPainter &painter, const QRectF &place, const QColor &colour);
/// There is a note: a sheet of paper with its corner turned down, and two lines written on it.
void drawSheet(QPainter &painter, const QRectF &place, const QColor &colour);
