#pragma once

#include "tests/sandbox/httpmessages.h"
#include "tests/sandbox/site.h"

#include <functional>
#include <string>
#include <vector>

namespace sandbox {

/// The tests' side: faults, clock, evidence, and whatever can happen at a practice. JSON under /control, with the
/// control token as bearer. Any thread. README.md lists the paths.
class ControlRoutes
{
public:
    explicit ControlRoutes(Site &site);

    Reply answer(const Request &request);

private:
    /// `rest` is what follows the route's prefix in the path; `body` the JSON that came, or an empty object.
    using Handler = std::function<Reply(const std::string &rest, const Json &body)>;
    struct Route
    {
        std::string method;
        std::string prefix;
        Handler handler;
    };

    void add(const char *method, const char *prefix, Handler handler);
    void addFaults();
    void addClock();
    void addEvidence();
    void addEvents();
    void addInvitations();
    void addObjects();
    void addObjectChanges();
    void addPeople();
    void addService();
    void addStates();
    Reply dispatched(const Request &request, const Json &body);

    Site &m_site;
    std::vector<Route> m_routes; ///< the first whose method and prefix fit
};

} // namespace sandbox
