#include "ui/common/newabove.h"

#include "ui/common/pagedmodel.h"
#include "ui/common/rowlist.h"

#include <QScrollBar>

#include <algorithm>
#include <utility>

NewAbove::NewAbove(RowList &list, PagedModel &model, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_model(model)
{
    // What a long list left out at first is not new.
    connect(&model, &PagedModel::changeBegun, this, [this] { m_counting = !m_model.isLimited(); });
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { collect(first, last); });
    // The list, which has been told before, stands where it will stand.
    connect(&model, &PagedModel::changeEnded, this, [this] {
        m_counting = false;
        sift();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &NewAbove::forget);
    connect(list.verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (!m_counting)
            sift();
    });
}

void NewAbove::collect(int first, int last)
{
    for (int row = first; m_counting && row <= last && m_arrived.size() < most; ++row)
        m_arrived.emplace_back(m_model.index(row, 0));
}

void NewAbove::sift()
{
    const int top = std::max(0, m_list.rowAt(0));
    std::vector<QPersistentModelIndex> above;
    for (const auto *rows : {&m_above, &m_arrived}) {
        for (const QPersistentModelIndex &row : *rows) {
            if (row.isValid() && row.row() < top && above.size() < most)
                above.push_back(row);
        }
    }
    m_arrived.clear();
    keep(std::move(above));
}

void NewAbove::forget()
{
    m_arrived.clear();
    keep({});
}

void NewAbove::keep(std::vector<QPersistentModelIndex> above)
{
    const bool another = above.size() != m_above.size();
    m_above = std::move(above);
    if (another)
        emit countChanged(count());
}

void NewAbove::show()
{
    const auto first = std::min_element(m_above.begin(), m_above.end(),
                                        [](const auto &a, const auto &b) { return a.row() < b.row(); });
    if (first == m_above.end())
        return;
    m_list.scrollTo(*first, QAbstractItemView::PositionAtTop);
    m_list.setFocus(Qt::OtherFocusReason);
}
