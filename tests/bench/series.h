#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <vector>

/// Times in milliseconds of something done many times.
class Series
{
public:
    void add(double ms) { m_ms.push_back(ms); }
    [[nodiscard]] bool isEmpty() const { return m_ms.empty(); }
    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] double p95() const { return at(0.95); }
    [[nodiscard]] double most() const { return at(1); }

private:
    [[nodiscard]] double at(double share) const
    {
        if (m_ms.empty())
            return -1;
        std::vector<double> sorted = m_ms;
        std::sort(sorted.begin(), sorted.end());
        return sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))];
    }

    std::vector<double> m_ms;
};

[[nodiscard]] inline double elapsedMs(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}
