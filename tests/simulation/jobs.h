#pragma once

#include <QtGlobal>

#include <functional>
#include <string>
#include <vector>

namespace simulation {

/// Seeds handed out one after the other to processes that share nothing else.
struct JobsResult
{
    std::vector<std::string> texts;  ///< What each process had to say at its end
    quint64 next = 0;                ///< The first seed that nobody took
    std::vector<quint64> crashed;    ///< Seeds in which a process ended by itself, or did not end within a minute
};

class Seeds
{
public:
    virtual ~Seeds() = default;
    /// False where there is none left.
    virtual bool take(quint64 &seed) = 0;
    virtual void stop() = 0; ///< For everybody
};

/// `work` runs in each process and answers its text.
[[nodiscard]] JobsResult runInProcesses(int jobs, quint64 from, quint64 to, double seconds,
                                        const std::function<std::string(Seeds &)> &work);

} // namespace simulation
