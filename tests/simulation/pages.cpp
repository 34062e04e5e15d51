#include "tests/simulation/pages.h"

#include "tests/sandbox/json.h"

namespace simulation {

void Pages::delivered(const std::string &since, const std::string &body)
{
    const sandbox::Json json = sandbox::Json::parse(body, nullptr, false);
    if (!json.is_object())
        return;
    Page page{since, sandbox::stringAt(json, "newState"), json.value("hasMore", false), {}};
    for (const sandbox::Json &change : json.value("changes", sandbox::Json::array())) {
        const std::string version = sandbox::stringAt(change, "version");
        page.changes.push_back({sandbox::stringAt(change, "kind"), sandbox::stringAt(change, "id"),
                                version.empty() ? 0 : std::stoll(version), change.value("removed", false)});
    }
    m_delivered[{since, page.newState}] = std::move(page);
}

const Pages::Page *Pages::between(const std::string &since, const std::string &newState) const
{
    const auto found = m_delivered.find({since, newState});
    return found == m_delivered.end() ? nullptr : &found->second;
}

const Pages::Page *Pages::appliedTo(const std::string &newState) const
{
    const auto found = m_applied.find(newState);
    return found == m_applied.end() ? nullptr : &found->second;
}

} // namespace simulation
