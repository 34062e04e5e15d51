#pragma once

#include "core/domain/operation.h"
#include "tests/simulation/probe.h"
#include "tests/simulation/service.h"

#include <QString>

#include <optional>
#include <string>

namespace simulation {

/// The table of sync.md, "An operation's life", written down a second time: what may become of a row, and of nothing else.

/// An end, and what its card is to say.
struct End
{
    OperationState state = OperationState::Acked;
    QString kind; ///< As the desk has it; empty: there is nothing to be said

    friend bool operator==(const End &, const End &) = default;
};
[[nodiscard]] QString endName(const std::optional<End> &end);

/// What the cache has of an invitation.
struct Remembered
{
    bool isThere = false;
    bool isBuried = false; ///< The service said that it was removed
    std::string status;
    std::string revision;
    std::string operation; ///< That decided it
};

/// What is held or ready ends so by what the cache has; empty: it is kept.
[[nodiscard]] std::optional<End> endByCache(const DeskChange &row, const Remembered &invitation);
/// What is in flight ends so by this answer; empty: it is ready again, or waits.
[[nodiscard]] std::optional<End> endByAnswer(const QString &operation, const Reply &reply);

} // namespace simulation
