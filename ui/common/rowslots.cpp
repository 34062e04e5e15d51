#include "ui/common/rowslots.h"

#include <algorithm>

void RowSlots::reset(qsizetype total)
{
    m_entries.clear();
    m_slots.assign(size_t(total), 0);
}

void RowSlots::shift(qsizetype from, qsizetype by)
{
    for (Entry &entry : m_entries) {
        if (entry.position >= from)
            entry.position += by;
    }
}

void RowSlots::insert(qsizetype first, qsizetype count)
{
    m_slots.insert(m_slots.begin() + first, size_t(count), 0);
    shift(first, count);
}

void RowSlots::remove(qsizetype first, qsizetype count)
{
    for (qsizetype i = first; i < first + count; ++i)
        drop(m_slots[size_t(i)]);
    m_slots.erase(m_slots.begin() + first, m_slots.begin() + first + count);
    shift(first + count, -count);
}

void RowSlots::move(qsizetype from, qsizetype to)
{
    const auto at = m_slots.begin();
    if (from < to)
        std::rotate(at + from, at + from + 1, at + to + 1);
    else
        std::rotate(at + to, at + from, at + from + 1);
    for (Entry &entry : m_entries) {
        if (entry.position == from)
            entry.position = to;
        else if (from < to && entry.position > from && entry.position <= to)
            --entry.position;
        else if (to < from && entry.position >= to && entry.position < from)
            ++entry.position;
    }
}

void RowSlots::reorder(const std::vector<quint32> &order)
{
    std::vector<quint32> turned(order.size());
    for (size_t i = 0; i < order.size(); ++i) {
        turned[i] = m_slots[order[i]];
        if (turned[i] != 0)
            m_entries[turned[i] - 1].position = qsizetype(i);
    }
    m_slots = std::move(turned);
}

void RowSlots::put(qsizetype position, const Row &row)
{
    quint32 &slot = m_slots[size_t(position)];
    if (slot == 0) {
        m_entries.push_back({.row = row, .position = position, .lookedAt = ++m_looks});
        slot = quint32(m_entries.size());
        return;
    }
    Entry &entry = m_entries[slot - 1];
    entry.row = row;
    entry.stale = false;
}

void RowSlots::markStale(qsizetype first, qsizetype count)
{
    for (qsizetype i = first; i < first + count; ++i) {
        if (const quint32 slot = m_slots[size_t(i)])
            m_entries[slot - 1].stale = true;
    }
}

const Row *RowSlots::look(qsizetype position) const
{
    const quint32 slot = m_slots[size_t(position)];
    if (slot == 0)
        return nullptr;
    const Entry &entry = m_entries[slot - 1];
    entry.lookedAt = ++m_looks;
    return &entry.row;
}

bool RowSlots::isFresh(qsizetype position) const
{
    const quint32 slot = m_slots[size_t(position)];
    return slot != 0 && !m_entries[slot - 1].stale;
}

void RowSlots::drop(quint32 slot)
{
    if (slot == 0)
        return;
    // The last entry takes the place of the one that goes.
    Entry &gone = m_entries[slot - 1];
    m_slots[size_t(gone.position)] = 0;
    if (slot != m_entries.size()) {
        gone = std::move(m_entries.back());
        m_slots[size_t(gone.position)] = slot;
    }
    m_entries.pop_back();
}

void RowSlots::trim()
{
    if (m_entries.size() <= mostLoaded)
        return;
    // A quarter at a time, so that it is rare.
    std::vector<quint64> looks;
    looks.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        looks.push_back(entry.lookedAt);
    const auto limit = looks.begin() + qptrdiff(m_entries.size() - mostLoaded * 3 / 4);
    std::nth_element(looks.begin(), limit, looks.end());
    for (size_t i = m_entries.size(); i > 0; --i) {
        if (m_entries[i - 1].lookedAt < *limit)
            drop(quint32(i));
    }
}
