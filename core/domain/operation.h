#pragma once

#include "core/domain/id.h"
#include "core/domain/operationid.h"
#include "core/domain/time.h"
#include "core/domain/word.h"
#include "core/domain/client.h"
#include "core/domain/invitation.h"

#include <QByteArray>

#include <variant>

/// Decisions: what an accountant confirmed. One on an invitation names the revision it was made on.
struct AcceptInvitation
{
    InvitationId invitationId;
    QString revision;

    friend bool operator==(const AcceptInvitation &, const AcceptInvitation &) = default;
};

struct RejectInvitation
{
    InvitationId invitationId;
    QString revision;
    ReasonId reasonId;
    QString reasonText; ///< Own words; required where the reason says so, else empty
    QString message;    ///< To the client; empty where there is none

    friend bool operator==(const RejectInvitation &, const RejectInvitation &) = default;
};

/// Everyone at the practice loses access; can't be taken back once sent.
struct DisconnectClient
{
    ClientId clientId;
    ReasonId reasonId;
    QString reasonText; ///< Own words; required where the reason says so, else empty
    QString message;    ///< To the client; empty where there is none

    friend bool operator==(const DisconnectClient &, const DisconnectClient &) = default;
};

/// A primary accountant takes the place of the one before, who stays as an accountant.
struct AssignAccountant
{
    ClientId clientId;
    MemberId memberId;
    AccountantRole role = AccountantRole::Accountant; ///< Never Unknown

    friend bool operator==(const AssignAccountant &, const AssignAccountant &) = default;
};

struct RemoveAccountant
{
    ClientId clientId;
    MemberId memberId;

    friend bool operator==(const RemoveAccountant &, const RemoveAccountant &) = default;
};

struct AddClientNote
{
    ClientId clientId;
    QString text; ///< 1 to 4,000 code points; read by everybody who may read notes, not by the client

    friend bool operator==(const AddClientNote &, const AddClientNote &) = default;
};

struct SetFirstStep
{
    ClientId clientId;
    QString step; ///< The contract's word ("company_details")
    bool done = false;

    friend bool operator==(const SetFirstStep &, const SetFirstStep &) = default;
};

/// The branch's Client Pays link: the old one stops working at once.
struct RegenerateLink
{
    BranchId branchId;

    friend bool operator==(const RegenerateLink &, const RegenerateLink &) = default;
};

using Decision = std::variant<AcceptInvitation, RejectInvitation, DisconnectClient, AssignAccountant, RemoveAccountant,
                              AddClientNote, SetFirstStep, RegenerateLink>;

/// What it is about: one of these three, the others are null. Lives as long as `decision`.
[[nodiscard]] const InvitationId *decidedInvitation(const Decision &decision);
[[nodiscard]] const ClientId *decidedClient(const Decision &decision);
[[nodiscard]] const BranchId *decidedBranch(const Decision &decision);
[[nodiscard]] bool isAbout(const Decision &decision, const InvitationId &id);
/// Empty where it is not about an invitation.
[[nodiscard]] QString decidedRevision(const Decision &decision);
/// The same of two decisions: one waits for the other ("invitation inv_1").
[[nodiscard]] QString decidedSubject(const Decision &decision);
/// Can't be taken back and must not come as a surprise: confirmed with a connection, sent within the hour or asked again.
[[nodiscard]] bool needsConnection(const Decision &decision);

/// An operation's life: see sync.md, "An operation's life".
enum class OperationState { Held, Ready, Inflight, Acked, Conflict, Failed, Cancelled };

[[nodiscard]] constexpr bool isLive(OperationState state)
{
    return state == OperationState::Held || state == OperationState::Ready || state == OperationState::Inflight;
}

/// Why an operation ended as it did (or, acked, with what remark): what the interface makes a sentence of.
enum class EndKind {
    None,            ///< Not ended, or applied without remark
    SameDecision,    ///< A colleague had done the same: own words were not sent
    Changed,         ///< The client changed the invitation after it was read
    DecidedOtherwise,///< A colleague decided the opposite
    Withdrawn,       ///< The client took it back
    Expired,
    Superseded,      ///< The client sent a newer invitation
    Removed,         ///< No longer here, or no longer visible to this person
    AlreadyConnected,///< The business is a client already
    BranchUnavailable,
    OtherConflict,   ///< A 409 we don't know
    NotFound,        ///< 404
    PermissionDenied,///< 403 permission_denied; `permission` names it
    Refused,         ///< 422 with a `field`: what was written; without one (any other 4xx): the decision
    OurFault,        ///< 400, 413, 415, operation_reused: a fault of this program
    ClientDisconnected, ///< The client is no longer connected
    NotSentInTime,   ///< Could not be sent within the hour, and is not of the kind that may come later
    LostInRestore,   ///< Was acked; the service was restored to before it
};

/// What is known of an operation's end, kept for its card.
struct OperationEnd
{
    EndKind kind = EndKind::None;
    QString code;       ///< The problem's code, for diagnostics
    QString detail;     ///< The problem's detail, the service's words (plain text)
    QString field;      ///< With Refused: the member at fault; empty: none is
    QString permission; ///< With PermissionDenied
    QString byName;     ///< The colleague, where one decided
    std::optional<Instant> byAt;
    Word<InvitationStatus> status; ///< What the invitation is now, where that is known

    friend bool operator==(const OperationEnd &, const OperationEnd &) = default;
};

/// What the accountant read when they decided: so that a card can speak even when the invitation is gone.
struct Reviewed
{
    BranchId branchId;
    QString branchName;
    QString companyName; ///< Empty with a new link
    QString ownerName;
    QString ownerEmail;
    QString message;     ///< The client's, with an invitation
    QString reasonLabel; ///< With a rejection or a disconnection: the reason. With an accountant: their name

    friend bool operator==(const Reviewed &, const Reviewed &) = default;
};

/// A row of the outbox.
struct Operation
{
    OperationId id;
    Decision decision;
    QByteArray body; ///< The exact bytes that every attempt sends
    Reviewed reviewed;
    OperationState state = OperationState::Held;
    bool maybeApplied = false; ///< An attempt may have reached the service: can't be taken back
    int attempts = 0;
    Milliseconds hold{0};      ///< How long it is held before it may leave
    Instant decidedAt{};
    std::optional<Instant> ackedAt{};
    std::optional<Instant> finishedAt{};
    std::optional<Instant> dismissedAt{};  ///< The person has seen its card
    std::optional<OperationId> replaces{}; ///< "Edit and send again", "Try again": the operation before
    OperationEnd end{};
};
