#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"
#include "ui/common/sentencesclients.h"

// Where things stand: a waiting decision, the connection, the files.

QString Sentences::subject(const Operation &operation)
{
    const Reviewed &reviewed = operation.reviewed;
    return decidedBranch(operation.decision) ? branchLine(reviewed.branchName) : companyLine(reviewed.companyName);
}

QString Sentences::decision(const Operation &operation)
{
    if (!decidedInvitation(operation.decision))
        return ClientSentences::decision(operation);
    if (std::holds_alternative<AcceptInvitation>(operation.decision))
        return tr("Accept");
    if (operation.reviewed.reasonLabel.isEmpty())
        return tr("Reject");
    return tr("Reject: %1").arg(inSentence(operation.reviewed.reasonLabel));
}

QString Sentences::standing(const OutboxEntry &entry)
{
    const Operation &operation = entry.operation;
    if (operation.state == OperationState::Inflight)
        return tr("being sent");
    if (operation.maybeApplied)
        return tr("may already have been sent: can't be taken back");
    if (entry.connecting)
        return tr("waits for a connection");
    if (operation.state == OperationState::Held && entry.holdLeft && *entry.holdLeft > Milliseconds(0)) {
        const int seconds = int((entry.holdLeft->count() + 999) / 1000);
        return tr("will be sent in %Ln s", nullptr, seconds);
    }
    return tr("will be sent now");
}

QString Sentences::waiting(const OutboxEntry &entry)
{
    const QString company = inSentence(subject(entry.operation));
    if (!decidedInvitation(entry.operation.decision)) {
        const QString what = ClientSentences::noun(entry.operation);
        return entry.connecting && entry.undoable
                   ? tr("%1: %2 waits here until you are online", "client, decision").arg(company, what)
                   : tr("%1: %2 %3", "client, decision, where it stands").arg(company, what, standing(entry));
    }
    const bool acceptance = std::holds_alternative<AcceptInvitation>(entry.operation.decision);
    if (entry.connecting && entry.undoable) {
        return acceptance ? tr("%1: acceptance waits here until you are online").arg(company)
                          : tr("%1: rejection waits here until you are online").arg(company);
    }
    return acceptance ? tr("%1: acceptance %2", "company, where it stands").arg(company, standing(entry))
                      : tr("%1: rejection %2", "company, where it stands").arg(company, standing(entry));
}

QString Sentences::connectionName(const SyncStatus &status)
{
    if (status.offlineByChoice)
        return tr("Offline");
    switch (status.connection) {
    case Connection::Starting: // The line below says how far it is
    case Connection::Synchronising:
        return tr("Synchronising");
    case Connection::Online:
        return tr("Online");
    case Connection::Offline:
    case Connection::Blocked:
    case Connection::Untrusted:
    case Connection::SignedOut:
    case Connection::TooOld:
    case Connection::ServiceTrouble:
        // Nothing comes or goes, whatever the reason: that is in the line below, and in the bar where there is a step.
        return tr("Offline");
    }
    return {};
}

namespace {

/// What the state means for what one does now.
QString meaning(const SyncStatus &status, Instant now)
{
    if (status.offlineByChoice)
        return Sentences::tr("Decisions you make will wait here. Started offline");
    switch (status.connection) {
    case Connection::Starting:
        return Sentences::tr("Asking the service");
    case Connection::Synchronising:
        if (status.firstSync && status.received > 0)
            return Sentences::tr("Reading for the first time: %Ln so far", nullptr,
                                 int(std::min<qint64>(status.received, 1'000'000'000)));
        return status.firstSync ? Sentences::tr("Reading for the first time") : Sentences::tr("Reading what is new");
    case Connection::Online:
        return status.lastSyncAt ? Sentences::tr("Up to date at %1").arg(Phrases::timeOfDay(*status.lastSyncAt, now))
                                 : Sentences::tr("Connected");
    case Connection::Offline:
        return Sentences::tr("Decisions you make will wait here");
    case Connection::ServiceTrouble:
        return Sentences::tr("The service has trouble. Decisions you make will wait here");
    case Connection::Untrusted:
        return Sentences::tr("The service's certificate can't be trusted. Decisions you make will wait here");
    case Connection::Blocked:
        return Sentences::tr(
            "Something stands between this computer and the service. Decisions you make will wait here");
    case Connection::SignedOut:
        return Sentences::tr("Sign in again. Decisions you make will wait here until then");
    case Connection::TooOld:
        return Sentences::tr("An update is needed. Decisions you make will wait here until then");
    }
    return {};
}

} // namespace

QString Sentences::connectionLine(const SyncStatus &status, Instant now)
{
    QString line = meaning(status, now);
    if (status.connection == Connection::Online && !status.accountConfirmed)
        line = tr("Who is signed in is not confirmed yet");
    else if (status.connection != Connection::Online && !status.accountConfirmed && status.lastSyncAt)
        line = tr("%1 · account not confirmed").arg(line);
    const bool triesAgain = status.nextTryAt && !status.offlineByChoice && status.connection != Connection::Online &&
                            status.connection != Connection::Synchronising;
    if (!triesAgain)
        return line;
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(*status.nextTryAt - now).count();
    if (left < 60)
        return tr("%1 · next try within a minute").arg(line);
    return tr("%1 · next try at %2").arg(line, Phrases::timeOfDay(*status.nextTryAt, now));
}

QString Sentences::connectionTrouble(const SyncStatus &status, const std::optional<Error> &error)
{
    switch (status.connection) {
    case Connection::Starting:
    case Connection::Synchronising:
    case Connection::Online:
    case Connection::Offline:
    case Connection::ServiceTrouble:
        return {};
    case Connection::SignedOut:
        if (error)
            return signIn(*error);
        if (status.noToken)
            return tr("You are not signed in: Atlas forgets the token when it is closed. Sign in again: decisions wait "
                      "here until then.");
        return tr("The service no longer accepts your token. Sign in again: decisions wait here until then.");
    case Connection::TooOld:
        return tr("The service asks for a newer version of Atlas. Install the update: decisions wait here until then.");
    case Connection::Untrusted:
        return tr(
            "The service's certificate can't be trusted: it has expired, is for another address, or comes from an "
            "authority that this computer does not know. Nothing is sent to it.");
    case Connection::Blocked:
        return tr(
            "Something stands between this computer and the service, perhaps a network's sign-in page. Open any page "
            "in your browser, sign in there, then try again.");
    }
    return {};
}

QString Sentences::trouble(const StoreTrouble &trouble)
{
    const QString path = oneLine(trouble.path, 260);
    const int count = int(std::min<qint64>(trouble.count, 1'000'000'000));
    switch (trouble.kind) {
    case StoreTrouble::Kind::CacheSetAside:
        return tr("The copy of the service's data on this computer was damaged. It was set aside as %1 and is read "
                  "anew. "
                  "Your decisions are not affected.")
            .arg(path);
    case StoreTrouble::Kind::DeskSetAside:
        if (count == 1)
            return tr("The file with your decisions was damaged. It was set aside as %1; 1 decision was recovered, "
                      "with "
                      "what could be read of drafts, notes and reply templates. Compare it with what you remember.")
                .arg(path);
        return tr("The file with your decisions was damaged. It was set aside as %1; %Ln decisions were recovered, "
                  "with "
                  "what could be read of drafts, notes and reply templates. Compare them with what you remember.",
                  nullptr, count)
            .arg(path);
    case StoreTrouble::Kind::DeskMissing:
        return tr("The file with your decisions was missing, and Atlas began a new one: %1. Decisions that had not "
                  "been "
                  "sent, notes and reply templates are not in it. Look through what is still pending, or put the file "
                  "back from a backup.")
            .arg(path);
    case StoreTrouble::Kind::CantOpen:
        return tr("Atlas can't open its files on this computer. Another Atlas may be running, or they can't be read: "
                  "%1")
            .arg(path);
    case StoreTrouble::Kind::CantWrite:
        return tr("Atlas can't write to this computer's disk, or can't read from it. What you decided before is kept; "
                  "new decisions can't be kept until the disk works again.");
    case StoreTrouble::Kind::Full:
        return tr("There is no room left on this computer's disk. What you decided before is kept. Make some room: "
                  "until then, new decisions can't be kept.");
    case StoreTrouble::Kind::Gone:
        return tr("Atlas's files were taken away while it runs. They were in %1: put them back. What waits is still "
                  "sent, but only while Atlas stays open; new decisions can't be kept.")
            .arg(path);
    }
    return {};
}

QString Sentences::unreadable(const UnreadableCard &card)
{
    if (card.kind == QLatin1StringView("invitation"))
        return tr("One invitation can't be shown here");
    if (card.kind == QLatin1StringView("client"))
        return tr("One client can't be shown here");
    return tr("Something from the service can't be shown here");
}
