#pragma once

#include <QtGlobal>

#include <cstdlib>
#include <vector>

/// Which of the rows that a commit touched: one bit a row id, so that a pass over a million entries stays quick.
class RowidSet
{
public:
    explicit RowidSet(const std::vector<qint64> &rowids)
    {
        for (const qint64 rowid : rowids) {
            std::vector<bool> &bits = rowid < 0 ? m_negative : m_positive;
            const size_t index = size_t(std::abs(rowid));
            if (bits.size() <= index)
                bits.resize(index + 1);
            bits[index] = true;
        }
    }

    [[nodiscard]] bool contains(qint64 rowid) const
    {
        const std::vector<bool> &bits = rowid < 0 ? m_negative : m_positive;
        const size_t index = size_t(std::abs(rowid));
        return index < bits.size() && bits[index];
    }

private:
    std::vector<bool> m_positive;
    std::vector<bool> m_negative;
};
