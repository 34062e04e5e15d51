#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

/// One colour of the theme, and how it is filled: so that a part is known without its colour, too.
enum class BarFill { Accent, Danger, Quiet, Pending, Other };

/// What a chart shows: for each label a bar, of as many parts as there are series.
struct BarData
{
    struct Series
    {
        QString name;
        BarFill fill = BarFill::Accent;
        std::vector<double> values; ///< One for each label, not negative
    };
    QStringList labels; ///< In one line each, safe to show
    std::vector<Series> series;
    QString unit; ///< Behind the numbers of the scale: "h"; empty: they count
};

/// Bars, painted; what they say is in a table beside them.
class BarChart final : public QWidget
{
    Q_OBJECT

public:
    /// `name`: what a screen reader says of it.
    BarChart(const QString &objectName, const QString &name, QWidget *parent);

    void setData(const BarData &data);
    [[nodiscard]] const BarData &data() const { return m_data; }

    /// The first round number that is not below `value`: the top of the scale.
    [[nodiscard]] static double topFor(double value);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double highest() const;
    /// The height that the names of the series take.
    int paintLegend(QPainter &painter) const;
    void paintScale(QPainter &painter, const QRectF &plot, double top) const;
    void paintBars(QPainter &painter, const QRectF &plot, double top) const;
    void paintLabels(QPainter &painter, const QRectF &plot) const;
    void paintPart(QPainter &painter, const QRectF &part, BarFill fill) const;
    /// As it stands in a window that reads from right to left.
    [[nodiscard]] QRectF mirrored(const QRectF &rect) const;

    BarData m_data;
};
