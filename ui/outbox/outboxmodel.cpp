#include "ui/outbox/outboxmodel.h"

#include "ui/common/sentences.h"

#include <algorithm>
#include <unordered_set>

namespace {

const OperationId &idOf(const OutboxEntry &entry)
{
    return entry.operation.id;
}

std::unordered_set<OperationId> idsOf(const std::vector<OutboxEntry> &entries)
{
    std::unordered_set<OperationId> ids;
    for (const OutboxEntry &entry : entries)
        ids.insert(idOf(entry));
    return ids;
}

/// Body, decision and what was reviewed never change while an id lives.
bool sameShown(const OutboxEntry &a, const OutboxEntry &b)
{
    return a.operation.state == b.operation.state && a.operation.maybeApplied == b.operation.maybeApplied &&
           a.operation.end == b.operation.end && a.undoable == b.undoable && a.connecting == b.connecting &&
           a.holdLeft == b.holdLeft && a.currentIsPending == b.currentIsPending && a.current == b.current &&
           a.client == b.client;
}

} // namespace

void OutboxModel::setEntries(const std::vector<OutboxEntry> &entries)
{
    removeGone(entries);
    const std::unordered_set<OperationId> known = idsOf(m_entries);
    for (size_t row = 0; row < entries.size();) {
        if (known.contains(idOf(entries[row]))) {
            place(row, entries[row]);
            ++row;
            continue;
        }
        size_t end = row + 1;
        while (end < entries.size() && !known.contains(idOf(entries[end])))
            ++end;
        insertNew(row, entries, end - row);
        row = end;
    }
}

void OutboxModel::removeGone(const std::vector<OutboxEntry> &entries)
{
    const std::unordered_set<OperationId> staying = idsOf(entries);
    for (size_t last = m_entries.size(); last > 0;) {
        if (staying.contains(idOf(m_entries[last - 1]))) {
            --last;
            continue;
        }
        size_t first = last - 1;
        while (first > 0 && !staying.contains(idOf(m_entries[first - 1])))
            --first;
        beginRemoveRows({}, int(first), int(last) - 1);
        m_entries.erase(m_entries.begin() + qptrdiff(first), m_entries.begin() + qptrdiff(last));
        endRemoveRows();
        last = first;
    }
}

void OutboxModel::insertNew(size_t row, const std::vector<OutboxEntry> &entries, size_t count)
{
    const auto from = entries.begin() + qptrdiff(row);
    beginInsertRows({}, int(row), int(row + count) - 1);
    m_entries.insert(m_entries.begin() + qptrdiff(row), from, from + qptrdiff(count));
    endInsertRows();
}

void OutboxModel::place(size_t row, const OutboxEntry &entry)
{
    if (!(idOf(m_entries[row]) == idOf(entry))) {
        const auto target = m_entries.begin() + qptrdiff(row);
        const auto at =
            std::find_if(target, m_entries.end(), [&](const OutboxEntry &e) { return idOf(e) == idOf(entry); });
        const int from = int(at - m_entries.begin());
        beginMoveRows({}, from, from, {}, int(row));
        std::rotate(target, at, at + 1);
        endMoveRows();
    }
    if (sameShown(m_entries[row], entry))
        return;
    m_entries[row] = entry;
    const QModelIndex changed = index(int(row), 0);
    emit dataChanged(changed, changed);
}

int OutboxModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OutboxEntry &shown = entry(index.row());
    if (role == Qt::DisplayRole)
        return Sentences::subject(shown.operation);
    if (role == Qt::AccessibleTextRole)
        return isLive(shown.operation.state) ? Sentences::waiting(shown) : Sentences::cardTitle(shown);
    return {};
}
