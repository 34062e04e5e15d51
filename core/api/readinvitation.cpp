#include "core/api/readobjects.h"

using namespace Qt::Literals::StringLiterals;

namespace {

/// The revision goes back to the service with a decision: one that the contract forbids would be refused there.
QString readRevision(JsonReader &in)
{
    QString revision = in.text("revision"_L1);
    if (revision.isEmpty())
        in.fail("revision"_L1, u"expected a revision"_s);
    return revision;
}

/// Only white space is no message: not to be announced, shown or filtered by.
QString readMessage(JsonReader &in)
{
    const QString message = in.optionalText("message"_L1);
    return message.trimmed().isEmpty() ? QString() : message;
}

} // namespace

std::optional<Invitation> readInvitation(const InvitationId &id, Version version, JsonReader &in)
{
    const auto branchId = in.id<BranchId>("branchId"_L1);
    if (!branchId)
        return std::nullopt;
    Invitation invitation{
        .id = id,
        .version = version,
        .revision = readRevision(in),
        .branchId = *branchId,
        .origin = invitationOrigin(in.text("origin"_L1)),
        .status = invitationStatus(in.text("status"_L1)),
        .companyName = in.text("companyName"_L1),
        .ownerName = in.text("ownerName"_L1),
        .ownerEmail = in.text("ownerEmail"_L1),
        .message = readMessage(in),
        .country = in.optionalText("country"_L1),
        .registrationNumber = in.optionalText("registrationNumber"_L1),
        .sentAt = in.time("sentAt"_L1),
        .expiresAt = in.optionalTime("expiresAt"_L1),
        .decidedAt = in.optionalTime("decidedAt"_L1),
        .decidedBy = in.optionalId<MemberId>("decidedBy"_L1),
        .decidedByName = in.optionalText("decidedByName"_L1),
        .operationId = in.optionalText("operationId"_L1).toLower(), // UUIDs compare without case
        .reasonId = in.optionalId<ReasonId>("reasonId"_L1),
        .reasonText = in.optionalText("reasonText"_L1),
        .replyMessage = in.optionalText("replyMessage"_L1),
        .supersededBy = in.optionalId<InvitationId>("supersededBy"_L1),
        .clientId = in.optionalId<ClientId>("clientId"_L1),
    };
    return in.failed() ? std::nullopt : std::optional(std::move(invitation));
}
