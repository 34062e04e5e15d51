#pragma once

#include "core/api/jsonreader.h"
#include "core/domain/feed.h"

/// The objects of the feed from their JSON. Empty where `in` has a fault. For readchange.cpp.
[[nodiscard]] std::optional<Branch> readBranch(const BranchId &id, Version version, JsonReader &in);
[[nodiscard]] std::optional<Reason> readReason(const ReasonId &id, Version version, JsonReader &in);
[[nodiscard]] std::optional<Member> readMember(const MemberId &id, Version version, JsonReader &in);
[[nodiscard]] std::optional<Invitation> readInvitation(const InvitationId &id, Version version, JsonReader &in);
[[nodiscard]] std::optional<Client> readClient(const ClientId &id, Version version, JsonReader &in);
[[nodiscard]] std::optional<Activity> readActivity(const ActivityId &id, Version version, JsonReader &in);
