#include "core/store/listplan.h"

#include <algorithm>

namespace {

/// Step by step. `m_around` are the changing rows as they stand now: a row at index i of it is at position gap + i.
class SinglePlan
{
public:
    SinglePlan(const ListChange &change, const Rowids &rewritten)
        : m_change(change)
        , m_rewritten(rewritten)
        , m_around(change.before)
    {}

    std::vector<PlannedStep> steps()
    {
        remove();
        move();
        insert();
        rewrite();
        return std::move(m_steps);
    }

private:
    void remove()
    {
        const Rowids staying = rowidsOf(m_change.after);
        for (size_t i = m_around.size(); i-- > 0;) {
            const PlacedRow row = m_around[i];
            if (staying.contains(row.entry.rowid))
                continue;
            addRow(m_steps, ListStep::Kind::Remove, row.gap + qsizetype(i), row.entry.rowid);
            m_around.erase(m_around.begin() + qsizetype(i));
        }
    }

    /// In the new order, each behind those that have been put in their place already; the others stand where they
    /// stood.
    void move()
    {
        const Rowids old = rowidsOf(m_change.before);
        for (const PlacedRow &row : m_change.after) {
            if (!old.contains(row.entry.rowid))
                continue;
            moveOne(row);
            m_settled.insert(row.entry.rowid);
        }
    }

    void moveOne(const PlacedRow &row)
    {
        const auto here = std::find_if(m_around.begin(), m_around.end(),
                                       [&](const PlacedRow &other) { return other.entry.rowid == row.entry.rowid; });
        const auto settledInGap = [&](const PlacedRow &other) {
            return other.gap == row.gap && m_settled.contains(other.entry.rowid);
        };
        if (here->gap == row.gap && std::none_of(here, m_around.end(), settledInGap))
            return;
        const qsizetype from = here->gap + (here - m_around.begin());
        m_around.erase(here);
        auto there = std::find_if(m_around.begin(), m_around.end(),
                                  [&](const PlacedRow &other) { return other.gap >= row.gap; });
        for (auto other = there; other != m_around.end() && other->gap == row.gap; ++other) {
            if (m_settled.contains(other->entry.rowid))
                there = other + 1;
        }
        const qsizetype to = row.gap + (there - m_around.begin());
        m_around.insert(there, row);
        if (to == from)
            return;
        PlannedStep planned;
        planned.step.kind = ListStep::Kind::Move;
        planned.step.first = from;
        planned.step.count = 1;
        planned.step.to = to;
        m_steps.push_back(planned);
    }

    void insert()
    {
        const Rowids old = rowidsOf(m_change.before);
        for (size_t i = 0; i < m_change.after.size(); ++i) {
            const PlacedRow &row = m_change.after[i];
            if (!old.contains(row.entry.rowid))
                addRow(m_steps, ListStep::Kind::Insert, row.gap + qsizetype(i), row.entry.rowid);
        }
    }

    void rewrite()
    {
        const Rowids old = rowidsOf(m_change.before);
        for (size_t i = 0; i < m_change.after.size(); ++i) {
            const PlacedRow &row = m_change.after[i];
            if (old.contains(row.entry.rowid) && m_rewritten.contains(row.entry.rowid))
                addRow(m_steps, ListStep::Kind::Change, row.gap + qsizetype(i), row.entry.rowid);
        }
    }

    const ListChange &m_change;
    const Rowids &m_rewritten;
    std::vector<PlacedRow> m_around;
    Rowids m_settled;
    std::vector<PlannedStep> m_steps;
};

} // namespace

std::vector<PlannedStep> singleSteps(const ListChange &change, const Rowids &rewritten)
{
    return SinglePlan(change, rewritten).steps();
}
