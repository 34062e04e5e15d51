#pragma once

#include "core/domain/id.h"
#include "core/domain/time.h"

#include <QString>

#include <optional>
#include <vector>

/// What is counted: invitations that were sent from the first of `moments` on and before the last one.
struct InsightQuery
{
    std::optional<BranchId> branch{}; ///< Empty: all branches
    std::vector<Instant> moments;     ///< Each month's beginning and the last one's end, ascending; at least two

    friend bool operator==(const InsightQuery &, const InsightQuery &) = default;
};

/// What became of some invitations, as the service has it.
struct InsightCounts
{
    qint64 received = 0;
    qint64 accepted = 0;
    qint64 rejected = 0;
    qint64 ended = 0; ///< Withdrawn, expired or replaced
    qint64 pending = 0;
    qint64 byLink = 0;     ///< Came by a Client Pays link
    qint64 byExternal = 0; ///< Came from External Access
    qint64 timed = 0;      ///< Accepted or rejected, and when is known
    std::optional<Milliseconds> median{}; ///< From sending to answering, of those; of an even number the middle two's mean

    /// In a state that is not known here.
    [[nodiscard]] qint64 otherStates() const { return received - accepted - rejected - ended - pending; }
    /// Come by a way that is not known here.
    [[nodiscard]] qint64 otherOrigins() const { return received - byLink - byExternal; }

    friend bool operator==(const InsightCounts &, const InsightCounts &) = default;
};

struct InsightBranch
{
    BranchId id;
    QString name; ///< Empty: not come yet
    InsightCounts counts;

    friend bool operator==(const InsightBranch &, const InsightBranch &) = default;
};

struct InsightReason
{
    QString label; ///< Empty: none came with it, or it is not known here
    qint64 count = 0;

    friend bool operator==(const InsightReason &, const InsightReason &) = default;
};

/// Counts of a period.
struct Insight
{
    InsightCounts all;
    std::vector<InsightCounts> months;   ///< One for each of the query's, also where there is nothing
    std::vector<InsightBranch> branches; ///< Those that have any, by name
    std::vector<InsightReason> reasons;  ///< Of the rejections; the most frequent first

    friend bool operator==(const Insight &, const Insight &) = default;
};
