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

/// What a row is about, as "invitation i1", "client c1" or "branch b1"; by its body where it names no invitation.
struct Subject
{
    std::string kind;
    std::string id;

    friend bool operator<=>(const Subject &, const Subject &) = default;
};
[[nodiscard]] Subject subjectOf(const DeskChange &row);
/// Must leave within the hour or not at all.
[[nodiscard]] bool mustNotBeLate(const DeskChange &row);
/// When it was decided, by the computer's own clock: milliseconds since 1970.
[[nodiscard]] qint64 decidedAt(const DeskChange &row);

/// What the cache has of an invitation or a client.
struct Remembered
{
    bool isThere = false;
    bool isBuried = false; ///< The service said that it was removed
    std::string status;
    std::string revision;
    std::string operation; ///< That decided it
};

/// What is held or ready ends so by what the cache has; empty: it is kept.
[[nodiscard]] std::optional<End> endByCache(const DeskChange &row, const Remembered &remembered);
/// What is in flight ends so by this answer; empty: it is ready again, or waits.
[[nodiscard]] std::optional<End> endByAnswer(const DeskChange &row, const Reply &reply);
/// Where somebody else did the same: words that were not told, or a decision that others are answerable for.
[[nodiscard]] bool isCardWorthy(const DeskChange &row);

} // namespace simulation
