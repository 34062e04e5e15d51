#pragma once

#include <QTableWidget>

/// Figures as a table: each cell heard with its row's and its column's name, and reached by the arrow keys; Tab leads out
/// of it. As high as its rows.
class FigureTable final : public QTableWidget
{
    Q_OBJECT

public:
    FigureTable(const QString &objectName, const QString &name, QWidget *parent);

    /// `rows`: the row's name first, then a figure for each of the other heads. Tells only what is another.
    void setFigures(const QStringList &heads, const std::vector<QStringList> &rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] int wholeHeight() const;
    void setFigure(int row, int column, const QString &text, const QString &spoken);
};
