#pragma once

#include "core/domain/lists.h"
#include "core/domain/overview.h"

#include <map>

/// What a scripted session's lists are made of.
struct FakeWorld
{
    std::vector<Invitation> invitations; ///< All states; only pending ones without a live operation are listed
    std::vector<ClientRow> clients;
    std::vector<ActivityRow> activity;
    std::map<InvitationId, QString> notes;
};

/// The rows of a view, the plain way: filter, search as a substring, sort.
[[nodiscard]] std::vector<Row> rowsOf(const ListQuery &query, const FakeWorld &world, const Overview &shown,
                                      Instant now);
[[nodiscard]] PendingCounts countsOf(const std::optional<BranchId> &branch, const FakeWorld &world,
                                     const Overview &shown, Instant now);
/// Exact steps from one order to the other.
[[nodiscard]] std::vector<ListStep> stepsBetween(std::vector<Row> before, const std::vector<Row> &after);
/// What makes a row the same row.
[[nodiscard]] QString rowKey(const Row &row);
