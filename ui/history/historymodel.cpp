#include "ui/history/historymodel.h"

#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/invitations/outcomewords.h"

namespace {

OutcomeWords::Facts factsOf(const HistoryRow &row)
{
    return {row.status, row.local, row.decidedByName, row.reasonLabel};
}

} // namespace

HistoryModel::HistoryModel(Session &session, ListKind kind, QObject *parent)
    : PagedModel(session, kind, parent)
{}

Instant HistoryModel::now() const
{
    return session().now();
}

std::optional<InvitationId> HistoryModel::idAt(int row) const
{
    return InvitationId::parse(index(row, 0).data(IdRole).toString());
}

QVariant HistoryModel::rowData(const Row &row, int role) const
{
    const auto &invitation = std::get<HistoryRow>(row);
    switch (role) {
    case Qt::DisplayRole:
    case CompanyRole:
        return companyLine(invitation.companyName);
    case Qt::AccessibleTextRole:
        return spoken(invitation);
    case IdRole:
        return invitation.id.text();
    case OwnerRole:
        return ownerLine(invitation.ownerName);
    case EmailRole:
        return oneLine(invitation.ownerEmail, 320);
    case BranchRole:
        return knownBranchLine(invitation.branchName);
    case BranchIdRole:
        return invitation.branchId.text();
    case StateRole:
        return OutcomeWords::state(factsOf(invitation));
    case OutcomeRole:
        return OutcomeWords::outcome(factsOf(invitation));
    case WhenRole:
        return qint64(msSinceEpoch(invitation.happenedAt));
    case PendingRole:
        return invitation.status == InvitationStatus::Pending && !invitation.local;
    default:
        return {};
    }
}

QString HistoryModel::spoken(const HistoryRow &row) const
{
    // tr() with several arguments at once: a name that holds "%2" stays as it is.
    const QString sentence = tr("%1, %2, %3, %4", "company, owner, what became of it, how long ago")
                                 .arg(companyLine(row.companyName), ownerLine(row.ownerName),
                                      OutcomeWords::outcome(factsOf(row)), Phrases::spokenAgo(row.happenedAt, now()));
    const QString branch = knownBranchLine(row.branchName);
    return branch.isEmpty() ? sentence : tr("%1, %2", "a row, its branch").arg(sentence, branch);
}
