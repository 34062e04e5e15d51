#include "tests/sandbox/controlroutes.h"

#include "tests/sandbox/textrules.h"

namespace sandbox {

namespace {

constexpr std::string_view root = "/control";

Reply wrong(int status, const std::string &what)
{
    return jsonReply({{"error", what}}, status);
}

} // namespace

ControlRoutes::ControlRoutes(Site &site)
    : m_site(site)
{
    addFaults();
    addClock();
    addEvidence();
    addEvents();
    addInvitations();
    addObjects();
    addObjectChanges();
    addPeople();
    addService();
    addStates();
}

void ControlRoutes::add(const char *method, const char *prefix, Handler handler)
{
    m_routes.push_back({method, prefix, std::move(handler)});
}

Reply ControlRoutes::answer(const Request &request)
{
    if (request.header("authorization") != "Bearer " + m_site.controlToken)
        return wrong(401, "the control token is needed, as a bearer");
    const Json body = request.body.empty() ? Json::object() : Json::parse(request.body, nullptr, false);
    if (body.is_discarded())
        return wrong(400, "the body is no JSON");
    try {
        return dispatched(request, body);
    } catch (const Json::exception &error) {
        return wrong(400, error.what());
    }
}

Reply ControlRoutes::dispatched(const Request &request, const Json &body)
{
    const std::string path = request.path.substr(root.size());
    for (const Route &route : m_routes) {
        const bool whole = route.prefix.back() != '/';
        const bool fits = whole ? path == route.prefix : path.compare(0, route.prefix.size(), route.prefix) == 0;
        if (fits && route.method == request.method)
            return route.handler(path.substr(route.prefix.size()), body);
    }
    return wrong(404, "no such path or method; see tests/sandbox/README.md");
}

void ControlRoutes::addFaults()
{
    add("GET", "/faults", [this](const std::string &, const Json &) { return jsonReply(m_site.faults.list()); });
    add("DELETE", "/faults", [this](const std::string &, const Json &) {
        m_site.bell.ring([this] { m_site.faults.clear(); });
        return jsonReply(Json::array());
    });
    add("POST", "/faults", [this](const std::string &, const Json &body) {
        for (const Json &rule : body.is_array() ? body : Json::array({body})) {
            const FaultRule read = faultFrom(rule);
            if (!read.fault)
                return wrong(400, read.error);
            m_site.faults.add(*read.fault);
        }
        return jsonReply(m_site.faults.list(), 201);
    });
    add("POST", "/outage", [this](const std::string &, const Json &body) {
        const bool on = body.at("on").get<bool>();
        if (m_site.relay() != nullptr)
            m_site.relay()->setOutage(on);
        return jsonReply({{"on", on}});
    });
}

void ControlRoutes::addClock()
{
    const auto state = [this] {
        return jsonReply({{"now", rfc3339(m_site.clock.now())}, {"offsetMs", m_site.clock.offset()}});
    };
    add("GET", "/clock", [state](const std::string &, const Json &) { return state(); });
    add("POST", "/clock", [this, state](const std::string &, const Json &body) {
        if (body.contains("offsetMs"))
            m_site.clock.setOffset(body["offsetMs"].get<Millis>());
        if (body.contains("advanceMs"))
            m_site.clock.setOffset(m_site.clock.offset() + body["advanceMs"].get<Millis>());
        return state();
    });
}

void ControlRoutes::addEvidence()
{
    add("GET", "/ledger", [this](const std::string &, const Json &) { return jsonReply(m_site.ledger.operations()); });
    add("DELETE", "/ledger", [this](const std::string &, const Json &) {
        m_site.ledger.clear();
        return jsonReply(Json::object());
    });
    add("GET", "/requests", [this](const std::string &, const Json &) { return jsonReply(m_site.ledger.requests()); });
    add("DELETE", "/requests", [this](const std::string &, const Json &) {
        m_site.ledger.clearRequests();
        return jsonReply(Json::object());
    });
    add("GET", "/mail", [this](const std::string &, const Json &) {
        Json mails = Json::array();
        for (const Maildir::Mail &mail : m_site.mail.latest(1000))
            mails.push_back({{"file", mail.file},
                             {"to", mail.to},
                             {"subject", mail.subject},
                             {"date", mail.date},
                             {"body", mail.body}});
        return jsonReply(mails);
    });
}

void ControlRoutes::addEvents()
{
    const auto state = [this] {
        return jsonReply({{"mode", nameOf(m_site.events.mode())}, {"open", m_site.events.openStreams()}});
    };
    add("GET", "/events", [state](const std::string &, const Json &) { return state(); });
    add("POST", "/events", [this, state](const std::string &, const Json &body) {
        if (body.contains("mode")) {
            const auto mode = eventMode(stringAt(body, "mode"));
            if (!mode)
                return wrong(400, "mode is normal, double, silent, split or off");
            m_site.events.setMode(*mode);
        }
        if (body.value("break", false))
            m_site.events.breakAll();
        return state();
    });
}

} // namespace sandbox
