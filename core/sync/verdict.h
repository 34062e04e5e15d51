#pragma once

#include "core/api/transport.h"
#include "core/domain/feed.h"
#include "core/domain/operation.h"
#include "core/sync/gate.h"

/// What a response means for the operation that it answers: the table of sync.md, "inflight here". Pure.
struct Verdict
{
    enum class What {
        Ack,       ///< It is done
        Conflict,  ///< It can't be done any more: `end` says why
        Fail,      ///< It was refused: `end` says why
        GiveBack,  ///< Not known, or not now: ready again
        SignOut,   ///< 401: ready again, and the account is signed out
        TooOld,    ///< 403 client_too_old: ready again, and the account is too old
    };
    What what = What::GiveBack;
    OperationEnd end;
    std::vector<Change> changes; ///< For the cache, before the row is settled
    bool replayed = false;       ///< These are as they were when an earlier attempt was applied
    bool provesNothingDone = false; ///< This answer shows that this attempt had no effect
    Trouble trouble = Trouble::None; ///< With GiveBack: what the gate is told; None: only this row waits
    std::optional<Milliseconds> retryAfter;
};

[[nodiscard]] Verdict judge(const Operation &operation, const Response &response);

/// What `response` says of the way to the service; None where it is an answer of the service that isn't trouble.
[[nodiscard]] Trouble troubleOf(const Response &response);
