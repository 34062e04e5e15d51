#pragma once

#include "core/domain/time.h"

#include <QString>

#include <map>
#include <optional>

namespace simulation {

/// How often the service is asked, and how seldom. Each answers what is wrong, or nothing. The event stream has rules of its
/// own.
class Pace
{
public:
    /// The program runs, and asks for the first time.
    void begins(Milliseconds now);
    [[nodiscard]] QString asks(Milliseconds now);
    /// An answer, or that there is none.
    void heard(Milliseconds now);
    /// The service's own Retry-After.
    void toldToWait(Milliseconds now, Milliseconds retryAfter);
    /// A person asks: whatever the service said.
    void personAsks(Milliseconds now);
    /// 401, or too old: nothing more is asked.
    void turnedAway() { m_turnedAway = true; }
    /// Nothing could be expected until then.
    void excuse(Milliseconds until) { m_excused = std::max(m_excused, until); }
    /// `readySince`: that something may leave.
    [[nodiscard]] QString overdue(Milliseconds now, std::optional<Milliseconds> readySince) const;
    [[nodiscard]] Milliseconds notBefore() const { return m_notBefore; }

    // --- Operations -------------------------------------------------------------------------------------------------
    [[nodiscard]] QString leaves(const QString &operation, const QString &invitation);
    void isBack(const QString &operation) { m_operations.erase(operation); }

private:
    Milliseconds m_notBefore{0};
    Milliseconds m_since{0};
    Milliseconds m_excused{0};
    int m_underWay = 0;
    bool m_turnedAway = false;
    std::map<QString, QString> m_operations; ///< Under way, and their invitations
};

} // namespace simulation
