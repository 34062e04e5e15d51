#include "tests/sandbox/faults.h"

#include <algorithm>
#include <array>

namespace sandbox {

namespace {

constexpr std::array kinds{
    std::pair{Fault::Kind::DropBefore, "drop_before"}, std::pair{Fault::Kind::DropAfter, "drop_after"},
    std::pair{Fault::Kind::Status, "status"},          std::pair{Fault::Kind::Delay, "delay"},
    std::pair{Fault::Kind::Truncate, "truncate"},      std::pair{Fault::Kind::Stall, "stall"}};

const char *nameOf(Fault::Kind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [kind](const auto &pair) { return pair.first == kind; })->second;
}

/// The answer that a rule of kind "status" gives: problem details unless the rule has a body of its own.
Reply replyOf(const Json &rule)
{
    const int status = rule.value("status", 503);
    Reply made = reply(problem(status, rule.value("code", "unavailable"), "A fault that was asked for"));
    if (rule.contains("body"))
        made.body = rule["body"].is_string() ? stringAt(rule, "body") : text(rule["body"]);
    made.contentType = rule.value("contentType", made.contentType);
    made.foreign = !rule.value("atlasApi", true);
    const Json headers = rule.value("headers", Json::object());
    for (const auto &[name, value] : headers.items())
        made.headers.emplace_back(name, value.is_string() ? value.get<std::string>() : text(value));
    if (status == 204 || status == 304)
        made.body.clear();
    return made;
}

Fault read(const Json &rule, Fault::Kind kind)
{
    Fault fault;
    fault.kind = kind;
    fault.method = rule.value("method", "");
    fault.pathPrefix = rule.value("pathPrefix", "");
    fault.times = rule.value("times", 1);
    fault.reset = rule.value("reset", false);
    fault.effect = rule.value("effect", false);
    fault.inProgress = rule.value("inProgress", false);
    fault.delayMs = rule.value("ms", 0);
    fault.bytes = rule.value("bytes", std::size_t(0));
    fault.reply = replyOf(rule);
    return fault;
}

} // namespace

bool Fault::matches(const Request &request) const
{
    return times > 0 && (method.empty() || method == request.method) &&
           (pathPrefix.empty() || request.startsWith(pathPrefix));
}

FaultRule faultFrom(const Json &rule)
{
    const std::string kind = stringAt(rule, "kind");
    const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const auto &pair) { return pair.second == kind; });
    if (known == kinds.end())
        return {std::nullopt, "kind is drop_before, drop_after, status, delay, truncate or stall"};
    try {
        return {read(rule, known->first), {}};
    } catch (const Json::exception &error) {
        return {std::nullopt, error.what()};
    }
}

void Faults::add(const Fault &fault)
{
    const std::lock_guard lock(m_mutex);
    m_faults.push_back(fault);
}

void Faults::clear()
{
    const std::lock_guard lock(m_mutex);
    m_faults.clear();
    ++m_clearings;
}

std::optional<Fault> Faults::take(const Request &request)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_faults.begin(), m_faults.end(),
                                    [&request](const Fault &fault) { return fault.matches(request); });
    if (found == m_faults.end())
        return std::nullopt;
    Fault taken = *found;
    if (--found->times == 0)
        m_faults.erase(found);
    return taken;
}

Json Faults::list() const
{
    const std::lock_guard lock(m_mutex);
    Json rules = Json::array();
    for (const Fault &fault : m_faults)
        rules.push_back({{"kind", nameOf(fault.kind)},
                         {"method", fault.method},
                         {"pathPrefix", fault.pathPrefix},
                         {"times", fault.times}});
    return rules;
}

int Faults::clearings() const
{
    const std::lock_guard lock(m_mutex);
    return m_clearings;
}

} // namespace sandbox
