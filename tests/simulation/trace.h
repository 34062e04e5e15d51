#pragma once

#include <QString>

#include <vector>

namespace simulation {

/// What happened in a run, line by line. The digest is always kept; the lines only where somebody wants to read them.
class Trace
{
public:
    explicit Trace(bool keepsLines)
        : m_keepsLines(keepsLines)
    {}

    void add(long long ms, const QString &line)
    {
        const QString whole = QStringLiteral("%1 %2").arg(double(ms) / 1000, 12, 'f', 3).arg(line);
        for (const QChar c : whole)
            m_digest = (m_digest ^ c.unicode()) * 1099511628211ULL;
        if (m_keepsLines)
            m_lines.push_back(whole);
    }

    [[nodiscard]] quint64 digest() const { return m_digest; }
    [[nodiscard]] const std::vector<QString> &lines() const { return m_lines; }

private:
    bool m_keepsLines;
    quint64 m_digest = 14695981039346656037ULL;
    std::vector<QString> m_lines;
};

} // namespace simulation
