#pragma once

#include "ui/insight/insightfigures.h"

#include <QWidget>

class FigureTable;
class QBoxLayout;

/// A heading, charts, and below them the table that has the same figures.
class InsightBlock final : public QWidget
{
    Q_OBJECT

public:
    InsightBlock(const QString &objectName, const QString &title, const QString &tableName, QWidget *parent);

    /// Beside each other where there is room.
    BarChart *addChart(const QString &objectName, const QString &name);
    void setFigures(const InsightFigures::Figures &figures);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_charts;
    FigureTable *m_table;
};
