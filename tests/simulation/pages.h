#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace simulation {

/// The pages that reached the program, as the service gave them.
class Pages
{
public:
    struct Change
    {
        std::string kind;
        std::string id;
        std::int64_t version = 0;
        bool removed = false;
    };
    struct Page
    {
        std::string since;
        std::string newState;
        bool hasMore = false;
        std::vector<Change> changes;
    };

    /// Ignored where it is no page.
    void delivered(const std::string &since, const std::string &body);
    /// The latest that led from one state to the other; nullptr: none did.
    [[nodiscard]] const Page *between(const std::string &since, const std::string &newState) const;
    /// The latest that was seen to be applied and led to this state.
    [[nodiscard]] const Page *appliedTo(const std::string &newState) const;
    void applied(const Page &page) { m_applied[page.newState] = page; }

private:
    std::map<std::pair<std::string, std::string>, Page> m_delivered;
    std::map<std::string, Page> m_applied;
};

} // namespace simulation
