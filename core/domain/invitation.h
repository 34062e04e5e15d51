#pragma once

#include "core/domain/id.h"
#include "core/domain/time.h"
#include "core/domain/version.h"
#include "core/domain/word.h"

#include <QStringList>

enum class InvitationStatus { Unknown, Pending, Accepted, Rejected, Withdrawn, Expired, Superseded };
enum class InvitationOrigin { Unknown, ClientPaysLink, ExternalAccess };

/// A business owner's invitation to a branch to be their accountant (components/schemas/Invitation).
struct Invitation
{
    InvitationId id;
    Version version;
    QString revision; ///< Opaque; changes when what an accountant reviews changes
    BranchId branchId;
    Word<InvitationOrigin> origin;
    Word<InvitationStatus> status;
    QString companyName;
    QString ownerName;
    QString ownerEmail;
    QString message; ///< Plain text that the client wrote; empty where there is none
    QString country;
    QString registrationNumber;
    Instant sentAt;
    std::optional<Instant> expiresAt;
    std::optional<Instant> decidedAt;
    std::optional<MemberId> decidedBy;
    QString decidedByName;
    QString operationId; ///< The operation that decided it, lower case; empty where there is none
    std::optional<ReasonId> reasonId;
    QString reasonText;
    QString replyMessage;
    std::optional<InvitationId> supersededBy;
    std::optional<ClientId> clientId;

    friend bool operator==(const Invitation &, const Invitation &) = default;
};

[[nodiscard]] Word<InvitationStatus> invitationStatus(const QString &text);
/// The words that are not Unknown, sorted.
[[nodiscard]] QStringList knownInvitationStatuses();
[[nodiscard]] Word<InvitationOrigin> invitationOrigin(const QString &text);
