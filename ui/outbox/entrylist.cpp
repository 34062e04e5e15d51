#include "ui/outbox/entrylist.h"

#include "ui/common/theme.h"
#include "ui/outbox/outboxmodel.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

EntryList::EntryList(OutboxModel &model, Maker maker, Clock clock, QWidget *parent)
    : QScrollArea(parent)
    , m_model(model)
    , m_make(std::move(maker))
    , m_clock(std::move(clock))
    , m_rows(new QVBoxLayout)
    , m_below(new QVBoxLayout)
    , m_more(nullptr)
{
    auto *body = new QWidget(this);
    m_more = new QPushButton(body);
    m_more->setObjectName(QStringLiteral("showMore"));
    m_more->hide();
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(Measure::margin, 0, Measure::margin, Measure::margin);
    column->setSpacing(Measure::gap);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    column->addWidget(m_more, 0, Qt::AlignLeading);
    column->addLayout(m_below);
    column->addStretch(1);
    setWidget(body);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(true);

    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &EntryList::insertRows);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &EntryList::removeRows);
    connect(&m_model, &QAbstractItemModel::rowsMoved, this, &EntryList::moveRow);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &EntryList::changeRows);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_most += 2 * step;
        fill();
    });
    fill();
}

void EntryList::addBelow(QWidget *widget)
{
    m_below->addWidget(widget);
}

void EntryList::setSpacing(int spacing)
{
    m_rows->setSpacing(spacing);
}

EntryWidget *EntryList::widgetAt(int row) const
{
    return static_cast<EntryWidget *>(m_rows->itemAt(row)->widget());
}

void EntryList::insertRows(const QModelIndex &, int first, int last)
{
    const int made = m_rows->count();
    for (int row = first; row <= last && row < m_most && row <= made + (row - first); ++row) {
        EntryWidget *const widget = m_make(this->widget());
        widget->setEntry(m_model.entry(row), m_clock());
        m_rows->insertWidget(row, widget);
    }
    fill();
}

void EntryList::removeRows(const QModelIndex &, int first, int last)
{
    for (int row = std::min(last, m_rows->count() - 1); row >= first; --row) {
        const std::unique_ptr<QLayoutItem> item(m_rows->takeAt(row));
        // Its own button may be what is being pressed.
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    fill();
}

void EntryList::moveRow(const QModelIndex &, int first, int, const QModelIndex &, int to)
{
    // The model only moves rows upwards. One that had no widget gets one where it now stands.
    if (to >= m_rows->count())
        return;
    if (first >= m_rows->count()) {
        insertRows({}, to, to);
        return;
    }
    EntryWidget *const widget = widgetAt(first);
    m_rows->removeWidget(widget);
    m_rows->insertWidget(to, widget);
}

void EntryList::changeRows(const QModelIndex &from, const QModelIndex &to)
{
    for (int row = from.row(); row <= to.row() && row < m_rows->count(); ++row)
        widgetAt(row)->setEntry(m_model.entry(row), m_clock());
}

void EntryList::fill()
{
    const int wanted = std::min(m_most, m_model.rowCount());
    while (m_rows->count() > wanted) {
        const std::unique_ptr<QLayoutItem> item(m_rows->takeAt(m_rows->count() - 1));
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    for (int row = m_rows->count(); row < wanted; ++row) {
        EntryWidget *const widget = m_make(this->widget());
        widget->setEntry(m_model.entry(row), m_clock());
        m_rows->addWidget(widget);
    }
    const int left = m_model.rowCount() - wanted;
    m_more->setVisible(left > 0);
    m_more->setText(left == 1 ? tr("Show 1 more") : tr("Show more (%Ln left)", nullptr, left));
    m_more->setAccessibleName(m_more->text());
}
