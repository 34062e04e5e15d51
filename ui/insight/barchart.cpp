#include "ui/insight/barchart.h"

#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace {

constexpr int swatch = 10;

QColor colourOf(BarFill fill, const Theme &theme)
{
    switch (fill) {
    case BarFill::Accent:
        return theme.accent;
    case BarFill::Danger:
        return theme.danger;
    case BarFill::Quiet:
        return theme.outline;
    case BarFill::Pending:
        return theme.warning;
    case BarFill::Other:
        return theme.secondary;
    }
    return theme.text;
}

Qt::BrushStyle patternOf(BarFill fill)
{
    switch (fill) {
    case BarFill::Accent:
        return Qt::SolidPattern;
    case BarFill::Danger:
        return Qt::BDiagPattern;
    case BarFill::Quiet:
        return Qt::Dense4Pattern;
    case BarFill::Pending:
        return Qt::HorPattern;
    case BarFill::Other:
        return Qt::CrossPattern;
    }
    return Qt::SolidPattern;
}

} // namespace

BarChart::BarChart(const QString &objectName, const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarChart::setData(const BarData &data)
{
    m_data = data;
    updateGeometry();
    update();
}

QSize BarChart::sizeHint() const
{
    return {440, 11 * fontMetrics().height()};
}

QSize BarChart::minimumSizeHint() const
{
    return {180, sizeHint().height()};
}

double BarChart::topFor(double value)
{
    double unit = 1;
    for (;; unit *= 10) {
        // Each parts into four whole numbers.
        for (const double step : {4.0, 8.0, 12.0, 16.0, 20.0, 24.0, 32.0}) {
            if (step * unit >= value)
                return step * unit;
        }
    }
}

double BarChart::highest() const
{
    double most = 0;
    for (qsizetype i = 0; i < m_data.labels.size(); ++i) {
        double sum = 0;
        for (const BarData::Series &series : m_data.series)
            sum += series.values[size_t(i)];
        most = std::max(most, sum);
    }
    return most;
}

QRectF BarChart::mirrored(const QRectF &rect) const
{
    if (layoutDirection() == Qt::LeftToRight)
        return rect;
    return {width() - rect.right(), rect.top(), rect.width(), rect.height()};
}

void BarChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double top = topFor(highest());
    const int line = fontMetrics().height();
    const int above = paintLegend(painter) + Measure::gap;
    const QString widest = QLocale().toString(top, 'f', 0) + u' ' + m_data.unit;
    const int scale = fontMetrics().horizontalAdvance(widest) + Measure::gap;
    const QRectF plot(scale, above + line / 2, width() - scale - 1, height() - above - line * 2);
    if (plot.width() < 20 || plot.height() < 20)
        return;
    paintScale(painter, plot, top);
    paintBars(painter, plot, top);
    paintLabels(painter, plot);
}

int BarChart::paintLegend(QPainter &painter) const
{
    const Theme theme = themeOf(*this);
    const int line = fontMetrics().height();
    qreal x = 0;
    qreal y = 0;
    for (const BarData::Series &series : m_data.series) {
        const qreal wide = swatch + Measure::grid + fontMetrics().horizontalAdvance(series.name) + Measure::margin;
        if (x > 0 && x + wide - Measure::margin > width()) {
            x = 0;
            y += line + Measure::grid;
        }
        paintPart(painter, mirrored({x, y + (line - swatch) / 2.0, swatch, swatch}), series.fill);
        painter.setPen(theme.text);
        painter.drawText(mirrored({x + swatch + Measure::grid, y, wide, qreal(line)}),
                         int(layoutDirection() == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight) | int(Qt::AlignAbsolute),
                         series.name);
        x += wide;
    }
    return int(y) + line;
}

void BarChart::paintScale(QPainter &painter, const QRectF &plot, double top) const
{
    const Theme theme = themeOf(*this);
    constexpr int steps = 4;
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    for (int i = 0; i <= steps; ++i) {
        const double value = top * i / steps;
        const qreal y = plot.bottom() - plot.height() * i / steps;
        painter.setPen(QPen(i == 0 ? theme.outline : theme.border, 1));
        const QRectF rule = mirrored({plot.left(), y, plot.width(), 0});
        painter.drawLine(rule.topLeft(), rule.topRight());
        const bool whole = value == std::floor(value);
        QString number = QLocale().toString(value, 'f', whole ? 0 : 1);
        if (!m_data.unit.isEmpty())
            number += u' ' + m_data.unit;
        painter.setPen(theme.secondary);
        const qreal half = fontMetrics().height() / 2.0;
        painter.drawText(mirrored({0, y - half, plot.left() - Measure::grid, 2 * half}),
                         int(leftToRight ? Qt::AlignRight : Qt::AlignLeft) | int(Qt::AlignVCenter | Qt::AlignAbsolute), number);
    }
}

void BarChart::paintBars(QPainter &painter, const QRectF &plot, double top) const
{
    const qreal room = plot.width() / std::max(1.0, double(m_data.labels.size()));
    const qreal wide = std::min(40.0, room * 0.62);
    for (qsizetype i = 0; i < m_data.labels.size(); ++i) {
        qreal bottom = plot.bottom();
        for (const BarData::Series &series : m_data.series) {
            const qreal high = plot.height() * series.values[size_t(i)] / top;
            if (high <= 0)
                continue;
            const qreal left = plot.left() + room * qreal(i) + (room - wide) / 2;
            paintPart(painter, mirrored({left, bottom - high, wide, high}), series.fill);
            bottom -= high;
        }
    }
}

void BarChart::paintLabels(QPainter &painter, const QRectF &plot) const
{
    painter.setPen(themeOf(*this).secondary);
    const qreal room = plot.width() / std::max(1.0, double(m_data.labels.size()));
    int widest = 1;
    for (const QString &label : m_data.labels)
        widest = std::max(widest, fontMetrics().horizontalAdvance(label));
    // Every label where they all fit, else shortened ones where that leaves something to read, else every other.
    const int step = room >= 40 || widest < room ? 1 : int(std::ceil(40 / room));
    for (qsizetype i = 0; i < m_data.labels.size(); i += step) {
        const QString shown = fontMetrics().elidedText(m_data.labels[i], Qt::ElideRight, int(room * step) - 4);
        painter.drawText(mirrored({plot.left() + room * qreal(i) - room * (step - 1) / 2.0, plot.bottom() + Measure::grid,
                                   room * step, qreal(fontMetrics().height())}),
                         int(Qt::AlignHCenter), shown);
    }
}

void BarChart::paintPart(QPainter &painter, const QRectF &part, BarFill fill) const
{
    const QColor colour = colourOf(fill, themeOf(*this));
    QColor ground = colour;
    ground.setAlphaF(fill == BarFill::Accent ? 1.0F : 0.3F);
    painter.setPen(Qt::NoPen);
    painter.fillRect(part, ground);
    painter.fillRect(part, QBrush(colour, patternOf(fill)));
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(part.adjusted(0.5, 0.5, -0.5, -0.5));
}
