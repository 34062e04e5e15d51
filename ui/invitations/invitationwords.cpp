#include "ui/invitations/invitationwords.h"

#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"

#include <QLocale>

bool InvitationWords::isPending(const InvitationDetails &details)
{
    return details.invitation.status == InvitationStatus::Pending;
}

bool InvitationWords::isDecidedHere(const InvitationDetails &details)
{
    if (!details.operation)
        return false;
    return isLive(details.operation->state) ||
           (details.operation->state == OperationState::Acked && isPending(details));
}

namespace {

QString bySomebody(const QString &name)
{
    return isBlank(name) ? InvitationWords::tr("somebody at the practice") : oneLine(name);
}

QString ofOperation(const Operation &operation)
{
    const QString decision = Sentences::decision(operation);
    switch (operation.state) {
    case OperationState::Held:
    case OperationState::Ready:
        return InvitationWords::tr("%1 · waiting to send").arg(decision);
    case OperationState::Inflight:
        return InvitationWords::tr("%1 · being sent").arg(decision);
    case OperationState::Acked:
        return InvitationWords::tr("%1 · confirmed").arg(decision);
    case OperationState::Conflict:
    case OperationState::Failed:
    case OperationState::Cancelled:
        return {};
    }
    return {};
}

} // namespace

QString InvitationWords::standing(const InvitationDetails &details, Instant now)
{
    if (isDecidedHere(details))
        return ofOperation(*details.operation);
    const Invitation &invitation = details.invitation;
    switch (invitation.status.known) {
    case InvitationStatus::Pending:
        return tr("Pending · %1").arg(Phrases::spokenAnswerIn(details.dueAt, now));
    case InvitationStatus::Accepted:
        return tr("Accepted by %1").arg(bySomebody(invitation.decidedByName));
    case InvitationStatus::Rejected:
        return tr("Rejected by %1").arg(bySomebody(invitation.decidedByName));
    case InvitationStatus::Withdrawn:
        return tr("Withdrawn by the client");
    case InvitationStatus::Expired:
        return tr("Expired");
    case InvitationStatus::Superseded:
        return tr("Replaced by a newer invitation of the client");
    case InvitationStatus::Unknown:
        return tr("Not known to this version: “%1”").arg(oneLine(invitation.status.text, 64));
    }
    return {};
}

QString InvitationWords::decided(const InvitationDetails &details, Instant now)
{
    const Invitation &invitation = details.invitation;
    if (isPending(details))
        return {};
    QStringList lines;
    if (invitation.decidedAt)
        lines << tr("Decided %1").arg(Phrases::moment(*invitation.decidedAt, now));
    if (!details.reasonLabel.isEmpty())
        lines << tr("Reason: %1").arg(oneLine(details.reasonLabel));
    if (!isBlank(invitation.reasonText))
        lines << manyLines(invitation.reasonText);
    if (!isBlank(invitation.replyMessage))
        lines << tr("Message to the client:") << manyLines(invitation.replyMessage);
    return lines.join(u'\n');
}

QString InvitationWords::branchName(const InvitationDetails &details)
{
    return details.branch ? branchLine(details.branch->name) : details.invitation.branchId.text();
}

QString InvitationWords::branch(const InvitationDetails &details)
{
    QStringList parts{branchName(details)};
    if (details.branch && details.branch->state == BranchState::Closed)
        parts << tr("closed");
    if (details.branch && !details.branch->email.isEmpty())
        parts << oneLine(details.branch->email);
    return parts.join(QStringLiteral(" · "));
}

QString InvitationWords::country(const QString &code)
{
    const QLocale::Country territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? oneLine(code) : QLocale::territoryToString(territory);
}

QString InvitationWords::cameBy(const Word<InvitationOrigin> &origin)
{
    switch (origin.known) {
    case InvitationOrigin::ClientPaysLink:
        return tr("Client Pays link");
    case InvitationOrigin::ExternalAccess:
        return tr("External Access");
    case InvitationOrigin::Unknown:
        return oneLine(origin.text);
    }
    return {};
}

QString InvitationWords::sent(const Invitation &invitation, Instant now)
{
    return tr("%1 (%2)").arg(Phrases::moment(invitation.sentAt, now), Phrases::ago(invitation.sentAt, now));
}

QString InvitationWords::expires(const Invitation &invitation, Instant now)
{
    if (!invitation.expiresAt)
        return {};
    const QString moment = Phrases::moment(*invitation.expiresAt, now);
    // The service judges: one can still decide.
    return *invitation.expiresAt <= now ? tr("%1 · past; the service decides").arg(moment) : moment;
}

QString InvitationWords::whyNot(const InvitationDetails &details)
{
    if (isDecidedHere(details))
        return tr("You have decided this one.");
    if (details.invitation.status == InvitationStatus::Unknown)
        return tr("This version of Atlas does not know the state that it is in: nothing can be decided on it here.");
    if (!isPending(details))
        return tr("It is no longer pending: there is nothing to decide.");
    if (details.branch && !allows(*details.branch, Permission::CreateClients))
        return Sentences::permissionMissing(Permission::CreateClients, branchLine(details.branch->name));
    return {};
}
