#pragma once

#include "core/domain/lists.h"

/// The rows of a list of which only some are here: four bytes for each row of the list, and the content of those that
/// were looked at last. Positions are checked by the caller.
class RowSlots
{
public:
    /// More rows than this are not kept: those not looked at for longest go.
    static constexpr size_t mostLoaded = 4'096;

    [[nodiscard]] qsizetype size() const { return qsizetype(m_slots.size()); }
    [[nodiscard]] size_t loaded() const { return m_entries.size(); }

    void reset(qsizetype total);
    void insert(qsizetype first, qsizetype count);
    void remove(qsizetype first, qsizetype count);
    /// One row, to where it stands afterwards.
    void move(qsizetype from, qsizetype to);
    /// `order[newPosition]` is the old position.
    void reorder(const std::vector<quint32> &order);

    void put(qsizetype position, const Row &row);
    /// What is here of these rows is shown until it comes anew.
    void markStale(qsizetype first, qsizetype count);

    /// Empty where the row is not here. Counts as a look at it.
    [[nodiscard]] const Row *look(qsizetype position) const;
    [[nodiscard]] bool isFresh(qsizetype position) const;
    /// Lets go of what was not looked at for longest, where more is here than is kept.
    void trim();

private:
    struct Entry
    {
        Row row;
        qsizetype position = 0;
        mutable quint64 lookedAt = 0;
        bool stale = false;
    };

    void drop(quint32 slot);
    void shift(qsizetype from, qsizetype by);

    std::vector<quint32> m_slots; ///< 0: not here; else one more than the place in `m_entries`
    std::vector<Entry> m_entries;
    mutable quint64 m_looks = 0;
};
