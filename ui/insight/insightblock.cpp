#include "ui/insight/insightblock.h"

#include "ui/common/plaintext.h"
#include "ui/common/theme.h"
#include "ui/insight/figuretable.h"

#include <QLabel>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace {
constexpr int besideFrom = 640;
}

InsightBlock::InsightBlock(const QString &objectName, const QString &title, const QString &tableName, QWidget *parent)
    : QWidget(parent)
    , m_charts(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_table(new FigureTable(objectName + QStringLiteral("Table"), tableName, this))
{
    setObjectName(objectName);
    QLabel *const head = plainLabel(this, objectName + QStringLiteral("Title"));
    head->setText(title);
    head->setFont(themeFont(*this, 1, true));
    m_charts->setSpacing(Measure::margin * 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, Measure::margin);
    column->setSpacing(Measure::gap + Measure::grid);
    column->addWidget(head);
    column->addLayout(m_charts);
    column->addWidget(m_table);
}

BarChart *InsightBlock::addChart(const QString &objectName, const QString &name)
{
    auto *chart = new BarChart(objectName, name, this);
    chart->setAccessibleDescription(tr("A chart; its figures are in the table below it."));
    m_charts->addWidget(chart, 1);
    return chart;
}

void InsightBlock::setFigures(const InsightFigures::Figures &figures)
{
    m_table->setFigures(figures.heads, figures.rows);
}

void InsightBlock::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_charts->setDirection(event->size().width() < besideFrom ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}
