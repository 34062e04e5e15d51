#pragma once

#include "tests/sandbox/answer.h"
#include "tests/sandbox/practice.h"
#include "tests/sandbox/state.h"

#include <optional>
#include <string>

namespace sandbox {

/// The changes feed: what a person may see of the practice, page by page, from any state on. The pages of one reading
/// go through the objects in the order of their last change, so that whatever changes meanwhile comes at the end,
/// again; within a page the order is turned round, since no client may rely on it. Same thread as its Practice.
class Feed
{
public:
    explicit Feed(Practice &practice)
        : m_practice(practice)
    {}

    /// `since` and `limit` as they stand in the query.
    Answer changes(const Person &person, const std::optional<std::string> &since,
                   const std::optional<std::string> &limit);

    /// The state of somebody who has read everything.
    std::string currentState(const Person &person) const;
    /// `{"state", "pending", "serverTime"}` of `event: state`.
    std::string eventData(const Person &person) const;

private:
    Answer page(const Person &person, State state, std::int64_t limit);
    bool isDue(const Person &person, const State &state, const Row &row) const;

    Practice &m_practice;
};

} // namespace sandbox
