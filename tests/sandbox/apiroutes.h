#pragma once

#include "tests/sandbox/httpmessages.h"
#include "tests/sandbox/site.h"

#include <optional>
#include <string>

namespace sandbox {

/// The contract's paths under /v1, and the faults that were asked for. Any thread.
class ApiRoutes
{
public:
    explicit ApiRoutes(Site &site)
        : m_site(site)
    {}

    Reply answer(const Request &request);

private:
    Reply undisturbed(const Request &request);
    Reply disturbed(const Request &request, const Fault &fault);
    Reply delayed(const Request &request, const Fault &fault);
    Reply stalled(const Request &request, const Fault &fault);
    Reply dispatched(const Request &request, const Person &person);
    Reply operation(const Request &request, const Person &person);
    Reply events(const Request &request, const Person &person);
    /// Absent where the request may go on.
    std::optional<Answer> clientFault(const Request &request);
    std::optional<Person> signedIn(const Request &request);
    /// Notes an attempt of an operation that gets no further.
    void lose(const Request &request);

    Site &m_site;
};

} // namespace sandbox
