#pragma once

#include "core/domain/account.h"

#include <optional>
#include <utility>

/// Whose account is shown. What one person has open (a dialog, words) is theirs alone: it goes when another's account
/// takes the place of theirs, which it may do without anybody having signed out.
class ShownPerson
{
public:
    /// Whether it is another person than before; nobody, as while files can't be opened, is not another.
    bool changes(const std::optional<SessionFacts> &account)
    {
        if (!account)
            return false;
        const auto before = std::exchange(m_whose, std::pair(account->practiceId, account->userId));
        return before && before != m_whose;
    }

private:
    std::optional<std::pair<PracticeId, MemberId>> m_whose;
};
