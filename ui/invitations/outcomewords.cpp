#include "ui/invitations/outcomewords.h"

#include "ui/common/plaintext.h"

QString OutcomeWords::ofLocal(const LocalDecision &decision)
{
    switch (decision.stage) {
    case LocalDecision::Stage::Waits:
        return decision.accepts ? tr("Accept · waiting to send") : tr("Reject · waiting to send");
    case LocalDecision::Stage::Leaves:
        return decision.accepts ? tr("Accept · being sent") : tr("Reject · being sent");
    case LocalDecision::Stage::Confirmed:
        return tr("Your decision is confirmed");
    }
    return {};
}

QString OutcomeWords::state(const Facts &facts)
{
    if (facts.local)
        return ofLocal(*facts.local);
    switch (facts.status.known) {
    case InvitationStatus::Pending:
        return tr("Pending");
    case InvitationStatus::Accepted:
        return tr("Accepted");
    case InvitationStatus::Rejected:
        return tr("Rejected");
    case InvitationStatus::Withdrawn:
        return tr("Withdrawn by the client");
    case InvitationStatus::Expired:
        return tr("Expired");
    case InvitationStatus::Superseded:
        return tr("Replaced by a newer one");
    case InvitationStatus::Unknown:
        return tr("Not known to this version: “%1”").arg(oneLine(facts.status.text, 64));
    }
    return {};
}

QString OutcomeWords::outcome(const Facts &facts)
{
    const bool decided = facts.status == InvitationStatus::Accepted || facts.status == InvitationStatus::Rejected;
    const QString state = OutcomeWords::state(facts);
    if (facts.local || !decided)
        return state;
    const bool nameless = isBlank(facts.byName);
    const QString by = inSentence(facts.byName);
    // Several at once: a name that holds "%2" stays as it is.
    if (isBlank(facts.reasonLabel))
        return nameless ? state : tr("%1 by %2", "accepted or rejected, by whom").arg(state, by);
    const QString why = inSentence(facts.reasonLabel);
    return nameless ? tr("%1: %2", "rejected, why").arg(state, why)
                    : tr("%1 by %2: %3", "rejected, by whom, why").arg(state, by, why);
}
