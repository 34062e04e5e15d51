#include "ui/common/ownwords.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/sentencesclients.h"

// What a card of Needs attention says: what happened, what became of one's decision, what the client knows of it.

namespace {

bool isAcceptance(const Operation &operation)
{
    return std::holds_alternative<AcceptInvitation>(operation.decision);
}

QString noEffect(const Operation &operation)
{
    return isAcceptance(operation) ? Sentences::tr("Your acceptance had no effect; the client was not told of it.")
                                   : Sentences::tr("Your rejection had no effect; the client was not told of it.");
}

/// "Priya accepted it at 14:02." as far as it is known.
QString whoDecided(const OperationEnd &end, Instant now)
{
    const QString name = isBlank(end.byName) ? Sentences::tr("A colleague") : inSentence(end.byName);
    const bool accepted = end.status == InvitationStatus::Accepted;
    const bool rejected = end.status == InvitationStatus::Rejected;
    if (!end.byAt) {
        if (accepted)
            return Sentences::tr("%1 accepted it.").arg(name);
        return rejected ? Sentences::tr("%1 rejected it.").arg(name) : Sentences::tr("%1 decided it.").arg(name);
    }
    const QString time = Phrases::timeOfDay(*end.byAt, now);
    if (accepted)
        return Sentences::tr("%1 accepted it at %2.").arg(name, time);
    return rejected ? Sentences::tr("%1 rejected it at %2.").arg(name, time)
                    : Sentences::tr("%1 decided it at %2.").arg(name, time);
}

QString join(const QString &first, const QString &second)
{
    return Sentences::tr("%1 %2", "two sentences").arg(first, second);
}

/// The service's own words, where it gave any.
QString withDetail(const QString &text, const OperationEnd &end)
{
    const QString detail = oneLine(end.detail, 400);
    return detail.isEmpty() ? text : join(text, Sentences::tr("The service says: “%1”").arg(detail));
}

QString same(const Operation &operation, Instant now)
{
    if (isAcceptance(operation))
        return join(whoDecided(operation.end, now),
                    Sentences::tr("It is what you wanted; there is nothing more to do."));
    return join(whoDecided(operation.end, now), Sentences::tr("Your own words were not sent to the client."));
}

QString denied(const Operation &operation)
{
    const QString branch = inSentence(branchLine(operation.reviewed.branchName));
    const QString permission = Sentences::permissionName(operation.end.permission);
    const QString need =
        permission.isEmpty()
            ? Sentences::tr("You do not have the permission for it on %1; ask your administrator.").arg(branch)
            : Sentences::tr("You need the permission %1 on %2; ask your administrator.").arg(permission, branch);
    return join(need, noEffect(operation));
}

QString closed(const Operation &operation)
{
    const QString branch = inSentence(branchLine(operation.reviewed.branchName));
    return join(Sentences::tr("%1 is closed or can't take decisions now.").arg(branch), noEffect(operation));
}

/// The service's reason, with its code: what one tells an administrator.
QString withReason(const QString &text, const OperationEnd &end)
{
    const QString detail = oneLine(end.detail, 400);
    const QString code = oneLine(end.code, 64);
    if (isBlank(detail))
        return isBlank(code) ? text : join(text, Sentences::tr("The service gave the reason: %1").arg(code));
    return join(text, isBlank(code) ? Sentences::tr("The service gave the reason: “%1”").arg(detail)
                                    : Sentences::tr("The service gave the reason: “%1” (%2)").arg(detail, code));
}

QString refused(const Operation &operation)
{
    if (wordsWereRefused(operation)) {
        return withDetail(join(Sentences::tr("The service did not accept what was written."), noEffect(operation)),
                          operation.end);
    }
    const QString sent = ownWords(operation).isEmpty()
                             ? Sentences::tr("The service did not accept the decision.")
                             : Sentences::tr("The service did not accept the decision. Your words are kept below.");
    return withReason(join(sent, noEffect(operation)), operation.end);
}

/// "operation_reused" says that a decision of this name is known and that its outcome stands: not that ours had none.
QString effectUnknown(const OutboxEntry &entry)
{
    const QString unknown = Sentences::tr("Whether yours had an effect is not known here.");
    if (entry.currentIsPending)
        return join(unknown, Sentences::tr("It is still pending: look at it again, and decide anew."));
    if (entry.current)
        return join(unknown, Sentences::tr("It is no longer pending: look at it to see what became of it."));
    return join(unknown, Sentences::tr("It is no longer here: ask your administrator what became of it."));
}

QString ourFault(const OutboxEntry &entry)
{
    const Operation &operation = entry.operation;
    const bool nameTaken = operation.end.code == QLatin1StringView("operation_reused");
    const QString happened =
        nameTaken ? Sentences::tr("The service knows another decision under the same name, and what became of that one "
                                  "stands.")
                  : Sentences::tr("What it sent was not what the service expects.");
    const QString kept =
        ownWords(operation).isEmpty() ? happened : join(happened, Sentences::tr("Your words are kept below."));
    return join(kept, nameTaken ? effectUnknown(entry) : noEffect(operation));
}

/// Where there is nothing more to decide, that is said instead of offered.
QString withWhatIsLeft(const QString &text, const OutboxEntry &entry)
{
    if (entry.currentIsPending)
        return text;
    return join(text, entry.current ? Sentences::tr("It is no longer pending now: there is nothing more to decide.")
                                    : Sentences::tr("It is no longer here now: there is nothing more to decide."));
}

QString lost(const OutboxEntry &entry)
{
    const bool acceptance = isAcceptance(entry.operation);
    const QString happened =
        acceptance
            ? Sentences::tr("The service had confirmed your acceptance, but was restored to a state from before it.")
            : Sentences::tr("The service had confirmed your rejection, but was restored to a state from before it.");
    if (!entry.currentIsPending)
        return withWhatIsLeft(happened, entry);
    return join(happened, acceptance
                              ? Sentences::tr("The invitation is pending again. You can send the same acceptance "
                                              "once more.")
                              : Sentences::tr("The invitation is pending again. You can send the same rejection "
                                              "once more."));
}

QString changedTitle(const OutboxEntry &entry, const QString &company)
{
    return entry.currentIsPending ? Sentences::tr("%1: the invitation has changed, review again").arg(company)
                                  : Sentences::tr("%1: the invitation had changed").arg(company);
}

QString refusedTitle(const Operation &operation, const QString &company)
{
    if (wordsWereRefused(operation))
        return Sentences::tr("%1: something in your words was not accepted").arg(company);
    return isAcceptance(operation) ? Sentences::tr("%1: the service refused the acceptance").arg(company)
                                   : Sentences::tr("%1: the service refused the rejection").arg(company);
}

} // namespace

QString Sentences::cardTitle(const OutboxEntry &entry)
{
    const Operation &operation = entry.operation;
    if (!decidedInvitation(operation.decision))
        return ClientSentences::cardTitle(entry);
    const QString company = inSentence(companyLine(operation.reviewed.companyName));
    switch (operation.end.kind) {
    case EndKind::None:
        return company;
    case EndKind::SameDecision:
        return tr("%1: a colleague had already decided the same").arg(company);
    case EndKind::Changed:
        return changedTitle(entry, company);
    case EndKind::DecidedOtherwise:
        return tr("%1: a colleague decided otherwise").arg(company);
    case EndKind::Withdrawn:
        return tr("%1: the client withdrew the invitation").arg(company);
    case EndKind::Expired:
        return tr("%1: the invitation has expired").arg(company);
    case EndKind::Superseded:
        return tr("%1: the client sent a newer invitation").arg(company);
    case EndKind::Removed:
    case EndKind::NotFound:
        return tr("%1: the invitation is no longer here").arg(company);
    case EndKind::AlreadyConnected:
        return tr("%1 is a client already").arg(company);
    case EndKind::BranchUnavailable:
        return tr("%1: the branch is not available").arg(company);
    case EndKind::PermissionDenied:
        return tr("%1: a permission is missing").arg(company);
    case EndKind::Refused:
        return refusedTitle(operation, company);
    case EndKind::LostInRestore:
        return tr("%1: the service has lost your decision").arg(company);
    case EndKind::ClientDisconnected:
    case EndKind::NotSentInTime:
    case EndKind::OtherConflict:
        break;
    case EndKind::OurFault:
        return tr("%1: Atlas made a mistake").arg(company);
    }
    return isAcceptance(operation) ? tr("%1: the acceptance was not applied").arg(company)
                                   : tr("%1: the rejection was not applied").arg(company);
}

QString Sentences::cardText(const OutboxEntry &entry, Instant now)
{
    const Operation &operation = entry.operation;
    if (!decidedInvitation(operation.decision))
        return ClientSentences::cardText(entry, now);
    switch (operation.end.kind) {
    case EndKind::None:
        return {};
    case EndKind::SameDecision:
        return same(operation, now);
    case EndKind::Changed:
        return withWhatIsLeft(join(tr("The client changed it after you had read it."), noEffect(operation)), entry);
    case EndKind::DecidedOtherwise:
        return join(whoDecided(operation.end, now), noEffect(operation));
    case EndKind::Withdrawn:
        return join(tr("The client took it back."), noEffect(operation));
    case EndKind::Expired:
        return join(tr("It expired before your decision reached the service."), noEffect(operation));
    case EndKind::Superseded:
        return join(tr("Only the newer one can be decided."), noEffect(operation));
    case EndKind::Removed:
        return join(tr("It was removed, or you may no longer see it."), noEffect(operation));
    case EndKind::AlreadyConnected:
        return join(tr("The business is connected with the practice already."), noEffect(operation));
    case EndKind::BranchUnavailable:
        return withDetail(closed(operation), operation.end);
    case EndKind::ClientDisconnected:
    case EndKind::NotSentInTime:
    case EndKind::OtherConflict:
        return withDetail(join(tr("Something stands in the way at the service."), noEffect(operation)), operation.end);
    case EndKind::NotFound:
        return withDetail(join(tr("The service does not find it."), noEffect(operation)), operation.end);
    case EndKind::PermissionDenied:
        return denied(operation);
    case EndKind::Refused:
        return refused(operation);
    case EndKind::OurFault:
        return ourFault(entry);
    case EndKind::LostInRestore:
        return lost(entry);
    }
    return {};
}
