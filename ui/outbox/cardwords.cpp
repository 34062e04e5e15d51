#include "ui/outbox/cardwords.h"

#include "ui/common/ownwords.h"
#include "ui/common/plaintext.h"

#include <QCoreApplication>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AttentionCard", text);
}

QString nameOf(const Overview &overview, const BranchId &id)
{
    for (const Branch &branch : overview.branches) {
        if (branch.id == id)
            return branchLine(branch.name);
    }
    return {};
}

/// Whether the same decision under a new name may come about.
bool mayEndOtherwise(const OutboxEntry &entry)
{
    // What is about a branch has no client that could have left.
    if (decidedClient(entry.operation.decision) && (!entry.client || entry.client->state == ClientState::Disconnected))
        return false;
    switch (entry.operation.end.kind) {
    case EndKind::PermissionDenied:
    case EndKind::BranchUnavailable:
    case EndKind::NotSentInTime:
    case EndKind::OtherConflict:
    case EndKind::Refused:
        return true;
    case EndKind::None:
    case EndKind::SameDecision:
    case EndKind::Changed:
    case EndKind::DecidedOtherwise:
    case EndKind::Withdrawn:
    case EndKind::Expired:
    case EndKind::Superseded:
    case EndKind::Removed:
    case EndKind::AlreadyConnected:
    case EndKind::NotFound:
    case EndKind::OurFault:
    case EndKind::ClientDisconnected:
    case EndKind::LostInRestore:
        return false;
    }
    return false;
}

/// Of a card that is not about an invitation.
std::vector<NextStep> nextStepsWithClient(const OutboxEntry &entry)
{
    std::vector<NextStep> steps;
    if (mayEndOtherwise(entry))
        steps.push_back(NextStep::TryAgain);
    if (entry.client && entry.client->id)
        steps.push_back(NextStep::ShowClient);
    return steps;
}

} // namespace

std::vector<FactChange> changedFacts(const Overview &overview, const OutboxEntry &entry)
{
    std::vector<FactChange> changes;
    if (!entry.current)
        return changes;
    const Reviewed &reviewed = entry.operation.reviewed;
    const Invitation &current = *entry.current;
    const auto compare = [&changes](const QString &label, const QString &before, const QString &after) {
        const QString was = isBlank(before) ? QString() : manyLines(before);
        const QString is = isBlank(after) ? QString() : manyLines(after);
        if (was != is)
            changes.push_back({label, was, is});
    };
    compare(tr("Company"), reviewed.companyName, current.companyName);
    compare(tr("Owner"), reviewed.ownerName, current.ownerName);
    compare(tr("E-mail"), reviewed.ownerEmail, current.ownerEmail);
    if (!(reviewed.branchId == current.branchId))
        compare(tr("Branch"), branchLine(reviewed.branchName), nameOf(overview, current.branchId));
    compare(tr("Message"), reviewed.message, current.message);
    return changes;
}

std::vector<NextStep> nextSteps(const OutboxEntry &entry)
{
    if (!decidedInvitation(entry.operation.decision))
        return nextStepsWithClient(entry);
    const bool pending = entry.currentIsPending;
    switch (entry.operation.end.kind) {
    case EndKind::None:
    case EndKind::SameDecision:
    case EndKind::Withdrawn:
    case EndKind::Expired:
    case EndKind::Superseded:
    case EndKind::Removed:
    case EndKind::DecidedOtherwise:
    case EndKind::AlreadyConnected:
    case EndKind::Changed:
        break;
    case EndKind::ClientDisconnected:
    case EndKind::NotSentInTime:
        break;
    case EndKind::LostInRestore:
        if (pending)
            return {NextStep::SendItAgain};
        break;
    case EndKind::Refused:
        if (pending && wordsWereRefused(entry.operation))
            return {NextStep::EditAndSendAgain, NextStep::ReviewAgain};
        if (pending)
            return {NextStep::TryAgain, NextStep::ReviewAgain};
        break;
    case EndKind::OtherConflict:
    case EndKind::BranchUnavailable:
    case EndKind::NotFound:
    case EndKind::PermissionDenied:
    case EndKind::OurFault:
        if (pending)
            return {NextStep::TryAgain, NextStep::ReviewAgain};
        break;
    }
    // An invitation that is here can always be looked at, also one that is decided.
    if (entry.current)
        return {NextStep::ReviewAgain};
    return {};
}
