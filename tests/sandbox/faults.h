#pragma once

#include "tests/sandbox/httpmessages.h"

#include <deque>
#include <mutex>
#include <optional>
#include <string>

namespace sandbox {

/// What goes wrong with a request, once or several times.
struct Fault
{
    enum class Kind { DropBefore, DropAfter, Status, Delay, Truncate, Stall };

    std::string method;     ///< empty: any
    std::string pathPrefix; ///< empty: any of the API
    int times = 1;          ///< how often still
    Kind kind = Kind::DropBefore;
    bool reset = false;      ///< of drops: a reset, not an end
    bool effect = false;     ///< of Status and Stall: the request has its effect all the same
    bool inProgress = false; ///< of Delay: meanwhile the operation counts as running
    int delayMs = 0;
    std::size_t bytes = 0; ///< of Truncate: of the body
    Reply reply;           ///< of Status

    bool matches(const Request &request) const;
};

/// Reads a rule as the control API has it; the message says what is wrong.
struct FaultRule
{
    std::optional<Fault> fault;
    std::string error;
};
FaultRule faultFrom(const Json &rule);

/// The rules that wait for their requests, first come first served. Any thread.
class Faults
{
public:
    void add(const Fault &fault);
    void clear();
    /// The first rule that is for this request; counts it down.
    std::optional<Fault> take(const Request &request);
    Json list() const;
    /// Rises with every clear(): ends what stalls.
    int clearings() const;

private:
    mutable std::mutex m_mutex;
    std::deque<Fault> m_faults;
    int m_clearings = 0;
};

} // namespace sandbox
