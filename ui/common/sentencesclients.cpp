#include "ui/common/sentencesclients.h"

#include "ui/common/ownwords.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"

namespace {

using S = ClientSentences;

QString join(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : S::tr("%1 %2", "two sentences").arg(first, second);
}

/// Whom it is about, with an accountant.
QString colleague(const Operation &operation)
{
    const QString &name = operation.reviewed.reasonLabel;
    return isBlank(name) ? S::tr("a colleague") : inSentence(name);
}

const SetFirstStep *stepOf(const Operation &operation)
{
    return std::get_if<SetFirstStep>(&operation.decision);
}

bool isDisconnection(const Operation &operation)
{
    return std::holds_alternative<DisconnectClient>(operation.decision);
}

bool isLink(const Operation &operation)
{
    return std::holds_alternative<RegenerateLink>(operation.decision);
}

/// What did not come about, after whose it is: "Acme Ltd: the note was not added".
QString notApplied(const Operation &operation, const QString &whose)
{
    if (isDisconnection(operation))
        return S::tr("%1: the disconnection was not applied").arg(whose);
    if (std::holds_alternative<AssignAccountant>(operation.decision))
        return S::tr("%1: %2 was not assigned", "client, colleague").arg(whose, colleague(operation));
    if (std::holds_alternative<RemoveAccountant>(operation.decision))
        return S::tr("%1: %2 was not removed", "client, colleague").arg(whose, colleague(operation));
    if (std::holds_alternative<AddClientNote>(operation.decision))
        return S::tr("%1: the note was not added").arg(whose);
    if (const SetFirstStep *set = stepOf(operation))
        return S::tr("%1: the first step “%2” was not changed", "client, step").arg(whose, S::step(set->step));
    return S::tr("%1: no new link was made").arg(whose);
}

QString noEffect(const Operation &operation)
{
    if (isDisconnection(operation))
        return S::tr("Your disconnection had no effect; the client was not told of it.");
    if (std::holds_alternative<AssignAccountant>(operation.decision))
        return S::tr("Your assignment had no effect.");
    if (std::holds_alternative<RemoveAccountant>(operation.decision))
        return S::tr("Your removal had no effect.");
    if (std::holds_alternative<AddClientNote>(operation.decision))
        return S::tr("Your note was not added.");
    if (stepOf(operation))
        return S::tr("Your tick had no effect.");
    return S::tr("Your request had no effect: the link is as it was.");
}

QString wordsKept(const Operation &operation)
{
    return ownWords(operation).isEmpty() ? QString() : S::tr("Your words are kept below.");
}

/// The service's own words, where it gave any.
QString detail(const OperationEnd &end)
{
    const QString words = oneLine(end.detail, 400);
    if (!isBlank(words))
        return S::tr("The service says: “%1”").arg(words);
    const QString code = oneLine(end.code, 64);
    return isBlank(code) ? QString() : S::tr("The service gave the reason: %1").arg(code);
}

QString same(const Operation &operation, Instant now)
{
    const OperationEnd &end = operation.end;
    // Where no name comes with it, it need not have been a colleague: the client can leave, too.
    QString who = isDisconnection(operation) ? S::tr("The client was disconnected before yours arrived.")
                                             : S::tr("It had been done before yours arrived.");
    if (!isBlank(end.byName))
        who =
            end.byAt
                ? S::tr("%1 did it at %2, before you.").arg(inSentence(end.byName), Phrases::timeOfDay(*end.byAt, now))
                : S::tr("%1 had done it before you.").arg(inSentence(end.byName));
    if (isDisconnection(operation))
        return join(who, S::tr("Your own words were not sent to the client."));
    return join(who, S::tr("It is what you wanted; there is nothing more to do."));
}

QString denied(const Operation &operation)
{
    const QString branch = inSentence(branchLine(operation.reviewed.branchName));
    const QString permission = Sentences::permissionName(operation.end.permission);
    const QString need =
        permission.isEmpty()
            ? S::tr("You do not have the permission for it on %1; ask your administrator.").arg(branch)
            : S::tr("You need the permission %1 on %2; ask your administrator.").arg(permission, branch);
    return join(need, noEffect(operation));
}

QString late(const Operation &operation)
{
    const QString happened =
        S::tr("It could not be sent within an hour. What can't be taken back is not sent later than "
              "that: you are asked again.");
    return join(happened, isLink(operation)
                              ? S::tr("Nothing was sent; the link is as it was.")
                              : S::tr("Nothing was sent; the client is still connected as far as is known "
                                      "here."));
}

QString ourFault(const Operation &operation)
{
    if (operation.end.code == QLatin1StringView("operation_reused")) {
        return join(S::tr("The service knows another decision under the same name, and what became of that one stands. "
                          "Whether yours had an effect is not known here: look, and decide anew."),
                    wordsKept(operation));
    }
    return join(join(S::tr("What it sent was not what the service expects."), noEffect(operation)),
                wordsKept(operation));
}

QString gone(const Operation &operation)
{
    return isLink(operation) ? S::tr("The branch was removed, or you may no longer see it.")
                             : S::tr("The client was removed, or you may no longer see it.");
}

QString goneTitle(const Operation &operation, const QString &whose)
{
    return isLink(operation) ? S::tr("%1: the branch is no longer here").arg(whose)
                             : S::tr("%1: the client is no longer here").arg(whose);
}

} // namespace

QString ClientSentences::decision(const Operation &operation)
{
    const QString &label = operation.reviewed.reasonLabel;
    if (isDisconnection(operation))
        return isBlank(label) ? tr("Disconnect") : tr("Disconnect: %1").arg(inSentence(label));
    if (const auto *assign = std::get_if<AssignAccountant>(&operation.decision)) {
        return assign->role == AccountantRole::Primary ? tr("Assign %1 as primary accountant").arg(colleague(operation))
                                                       : tr("Assign %1 as accountant").arg(colleague(operation));
    }
    if (std::holds_alternative<RemoveAccountant>(operation.decision))
        return tr("Remove %1 from the accountants").arg(colleague(operation));
    if (std::holds_alternative<AddClientNote>(operation.decision))
        return tr("Add a note");
    if (const SetFirstStep *set = stepOf(operation))
        return set->done ? tr("First step done: %1").arg(step(set->step))
                         : tr("First step not done: %1").arg(step(set->step));
    return tr("Make a new Client Pays link");
}

QString ClientSentences::noun(const Operation &operation)
{
    if (isDisconnection(operation))
        return tr("disconnection");
    if (std::holds_alternative<AssignAccountant>(operation.decision))
        return tr("assignment of %1").arg(colleague(operation));
    if (std::holds_alternative<RemoveAccountant>(operation.decision))
        return tr("removal of %1").arg(colleague(operation));
    if (std::holds_alternative<AddClientNote>(operation.decision))
        return tr("note");
    if (const SetFirstStep *set = stepOf(operation))
        return set->done ? tr("first step “%1” (done)").arg(step(set->step))
                         : tr("first step “%1” (not done)").arg(step(set->step));
    return tr("request for a new Client Pays link");
}

QString ClientSentences::cardTitle(const OutboxEntry &entry)
{
    const Operation &operation = entry.operation;
    const QString whose = inSentence(Sentences::subject(operation));
    switch (operation.end.kind) {
    case EndKind::None:
        return whose;
    case EndKind::SameDecision:
        return isDisconnection(operation) ? tr("%1 was disconnected already").arg(whose)
                                          : tr("%1: it had been done already").arg(whose);
    case EndKind::ClientDisconnected:
        return tr("%1 is no longer connected").arg(whose);
    case EndKind::NotSentInTime:
        return isLink(operation) ? tr("%1: the request for a new link was not sent in time").arg(whose)
                                 : tr("%1: the disconnection was not sent in time").arg(whose);
    case EndKind::Removed:
    case EndKind::NotFound:
        return goneTitle(operation, whose);
    case EndKind::BranchUnavailable:
        return tr("%1: the branch is not available").arg(whose);
    case EndKind::PermissionDenied:
        return tr("%1: a permission is missing").arg(whose);
    case EndKind::LostInRestore:
        return tr("%1: the service has lost your decision").arg(whose);
    case EndKind::OurFault:
        return tr("%1: Atlas made a mistake").arg(whose);
    case EndKind::Refused:
    case EndKind::OtherConflict:
    case EndKind::Changed:
    case EndKind::DecidedOtherwise:
    case EndKind::Withdrawn:
    case EndKind::Expired:
    case EndKind::Superseded:
    case EndKind::AlreadyConnected:
        break;
    }
    return notApplied(operation, whose);
}

QString ClientSentences::cardText(const OutboxEntry &entry, Instant now)
{
    const Operation &operation = entry.operation;
    const OperationEnd &end = operation.end;
    switch (end.kind) {
    case EndKind::None:
        return {};
    case EndKind::SameDecision:
        return same(operation, now);
    case EndKind::ClientDisconnected:
        return join(tr("The client and the practice are no longer connected."), noEffect(operation));
    case EndKind::NotSentInTime:
        return late(operation);
    case EndKind::Removed:
        return join(gone(operation), noEffect(operation));
    case EndKind::NotFound:
        return join(join(gone(operation), noEffect(operation)), detail(end));
    case EndKind::BranchUnavailable:
        return join(join(tr("%1 is closed or can't take decisions now.")
                             .arg(inSentence(branchLine(operation.reviewed.branchName))),
                         noEffect(operation)),
                    detail(end));
    case EndKind::PermissionDenied:
        return denied(operation);
    case EndKind::Refused:
        return join(join(join(tr("The service did not accept it."), noEffect(operation)), wordsKept(operation)),
                    detail(end));
    case EndKind::OurFault:
        return ourFault(operation);
    case EndKind::LostInRestore:
        return join(tr("The service had confirmed it, but was restored to a state from before it."),
                    wordsKept(operation));
    case EndKind::OtherConflict:
    case EndKind::Changed:
    case EndKind::DecidedOtherwise:
    case EndKind::Withdrawn:
    case EndKind::Expired:
    case EndKind::Superseded:
    case EndKind::AlreadyConnected:
        break;
    }
    return join(join(tr("Something stands in the way at the service."), noEffect(operation)), detail(end));
}

QString ClientSentences::notKept(const Error &error, const Decision &decision)
{
    const bool link = std::holds_alternative<RegenerateLink>(decision);
    if (error.kind == ErrorKind::Network)
        return tr("Not kept: it can't be taken back once it is sent, so it can be decided only with a connection. "
                  "Nothing was sent. Try again when you are online.");
    if (error.kind == ErrorKind::Conflict)
        return link ? tr("Not kept: a new link of this branch is on its way already. Nothing more was sent.")
                    : tr("Not kept: the client is no longer connected, or the same is waiting to send already. Nothing "
                         "was sent.");
    if (error.kind == ErrorKind::NotFound)
        return link ? tr("Not kept: this branch is no longer here. Nothing was sent.")
                    : tr("Not kept: this client is no longer here. Nothing was sent.");
    return {};
}

QStringList ClientSentences::knownSteps()
{
    return {QStringLiteral("company_details"), QStringLiteral("chart_of_accounts"), QStringLiteral("bank_accounts"),
            QStringLiteral("team")};
}

QString ClientSentences::step(const QString &step)
{
    const QStringList names{tr("Company details and tax settings"), tr("Chart of accounts"), tr("Bank accounts"),
                            tr("Team members")};
    const qsizetype at = knownSteps().indexOf(step);
    return at < 0 ? inSentence(oneLine(step, 64)) : names.at(at);
}
