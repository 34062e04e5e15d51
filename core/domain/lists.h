#pragma once

#include "core/domain/client.h"
#include "core/domain/invitation.h"
#include "core/domain/operation.h"
#include "core/domain/practice.h"

#include <variant>
#include <vector>

/// Finder: the same rows as History, of a search over every branch and state.
enum class ListKind { Invitations, Clients, Activity, History, Finder };
enum class InvitationFilter { All, DueSoon, Overdue, WithMessage };
/// What became of an invitation. Ended: withdrawn, expired or replaced by a newer one. All: also in states not known here.
enum class HistoryFilter { All, Accepted, Rejected, Ended, Pending };
/// Urgency: overdue first, then oldest (the response time is one number, so that is: oldest first). Newest also sorts
/// clients and activity by time; history stands in no other order.
enum class SortOrder { Urgency, Newest, Company };

[[nodiscard]] constexpr bool isHistory(ListKind kind)
{
    return kind == ListKind::History || kind == ListKind::Finder;
}

/// A view: what a list shows. A new one replaces the list's content.
struct ListQuery
{
    ListKind kind = ListKind::Invitations;
    std::optional<BranchId> branch; ///< Empty: all branches
    InvitationFilter filter = InvitationFilter::All; ///< Invitations only
    SortOrder sort = SortOrder::Urgency;
    QString search; ///< As typed
    HistoryFilter outcome = HistoryFilter::All; ///< History only
    std::optional<Instant> since{}; ///< History only: what happened then or later. Empty: all

    friend bool operator==(const ListQuery &, const ListQuery &) = default;
};

/// A row of Client Invitations: what two lines and a spoken sentence need.
struct InvitationRow
{
    InvitationId id;
    BranchId branchId;
    QString branchName;
    QString companyName;
    QString ownerName;
    QString ownerEmail;
    Instant sentAt;
    Instant dueAt;
    bool hasMessage = false;
    bool hasNote = false; ///< An internal note, on this computer

    friend bool operator==(const InvitationRow &, const InvitationRow &) = default;
};

/// A row of Clients. Without `id` the acceptance waits to be confirmed: "connecting".
struct ClientRow
{
    std::optional<ClientId> id;
    std::optional<OperationId> connecting; ///< The acceptance that makes it a client, until the service has confirmed it
    BranchId branchId;
    QString branchName;
    QString companyName;
    QString ownerName;
    QString ownerEmail;
    Word<Billing> billing;
    Word<ClientState> state;
    Instant connectedAt; ///< For one still connecting: when it was accepted here
    bool assignedToMe = false; ///< The signed-in person is an assigned accountant: Access Fiskl
    QString accountUrl;

    friend bool operator==(const ClientRow &, const ClientRow &) = default;
};

/// A row of Activity.
struct ActivityRow
{
    ActivityId id;
    BranchId branchId;
    QString branchName;
    Instant at;
    QString actorName;
    Word<ActivityAction> action;
    QString companyName; ///< Of the invitation or client it is about, where that is known here
    QString detail;

    friend bool operator==(const ActivityRow &, const ActivityRow &) = default;
};

/// A decision of this computer's that the service's word does not show yet.
struct LocalDecision
{
    enum class Stage {
        Waits,     ///< To be sent
        Leaves,    ///< Being sent, or it may have been
        Confirmed, ///< By the service; the feed has not brought it. Which one it was is not known here.
    };
    Stage stage = Stage::Waits;
    bool accepts = false;

    friend bool operator==(const LocalDecision &, const LocalDecision &) = default;
};

/// A row of History: an invitation in any state.
struct HistoryRow
{
    InvitationId id;
    BranchId branchId;
    QString branchName;
    QString companyName;
    QString ownerName;
    QString ownerEmail;
    Word<InvitationStatus> status; ///< As the service has it
    Instant sentAt;
    Instant happenedAt; ///< When it came to that: decided, else sent
    QString decidedByName;
    QString reasonLabel; ///< Of a rejection
    std::optional<LocalDecision> local{};

    friend bool operator==(const HistoryRow &, const HistoryRow &) = default;
};

using Row = std::variant<InvitationRow, ClientRow, ActivityRow, HistoryRow>;

/// Part of an open view's rows, in its order. Stale where `generation` is not the list's.
struct RowPage
{
    ListKind kind = ListKind::Invitations;
    quint64 generation = 0;
    qsizetype first = 0;
    std::vector<Row> rows;
};

/// One exact step from an open view's old order to its new one. Steps are applied in order; positions are those of the
/// moment the step is applied.
struct ListStep
{
    enum class Kind {
        Insert,  ///< `count` rows before position `first`; `rows` holds them, or is empty: load them when they are seen
        Remove,  ///< `count` rows from position `first`
        Move,    ///< One row from position `first` to where it stands at `to` afterwards
        Change,  ///< `count` rows from `first` have new content; `rows` holds it, or is empty: load it when seen
        Reorder, ///< Many at once: `order[newPosition]` is the old position; as long as the list is at that moment
    };
    Kind kind = Kind::Change;
    qsizetype first = 0;
    qsizetype count = 0;
    qsizetype to = 0;
    std::vector<Row> rows;
    std::vector<quint32> order;
};

/// From one state of an open view to the next.
struct ListDiff
{
    ListKind kind = ListKind::Invitations;
    quint64 generation = 0;
    std::vector<ListStep> steps;
    qsizetype total = 0; ///< Rows after the last step
};

/// A freshly opened view.
struct ListOpened
{
    ListQuery query;
    quint64 generation = 0; ///< Given by who asked: a newer one makes this one stale
    qsizetype total = 0;
    bool limited = false; ///< Only the beginning, of a long list or a short search: the whole comes as a diff
    std::vector<Row> firstRows; ///< From position 0
};
