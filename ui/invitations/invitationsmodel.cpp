#include "ui/invitations/invitationsmodel.h"

#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"

InvitationsModel::InvitationsModel(Session &session, QObject *parent)
    : PagedModel(session, ListKind::Invitations, parent)
{}

Instant InvitationsModel::now() const
{
    return session().now();
}

std::optional<InvitationId> InvitationsModel::idAt(int row) const
{
    return InvitationId::parse(index(row, 0).data(IdRole).toString());
}

QVariant InvitationsModel::rowData(const Row &row, int role) const
{
    const auto &invitation = std::get<InvitationRow>(row);
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
        return oneLine(invitation.ownerEmail);
    case BranchRole:
        return knownBranchLine(invitation.branchName);
    case SentRole:
        return qint64(msSinceEpoch(invitation.sentAt));
    case DueRole:
        return qint64(msSinceEpoch(invitation.dueAt));
    case HasMessageRole:
        return invitation.hasMessage;
    case HasNoteRole:
        return invitation.hasNote;
    default:
        return {};
    }
}

QString InvitationsModel::spoken(const InvitationRow &row) const
{
    // tr() with several arguments at once: a name that holds "%2" stays as it is.
    const QString sentence = tr("%1, %2, sent %3, %4")
                                 .arg(companyLine(row.companyName), ownerLine(row.ownerName),
                                      Phrases::spokenAgo(row.sentAt, now()), Phrases::spokenAnswerIn(row.dueAt, now()));
    if (row.hasMessage && row.hasNote)
        return tr("%1, with message, with internal note").arg(sentence);
    if (row.hasNote)
        return tr("%1, with internal note").arg(sentence);
    return row.hasMessage ? tr("%1, with message").arg(sentence) : sentence;
}
