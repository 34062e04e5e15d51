#include "ui/activity/activitywords.h"

#include "ui/common/plaintext.h"

QString ActivityWords::sentence(const ActivityRow &row)
{
    const bool nameless = isBlank(row.companyName);
    const QString who = isBlank(row.actorName) ? tr("Somebody") : inSentence(row.actorName);
    const QString company = nameless ? tr("a client") : inSentence(row.companyName);
    // Both at once: a name that holds "%1" stays as it is.
    switch (row.action.known) {
    case ActivityAction::InvitationReceived:
        return tr("%1 sent an invitation").arg(nameless ? who : company);
    case ActivityAction::InvitationAccepted:
        return tr("%1 accepted the invitation of %2").arg(who, company);
    case ActivityAction::InvitationRejected:
        return tr("%1 rejected the invitation of %2").arg(who, company);
    case ActivityAction::InvitationWithdrawn:
        return tr("%1 withdrew the invitation of %2").arg(who, company);
    case ActivityAction::InvitationExpired:
        return tr("The invitation of %1 expired").arg(company);
    case ActivityAction::ClientConnected:
        return tr("%1 was connected").arg(company);
    case ActivityAction::ClientDisconnected:
        return tr("%1 disconnected %2").arg(who, company);
    case ActivityAction::AccountantAssigned:
        return tr("%1 assigned an accountant to %2").arg(who, company);
    case ActivityAction::AccountantRemoved:
        return tr("%1 removed an accountant from %2").arg(who, company);
    case ActivityAction::NoteAdded:
        return tr("%1 added a note to %2").arg(who, company);
    case ActivityAction::FirstStepDone:
        return tr("%1 completed a first step for %2").arg(who, company);
    case ActivityAction::LinkRegenerated:
        return tr("%1 made a new Client Pays link").arg(who);
    case ActivityAction::Unknown:
        return nameless ? tr("%1: %2").arg(who, oneLine(row.action.text))
                        : tr("%1: %2 (%3)").arg(who, oneLine(row.action.text), company);
    }
    return {};
}
