#include "ui/invitations/clientletters.h"

#include "ui/common/plaintext.h"

QString ClientLetters::howToInvite(const Branch &branch)
{
    return tr("Open External Access in your Fiskl dashboard, and invite this address, exactly as it is written here:") +
           QStringLiteral("\n\n") + oneLine(branch.email, 320);
}

QString ClientLetters::signedBy(const QStringList &names)
{
    QStringList lines{tr("Kind regards")};
    for (const QString &name : names) {
        if (!isBlank(name))
            lines << oneLine(name);
    }
    return lines.join(u'\n');
}

QString ClientLetters::apology(const InvitationDetails &details, const Branch &branch)
{
    const Invitation &invitation = details.invitation;
    const QString greeting =
        isBlank(invitation.ownerName) ? tr("Hello,") : tr("Dear %1,").arg(oneLine(invitation.ownerName));
    const QString sorry =
        isBlank(invitation.companyName)
            ? tr("we rejected your invitation by mistake. We are sorry.")
            : tr("we rejected the invitation of %1 by mistake. We are sorry.").arg(oneLine(invitation.companyName));
    const QString again = tr("Please invite us once more. ") + howToInvite(branch);
    return QStringList{greeting, sorry, again, signedBy({branch.name})}.join(QStringLiteral("\n\n"));
}

QString ClientLetters::invitationMissing(const Branch &branch, const Sender &sender, bool found)
{
    const QString looked = found ? tr("we have looked for your invitation, and there is none that waits for an answer.")
                                 : tr("we have looked for your invitation, and it has not reached us.");
    const QString again = tr("Please send it once more. ") + howToInvite(branch);
    const QString personal = tr(
        "An invitation to a person's own address does not reach us. If you have sent one to another address, you can "
        "withdraw it.");
    return QStringList{tr("Hello,"), looked, again, personal,
                       signedBy({sender.userName, isBlank(sender.practiceName) ? branch.name : sender.practiceName})}
        .join(QStringLiteral("\n\n"));
}
