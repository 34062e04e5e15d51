#include "tests/sandbox/feed.h"

#include <algorithm>

namespace sandbox {

namespace {

constexpr std::int64_t defaultLimit = 500;
constexpr std::int64_t highestLimit = 2000;
constexpr std::size_t longestState = 512;
/// Rows looked at for each one that may be given: who sees little gets empty pages between, which the contract allows.
constexpr std::int64_t lookAhead = 4;

std::optional<std::int64_t> limitFrom(const std::string &text)
{
    if (text.empty() || text.size() > 4 ||
        !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const std::int64_t limit = std::stoll(text);
    return limit >= 1 && limit <= highestLimit ? std::optional(limit) : std::nullopt;
}

Answer unreadable(const char *detail)
{
    return problem(400, "invalid_request", "The request can't be read", {{"detail", detail}});
}

} // namespace

Answer Feed::changes(const Person &person, const std::optional<std::string> &since,
                     const std::optional<std::string> &limit)
{
    const auto most = limitFrom(limit.value_or(std::to_string(defaultLimit)));
    if (!most)
        return unreadable("limit is a number from 1 to 2000");
    m_practice.commit([this] { m_practice.expireDue(); });
    State state{m_practice.epoch(), person.scope, m_practice.version(), 0};
    if (since) {
        const auto given = since->size() > longestState ? std::nullopt : stateFrom(*since, person.id);
        if (!given)
            return unreadable("since is no state of this service");
        if (given->epoch != m_practice.epoch() || given->scope != person.scope ||
            given->position > m_practice.version())
            return problem(410, "state_expired", "Read the whole practice again");
        state = *given;
    }
    return page(person, state, *most);
}

Answer Feed::page(const Person &person, State state, std::int64_t limit)
{
    const auto rows = m_practice.store().after(state.position, limit * lookAhead);
    std::vector<std::string> changes;
    for (const Row &row : rows) {
        if (std::int64_t(changes.size()) == limit)
            break;
        state.position = row.version;
        if (isDue(person, state, row))
            changes.push_back(m_practice.change(row, person));
    }
    const bool more = !rows.empty() && state.position < m_practice.version();
    std::string body = "{\"newState\":\"" + token(state, person.id) + "\",\"hasMore\":" + (more ? "true" : "false") +
                       ",\"pending\":" + text(m_practice.pendingFor(person)) + ",\"serverTime\":\"" +
                       rfc3339(m_practice.now()) + "\",\"changes\":[";
    for (std::size_t i = changes.size(); i > 0; --i)
        body.append(changes[i - 1]).append(i > 1 ? "," : "");
    return {200, body + "]}", "application/json", std::nullopt};
}

bool Feed::isDue(const Person &person, const State &state, const Row &row) const
{
    const bool hadIt = m_practice.sees(person, Touch{row.kind, row.branch, row.formerBranch});
    const bool hasIt = m_practice.sees(person, row) && !row.removed;
    return hasIt || (hadIt && row.version > state.begin);
}

std::string Feed::currentState(const Person &person) const
{
    return token({m_practice.epoch(), person.scope, m_practice.version(), m_practice.version()}, person.id);
}

std::string Feed::eventData(const Person &person) const
{
    return text(Json{{"state", currentState(person)},
                     {"pending", m_practice.pendingFor(person)},
                     {"serverTime", rfc3339(m_practice.now())}});
}

} // namespace sandbox
