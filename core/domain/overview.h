#pragma once

#include "core/domain/account.h"
#include "core/domain/branch.h"
#include "core/domain/lists.h"
#include "core/domain/operation.h"
#include "core/domain/practice.h"

#include <map>
#include <vector>

/// How many invitations are pending on a branch, for the badge and the filters. Those with a live decision don't count.
struct PendingCounts
{
    qint64 pending = 0;
    qint64 dueSoon = 0; ///< Under 12 hours left
    qint64 overdue = 0;
    qint64 withMessage = 0;

    friend bool operator==(const PendingCounts &, const PendingCounts &) = default;
};

/// Counts of the whole account.
struct Counts
{
    std::map<BranchId, PendingCounts> byBranch;
    PendingCounts all; ///< Every branch, also such whose facts have not come yet
    std::map<BranchId, qint64> clientsByBranch; ///< All but those that left, and those connecting
    qint64 clients = 0;

    friend bool operator==(const Counts &, const Counts &) = default;
};

/// Whether the service is being reached. The truth is the last answer that came from it.
enum class Connection {
    Starting,     ///< Nothing asked yet
    Synchronising,///< Pages are coming
    Online,       ///< Up to date as of `lastSyncAt`
    Offline,      ///< No answer, or the program was told to ask nothing
    Blocked,      ///< Something answers in the service's place (a captive portal, a proxy)
    Untrusted,    ///< The service's certificate can't be trusted
    SignedOut,    ///< The token is not valid (any more)
    TooOld,       ///< The service wants a newer version of this program
    ServiceTrouble,///< The service answers, but with errors (429, 5xx, pages that can't be read)
};

struct SyncStatus
{
    Connection connection = Connection::Starting;
    bool offlineByChoice = false; ///< --offline: nothing will be asked
    bool firstSync = false;       ///< The first full pass has not ended: the lists are not whole yet
    bool live = false;            ///< An event stream is open (else: polling)
    bool noToken = false;         ///< With SignedOut: none was given in this run; nothing is asked until one signs in
    bool accountConfirmed = false;///< The service has said in this run who is signed in
    qint64 received = 0;          ///< With firstSync: objects so far
    std::optional<Instant> lastSyncAt;
    std::optional<Instant> nextTryAt; ///< When it is tried again by itself
    QString detail;               ///< For diagnostics: no personal data

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

/// An object of the feed that could not be read, as a card says it.
struct UnreadableCard
{
    QString kind;
    QString id;
    QString reason;

    friend bool operator==(const UnreadableCard &, const UnreadableCard &) = default;
};

/// An invitation in a state that this version doesn't know: nothing can be decided on it here.
struct UnknownStateCard
{
    InvitationId id;
    BranchId branchId;
    QString companyName;
    QString status; ///< The service's word
    Instant sentAt;

    friend bool operator==(const UnknownStateCard &, const UnknownStateCard &) = default;
};

/// All of these: they are in no list of pending ones, and must not get lost.
struct UnknownStates
{
    qint64 count = 0;
    std::vector<UnknownStateCard> newest; ///< At most UnknownStates::most of them

    static constexpr int most = 20;

    friend bool operator==(const UnknownStates &, const UnknownStates &) = default;
};

/// Trouble with the files on this computer that a person must know of.
struct StoreTrouble
{
    enum class Kind {
        CacheSetAside, ///< cache.db was damaged: set aside as `path`, read anew
        DeskSetAside,  ///< desk.db was damaged: set aside as `path`; `count` operations were salvaged
        DeskMissing,   ///< desk.db is not there, and the account was used here before: `path`
        CantOpen,      ///< Another program holds the files
        CantWrite,     ///< The disk refuses
        Full,          ///< There is no room left on the disk
        Gone,          ///< The files were taken away from under the program: they were in `path`
    };
    Kind kind = Kind::CantOpen;
    QString path;
    qint64 count = 0;
    QString detail;

    friend bool operator==(const StoreTrouble &, const StoreTrouble &) = default;
};

/// A row of Waiting to send, a card of Needs attention, or the operation of the Undo bar.
struct OutboxEntry
{
    Operation operation;
    bool undoable = false; ///< It can't have left yet
    std::optional<Milliseconds> holdLeft{}; ///< While held, as of this value's making
    bool connecting = false; ///< Offline or gated: waits for a connection
    bool currentIsPending = false; ///< With a card: the invitation is here and pending, it can be decided again
    std::optional<Invitation> current{}; ///< With a card: the invitation as it now is here
    std::optional<ClientRow> client{}; ///< Of a confirmed acceptance: the client that it made. With a card: the client
};

/// What the interface shows beside the lists. Small: crosses threads whole.
struct Overview
{
    std::optional<SessionFacts> account; ///< Empty: nobody has been signed in here
    std::vector<Branch> branches; ///< By name, in the user's collation
    std::vector<Reason> reasons;  ///< In the service's order
    Counts counts;
    SyncStatus status;
    std::vector<OutboxEntry> waiting;   ///< Held, ready, in flight; oldest first
    std::vector<OutboxEntry> attention; ///< Conflicts, failures, remarks not dismissed; newest first
    std::vector<OutboxEntry> recent;    ///< Acked acceptances of this run, for the bar that says so; newest first
    std::vector<UnreadableCard> unreadable;
    UnknownStates unknownStates;
    std::vector<StoreTrouble> trouble;
};
