#include "ui/common/sentences.h"

#include "ui/common/plaintext.h"
#include "ui/common/sentencesclients.h"

#include <array>

QString Sentences::notKept(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::DiskFull:
        return tr("Not kept: there is no room left on the disk. Make some room, then confirm again. Nothing was sent.");
    case ErrorKind::Disk:
    case ErrorKind::Damaged:
        return tr("Not kept: this computer could not write it to its disk. Nothing was sent. Try again.");
    case ErrorKind::Busy:
        return tr("Not kept: another program holds Atlas's files. Close it, then confirm again. Nothing was sent.");
    case ErrorKind::NewerSchema:
        return tr("Not kept: these files were written by a newer version of Atlas. Open that version to decide.");
    case ErrorKind::Conflict:
        return tr("Not kept: there is a decision on this invitation already, or it has changed. Nothing was sent.");
    case ErrorKind::NotFound:
        return tr("Not kept: this invitation is no longer here. Nothing was sent.");
    case ErrorKind::InvalidInput:
        return tr("Not kept: something in what was written can't be sent. Nothing was sent.");
    case ErrorKind::SignedOut:
        return tr("Not kept: nobody is signed in, or somebody else is. Nothing was sent.");
    case ErrorKind::Unreadable:
    case ErrorKind::Network:
    case ErrorKind::Untrusted:
    case ErrorKind::ServiceFault:
    case ErrorKind::Forbidden:
    case ErrorKind::TooOld:
    case ErrorKind::Internal:
        break;
    }
    return tr("Not kept: Atlas made a mistake. Nothing was sent. Try again.");
}

QString Sentences::notKept(const Error &error, const Decision &decision)
{
    const QString ofClients = decidedInvitation(decision) ? QString() : ClientSentences::notKept(error, decision);
    return ofClients.isEmpty() ? notKept(error) : ofClients;
}

QString Sentences::notUndone(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Conflict:
        return tr("It may already have been sent: can't be taken back.");
    case ErrorKind::NotFound:
        return tr("It is no longer waiting: there is nothing to take back.");
    case ErrorKind::DiskFull:
        return tr("Not taken back: there is no room left on the disk. It will still be sent.");
    case ErrorKind::SignedOut:
        return tr("Not taken back: somebody else is signed in. It waits for the one who decided it.");
    case ErrorKind::Unreadable:
    case ErrorKind::Disk:
    case ErrorKind::Busy:
    case ErrorKind::Damaged:
    case ErrorKind::NewerSchema:
    case ErrorKind::Network:
    case ErrorKind::Untrusted:
    case ErrorKind::ServiceFault:
    case ErrorKind::Forbidden:
    case ErrorKind::TooOld:
    case ErrorKind::InvalidInput:
    case ErrorKind::Internal:
        break;
    }
    return tr("Not taken back: this computer could not write to its disk. It will still be sent.");
}

QString Sentences::notDismissed(const Error &error)
{
    return error.kind == ErrorKind::DiskFull ? tr("Not dismissed: there is no room left on the disk.")
                                             : tr("Not dismissed: this computer could not write to its disk.");
}

QString Sentences::notSaved(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::DiskFull:
        return tr(
            "Not saved: there is no room left on the disk. Your words are still here. Make some room, then try again.");
    case ErrorKind::Busy:
        return tr(
            "Not saved: another program holds Atlas's files. Your words are still here. Close it, then try again.");
    case ErrorKind::InvalidInput:
        return tr("Not saved: it is too long. Your words are still here. Make it shorter.");
    case ErrorKind::SignedOut:
    case ErrorKind::NotFound:
        return tr("Not saved: nobody is signed in, or somebody else is. Your words are still here.");
    case ErrorKind::Disk:
    case ErrorKind::Damaged:
    case ErrorKind::NewerSchema:
    case ErrorKind::Conflict:
    case ErrorKind::Unreadable:
    case ErrorKind::Network:
    case ErrorKind::Untrusted:
    case ErrorKind::Forbidden:
    case ErrorKind::TooOld:
    case ErrorKind::ServiceFault:
    case ErrorKind::Internal:
        break;
    }
    return tr("Not saved: this computer could not write it to its disk. Your words are still here. Try again.");
}

QString Sentences::notDeleted(const Error &error)
{
    return error.kind == ErrorKind::DiskFull ? tr("Not deleted: there is no room left on the disk.")
                                             : tr("Not deleted: this computer could not write to its disk. Try again.");
}

QString Sentences::notRead(const Error &error)
{
    return error.kind == ErrorKind::NotFound ? tr("Your templates can't be shown: nobody is signed in.")
                                             : tr("Your templates could not be read from this computer's disk. They "
                                                  "are not lost: close this, and try "
                                                  "again.");
}

QString Sentences::signIn(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::SignedOut:
        return tr("The service does not accept this token. It may have expired or been revoked: make a new one.");
    case ErrorKind::Network:
        return tr("No answer from this address. Check the address and your connection, then try again.");
    case ErrorKind::Untrusted:
        return tr(
            "The service's certificate can't be trusted: it has expired, is for another address, or comes from an "
            "authority that this computer does not know.");
    case ErrorKind::Forbidden:
    case ErrorKind::TooOld:
        return tr("The service asks for a newer version of Atlas. Install the update, then sign in.");
    case ErrorKind::Unreadable:
        return tr("What answers at this address is not an Atlas service, or something stands in between (such as a "
                  "network's sign-in page).");
    case ErrorKind::InvalidInput:
        return tr("The address, the token or the certificate file can't be used. Check them.");
    case ErrorKind::Disk:
    case ErrorKind::Damaged:
        return tr("Atlas could not read or write its files on this computer. Nothing was deleted. Check that its data "
                  "folder is there and can be written to.");
    case ErrorKind::DiskFull:
        return tr("There is no room left on the disk. What you decided before is kept. Make some room.");
    case ErrorKind::Busy:
        return tr("Another Atlas window, or another program, is using these files. Close it to go on here.");
    case ErrorKind::NewerSchema:
        return tr("These files were written by a newer version of Atlas. Nothing in them was changed. Open that "
                  "version.");
    case ErrorKind::NotFound: // nothing was asked, so nobody has failed to answer
        return tr("Atlas was started offline, and no invitations are kept on this computer. Start it once without "
                  "--offline to sign in and read them.");
    case ErrorKind::ServiceFault:
        return tr("Signing in did not work: the service answered with an error. Try again in a moment.");
    case ErrorKind::Conflict:
    case ErrorKind::Internal:
        break;
    }
    return tr(
        "Atlas made a mistake with its files on this computer; the service has no part in it. Nothing was deleted. "
        "Close Atlas and start it again.");
}

QString Sentences::permissionName(const QString &permission)
{
    const std::array<std::pair<Permission, QString>, 8> names{{
        {Permission::ViewClients, tr("View clients")},
        {Permission::CreateClients, tr("Create clients")},
        {Permission::GrantClientAccess, tr("Grant client access")},
        {Permission::RevokeClientAccess, tr("Revoke client access")},
        {Permission::DeleteClients, tr("Delete clients")},
        {Permission::ViewClientNotes, tr("View client notes")},
        {Permission::UpdateClientNotes, tr("Update client notes")},
        {Permission::ViewAuditLogs, tr("View audit logs")},
    }};
    for (const auto &[known, name] : names) {
        if (permission == permissionText(known))
            return name;
    }
    // A word that this version doesn't know is shown as it came, a little more readable.
    QString words = oneLine(permission, 64).replace(u'_', u' ');
    if (!words.isEmpty())
        words.front() = words.front().toUpper();
    return words;
}

QString Sentences::permissionMissing(Permission permission, const QString &branchName)
{
    const QString name = permissionName(permissionText(permission));
    if (branchName.isEmpty())
        return tr("You need the permission %1 on a branch; ask your administrator").arg(name);
    return tr("You need the permission %1 on %2; ask your administrator").arg(name, inSentence(branchName));
}
