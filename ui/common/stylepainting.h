#pragma once

class QColor;
class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSlider;
class QRect;
class QWidget;

/// The parts that AtlasStyle paints, each from its option alone.
namespace stylepainting {

void button(QPainter &painter, const QStyleOption &option, const QWidget *widget);
/// A line of text to type in, or the frame of a larger field.
void field(QPainter &painter, const QStyleOption &option);
void focusRing(QPainter &painter, const QStyleOption &option);
void radio(QPainter &painter, const QStyleOption &option);
void check(QPainter &painter, const QStyleOption &option);
/// `arrow`: where the arrow may stand.
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow);
/// `ground`: what is behind the list that it scrolls.
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider, const QColor &ground);
void splitter(QPainter &painter, const QStyleOption &option);

} // namespace stylepainting
