#pragma once

#include "core/domain/client.h"
#include "core/domain/invitation.h"
#include "core/domain/operation.h"

#include <optional>

/// How an operation that is held or ready ends by what the cache says of its invitation: the table of sync.md, "held or
/// ready here". Pure.
struct Ending
{
    OperationState to = OperationState::Conflict; ///< Acked or Conflict
    OperationEnd end;
    bool surprising = false; ///< Held, yet the service says that this operation decided it: a fault of ours, logged loudly
};

/// Empty: it goes on. `invitation` empty and not `removed`: a full pass did not bring it; the service's answer decides.
[[nodiscard]] std::optional<Ending> judgeByCache(const Operation &operation, const std::optional<Invitation> &invitation,
                                                 bool removed);
/// The same of an operation on a client. Only what stands in its way: that somebody else has done the same says the
/// service's answer.
[[nodiscard]] std::optional<Ending> judgeClientByCache(const Operation &operation,
                                                       const std::optional<Client> &client, bool removed);
