#pragma once

#include "core/domain/id.h"
#include "core/domain/time.h"
#include "core/domain/version.h"
#include "core/domain/word.h"

#include <QStringList>

#include <vector>

enum class ReasonUse { Unknown, Rejection, Disconnection };

/// Why an invitation is rejected or a client disconnected: the service's list, in its order.
struct Reason
{
    ReasonId id;
    Version version;
    Word<ReasonUse> use;
    QString label;
    QString description;
    int order = 0;
    bool textRequired = false; ///< "Other": the accountant's own words must go with it

    friend bool operator==(const Reason &, const Reason &) = default;
};

/// Somebody who works at the practice.
struct Member
{
    MemberId id;
    Version version;
    QString name;
    QString email;
    std::vector<BranchId> branchIds;

    friend bool operator==(const Member &, const Member &) = default;
};

/// A branch's Client Pays link with an e-mail to copy (components/schemas/ClientPaysLink). Plain text; the link as it came:
/// checked where it is shown (core/domain/link.h). Read each time it is shown, kept nowhere.
struct ClientPaysLink
{
    QString url;
    QString emailSubject;
    QString emailBody;
    Instant createdAt;

    friend bool operator==(const ClientPaysLink &, const ClientPaysLink &) = default;
};

enum class ActivityAction {
    Unknown,
    InvitationReceived,
    InvitationAccepted,
    InvitationRejected,
    InvitationWithdrawn,
    InvitationExpired,
    ClientConnected,
    ClientDisconnected,
    AccountantAssigned,
    AccountantRemoved,
    NoteAdded,
    FirstStepDone,
    LinkRegenerated,
};

/// One line of what happened on a branch.
struct Activity
{
    ActivityId id;
    Version version;
    BranchId branchId;
    Instant at;
    QString actorName;
    Word<ActivityAction> action;
    std::optional<InvitationId> invitationId;
    std::optional<ClientId> clientId;
    QString detail;

    friend bool operator==(const Activity &, const Activity &) = default;
};

[[nodiscard]] Word<ReasonUse> reasonUse(const QString &text);
[[nodiscard]] Word<ActivityAction> activityAction(const QString &text);
