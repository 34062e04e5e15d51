#include "tests/support/samples.h"

#include <cmath>

namespace samples {

Instant now()
{
    return instantFromMs(1'795'462'200'000);
}

Instant hoursAgo(double hours)
{
    return now() - Milliseconds(std::llround(hours * 3'600'000));
}

InvitationId invitationId(const QString &text)
{
    return *InvitationId::parse(text);
}

BranchId branchId(const QString &text)
{
    return *BranchId::parse(text);
}

ReasonId reasonId(const QString &text)
{
    return *ReasonId::parse(text);
}

OperationId operationId(quint64 number)
{
    return OperationId::fromRandom(0x1234'5678, number);
}

Branch london()
{
    Branch branch{.id = branchId(QStringLiteral("london")),
                  .version = {1},
                  .name = QStringLiteral("London"),
                  .email = QStringLiteral("london@harbourvale.example"),
                  .country = QStringLiteral("GB"),
                  .currency = QStringLiteral("GBP"),
                  .state = branchState(QStringLiteral("active")),
                  .permissions = {}};
    for (const Permission permission :
         {Permission::ViewClients, Permission::CreateClients, Permission::GrantClientAccess,
          Permission::RevokeClientAccess, Permission::DeleteClients, Permission::ViewClientNotes,
          Permission::UpdateClientNotes, Permission::ViewAuditLogs})
        branch.permissions.append(permissionText(permission));
    return branch;
}

Branch leeds()
{
    Branch branch = london();
    branch.id = branchId(QStringLiteral("leeds"));
    branch.name = QStringLiteral("Leeds");
    branch.email = QStringLiteral("leeds@harbourvale.example");
    branch.permissions = {permissionText(Permission::ViewClients)};
    return branch;
}

std::vector<Reason> reasons()
{
    const auto reason = [](const char *id, const char *label, const char *description, int order) {
        return Reason{.id = reasonId(QString::fromLatin1(id)),
                      .version = {1},
                      .use = reasonUse(QStringLiteral("rejection")),
                      .label = QString::fromUtf8(label),
                      .description = QString::fromUtf8(description),
                      .order = order,
                      .textRequired = false};
    };
    std::vector<Reason> all{
        reason("capacity", "Capacity full", "Not taking new clients", 1),
        reason("area", "Outside service area", "Location or industry", 2),
        reason("mismatch", "Service mismatch", "What they need is not what you offer", 3),
        reason("conflict", "Conflict of interest", "You can't act for this business", 4),
        reason("other", "Other", "In your own words", 5),
    };
    all.back().textRequired = true;
    Reason disconnection = reason("request", "Client request", "They asked to leave", 6);
    disconnection.use = reasonUse(QStringLiteral("disconnection"));
    all.push_back(disconnection);
    return all;
}

Invitation invitation(const QString &id, const QString &company, const QString &owner, double hours)
{
    Invitation made{.id = invitationId(id),
                    .version = {1},
                    .revision = QStringLiteral("r1"),
                    .branchId = branchId(QStringLiteral("london")),
                    .origin = invitationOrigin(QStringLiteral("external_access")),
                    .status = invitationStatus(QStringLiteral("pending")),
                    .companyName = company,
                    .ownerName = owner,
                    .ownerEmail = owner.section(u' ', 0, 0).toLower() + QStringLiteral("@client.example"),
                    .message = {},
                    .country = QStringLiteral("GB"),
                    .registrationNumber = QStringLiteral("07812345"),
                    .sentAt = hoursAgo(hours),
                    .expiresAt = {},
                    .decidedAt = {},
                    .decidedBy = {},
                    .decidedByName = {},
                    .operationId = {},
                    .reasonId = {},
                    .reasonText = {},
                    .replyMessage = {},
                    .supersededBy = {},
                    .clientId = {}};
    return made;
}

ClientRow clientRow(const QString &id, const QString &company, const QString &owner)
{
    return ClientRow{.id = ClientId::parse(id),
                     .connecting = {},
                     .branchId = branchId(QStringLiteral("london")),
                     .branchName = QStringLiteral("London"),
                     .companyName = company,
                     .ownerName = owner,
                     .ownerEmail = owner.section(u' ', 0, 0).toLower() + QStringLiteral("@client.example"),
                     .billing = billing(QStringLiteral("client_pays")),
                     .state = clientState(QStringLiteral("active")),
                     .connectedAt = hoursAgo(24 * 40),
                     .assignedToMe = true,
                     .accountUrl = QStringLiteral("https://app.fiskl.example/c/") + id};
}

ActivityRow activityRow(const QString &id, const QString &actor, const QString &action, const QString &company)
{
    return ActivityRow{.id = *ActivityId::parse(id),
                       .branchId = branchId(QStringLiteral("london")),
                       .branchName = QStringLiteral("London"),
                       .at = hoursAgo(2),
                       .actorName = actor,
                       .action = activityAction(action),
                       .companyName = company,
                       .detail = {}};
}

Operation operation(quint64 number, const Decision &decision, const Invitation &reviewed)
{
    return operation(number, decision,
                     Reviewed{.branchId = reviewed.branchId,
                              .branchName = QStringLiteral("London"),
                              .companyName = reviewed.companyName,
                              .ownerName = reviewed.ownerName,
                              .ownerEmail = reviewed.ownerEmail,
                              .message = reviewed.message,
                              .reasonLabel = {}});
}

Operation operation(quint64 number, const Decision &decision, const Reviewed &reviewed)
{
    return Operation{.id = operationId(number),
                     .decision = decision,
                     .body = {},
                     .reviewed = reviewed,
                     .hold = Milliseconds(8'000),
                     .decidedAt = now(),
                     .ackedAt = {},
                     .finishedAt = {},
                     .dismissedAt = {},
                     .replaces = {},
                     .end = {}};
}

Overview overview()
{
    Overview shown;
    shown.account = SessionFacts{.userId = *MemberId::parse(QStringLiteral("priya")),
                                 .userName = QStringLiteral("Priya Shah"),
                                 .userEmail = QStringLiteral("priya@harbourvale.example"),
                                 .practiceId = *PracticeId::parse(QStringLiteral("harbour-vale")),
                                 .practiceName = QStringLiteral("Harbour & Vale"),
                                 .linkHosts = {QStringLiteral("app.fiskl.example")},
                                 .serverTime = now()};
    shown.branches = {leeds(), london()};
    shown.reasons = reasons();
    shown.status.connection = Connection::Online;
    shown.status.live = true;
    shown.status.accountConfirmed = true;
    shown.status.lastSyncAt = now();
    return shown;
}

} // namespace samples
