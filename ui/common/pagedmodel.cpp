#include "ui/common/pagedmodel.h"

#include <algorithm>

namespace {

// Whoever looks at more than this between two passes of the event loop is reading through the whole list (a screen
// reader's cache, a test): what was looked at last comes first, the rest when it is looked at again.
constexpr size_t mostPagesAtOnce = 8;

} // namespace

PagedModel::PagedModel(Session &session, ListKind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_kind(kind)
{
    m_query.kind = kind;
    connect(&session, &Session::listOpened, this, &PagedModel::applyOpened);
    connect(&session, &Session::rowsLoaded, this, &PagedModel::applyPage);
    connect(&session, &Session::changed, this, &PagedModel::applyChanges);
}

void PagedModel::open(const ListQuery &query)
{
    m_query = query;
    m_generation = m_session.openList(query);
}

int PagedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PagedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant PagedModel::headerData(int, Qt::Orientation, int) const
{
    // A screen reader would read out row numbers otherwise.
    return {};
}

QVariant PagedModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row *row = m_rows.look(index.row());
    if (!m_rows.isFresh(index.row()))
        want(index.row());
    if (role == LoadedRole)
        return row != nullptr;
    if (row)
        return rowData(*row, role);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return tr("Loading");
    return {};
}

void PagedModel::want(qsizetype row) const
{
    const qsizetype page = row / pageRows;
    if (isOpening() || m_asked.contains(page) || (!m_wanted.empty() && m_wanted.back() == page))
        return;
    if (m_wanted.empty())
        QMetaObject::invokeMethod(
            const_cast<PagedModel *>(this), [self = const_cast<PagedModel *>(this)] { self->askForWanted(); },
            Qt::QueuedConnection);
    m_wanted.push_back(page);
}

void PagedModel::askForWanted()
{
    std::set<qsizetype> pages;
    for (auto page = m_wanted.rbegin(); page != m_wanted.rend() && pages.size() < mostPagesAtOnce; ++page) {
        if (!m_asked.contains(*page) && *page * pageRows < m_rows.size())
            pages.insert(*page);
    }
    m_wanted.clear();
    if (isOpening())
        return;
    m_asked.insert(pages.begin(), pages.end());
    for (auto page = pages.begin(); page != pages.end();) {
        const qsizetype first = *page;
        qsizetype last = first;
        for (++page; page != pages.end() && *page == last + 1; ++page)
            last = *page;
        const qsizetype end = std::min(m_rows.size(), (last + 1) * pageRows);
        m_session.loadRows(m_kind, m_shown, first * pageRows, end - first * pageRows);
    }
}

void PagedModel::askAgain()
{
    // Requests under way were for positions that have changed, and may not be answered. Whoever still shows such a row
    // is told to look again, and that asks.
    for (const qsizetype page : std::exchange(m_asked, {}))
        announce(page * pageRows, pageRows);
}

void PagedModel::announce(qsizetype first, qsizetype count)
{
    const qsizetype last = std::min(first + count, m_rows.size()) - 1;
    if (first <= last)
        emit dataChanged(index(int(first), 0), index(int(last), 0));
}

void PagedModel::put(qsizetype first, const std::vector<Row> &rows)
{
    qsizetype position = first;
    for (const Row &row : rows) {
        if (position < m_rows.size())
            m_rows.put(position++, row);
    }
}

void PagedModel::applyOpened(const ListOpened &list)
{
    if (list.query.kind != m_kind || list.generation != m_generation)
        return;
    beginResetModel();
    m_shown = list.generation;
    m_limited = list.limited;
    m_asked.clear();
    m_rows.reset(list.total);
    put(0, list.firstRows);
    endResetModel();
    emit opened();
}

void PagedModel::applyPage(const RowPage &page)
{
    if (page.kind != m_kind || page.generation != m_shown || isOpening())
        return;
    const qsizetype count = qsizetype(page.rows.size());
    const qsizetype last = page.first + std::max<qsizetype>(count, 1) - 1;
    m_asked.erase(m_asked.lower_bound(page.first / pageRows), m_asked.upper_bound(last / pageRows));
    put(page.first, page.rows);
    m_rows.trim();
    announce(page.first, count);
}

void PagedModel::applyChanges(const ChangeSet &changes)
{
    for (const ListDiff &diff : changes.lists) {
        if (diff.kind == m_kind && diff.generation == m_shown && !isOpening())
            applyDiff(diff);
    }
}

void PagedModel::applyDiff(const ListDiff &diff)
{
    emit changeBegun();
    bool whole = true;
    for (const ListStep &step : diff.steps) {
        whole = whole && fits(step);
        if (whole)
            applyStep(step);
    }
    m_limited = false;
    m_rows.trim();
    askAgain();
    emit changeEnded();
    // Never seen; but a list that has lost its place shows one client's name on another's row.
    if (!whole || m_rows.size() != diff.total)
        open(m_query);
}

bool PagedModel::fits(const ListStep &step) const
{
    const qsizetype size = m_rows.size();
    switch (step.kind) {
    case ListStep::Kind::Insert:
        return step.first >= 0 && step.first <= size && step.count > 0;
    case ListStep::Kind::Remove:
    case ListStep::Kind::Change:
        return step.first >= 0 && step.count > 0 && step.first + step.count <= size;
    case ListStep::Kind::Move:
        return step.first >= 0 && step.first < size && step.to >= 0 && step.to < size;
    case ListStep::Kind::Reorder:
        return qsizetype(step.order.size()) == size;
    }
    return false;
}

void PagedModel::applyStep(const ListStep &step)
{
    const int first = int(step.first);
    const int last = int(step.first + step.count) - 1;
    switch (step.kind) {
    case ListStep::Kind::Insert:
        beginInsertRows({}, first, last);
        m_rows.insert(step.first, step.count);
        put(step.first, step.rows);
        endInsertRows();
        return;
    case ListStep::Kind::Remove:
        beginRemoveRows({}, first, last);
        m_rows.remove(step.first, step.count);
        endRemoveRows();
        return;
    case ListStep::Kind::Move:
        applyMove(first, int(step.to));
        return;
    case ListStep::Kind::Change:
        if (step.rows.empty())
            m_rows.markStale(step.first, step.count);
        else
            put(step.first, step.rows);
        announce(step.first, step.count);
        return;
    case ListStep::Kind::Reorder:
        applyReorder(step.order);
        return;
    }
}

void PagedModel::applyMove(int from, int to)
{
    // Qt names the row to move before, as it is numbered before the move.
    if (!beginMoveRows({}, from, from, {}, to > from ? to + 1 : to))
        return;
    m_rows.move(from, to);
    endMoveRows();
}

void PagedModel::applyReorder(const std::vector<quint32> &order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    m_rows.reorder(order);
    const QModelIndexList before = persistentIndexList();
    if (!before.isEmpty()) {
        std::vector<quint32> newPosition(order.size());
        for (size_t i = 0; i < order.size(); ++i)
            newPosition[order[i]] = quint32(i);
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &old : before)
            after.append(index(int(newPosition[size_t(old.row())]), old.column()));
        changePersistentIndexList(before, after);
    }
    emit layoutChanged({}, VerticalSortHint);
}
