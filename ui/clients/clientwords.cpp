#include "ui/clients/clientwords.h"

#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/common/sentences.h"

#include <algorithm>

namespace {

bool isLeaving(const ClientDetails &details)
{
    return waiting<DisconnectClient>(details, [](const DisconnectClient &) { return true; }) != nullptr;
}

} // namespace

QString ClientWords::billing(const Word<Billing> &billing)
{
    switch (billing.known) {
    case Billing::ClientPays:
        return tr("Client Pays");
    case Billing::ChargeUs:
        return tr("Charge Us");
    case Billing::Unknown:
        return oneLine(billing.text);
    }
    return {};
}

QString ClientWords::state(const ClientRow &client)
{
    // Never "Accepted": the service has not said so yet.
    if (client.connecting)
        return tr("connecting · waiting to send");
    switch (client.state.known) {
    case ClientState::Active:
        return {};
    case ClientState::Disconnected:
        return tr("Disconnected");
    case ClientState::Unknown:
        return oneLine(client.state.text);
    }
    return {};
}

QString ClientWords::standing(const ClientDetails &details, Instant now)
{
    const Client &client = details.client;
    if (client.state == ClientState::Unknown)
        return oneLine(client.state.text);
    if (client.state == ClientState::Active)
        return isLeaving(details) ? tr("Disconnect · waiting to send") : QString();
    const QString when = client.disconnectedAt ? Phrases::moment(*client.disconnectedAt, now) : QString();
    if (client.disconnectedBy == QLatin1StringView("client"))
        return when.isEmpty() ? tr("Disconnected by the client") : tr("Disconnected by the client, %1").arg(when);
    if (client.disconnectedBy == QLatin1StringView("practice"))
        return when.isEmpty() ? tr("Disconnected by the practice") : tr("Disconnected by the practice, %1").arg(when);
    return when.isEmpty() ? tr("Disconnected") : tr("Disconnected, %1").arg(when);
}

QString ClientWords::role(const Word<AccountantRole> &role)
{
    switch (role.known) {
    case AccountantRole::Primary:
        return tr("primary accountant");
    case AccountantRole::Accountant:
        return tr("accountant");
    case AccountantRole::Unknown:
        return oneLine(role.text, 64);
    }
    return {};
}

QString ClientWords::memberName(const ClientDetails &details, const MemberId &id)
{
    const auto at = std::find_if(details.members.begin(), details.members.end(),
                                 [&id](const Member &member) { return member.id == id; });
    if (at == details.members.end())
        return tr("A colleague who is not known here (%1)").arg(id.text());
    return isBlank(at->name) ? oneLine(at->email, 320) : oneLine(at->name);
}

bool ClientWords::isOver(const ClientDetails &details)
{
    return details.client.state == ClientState::Disconnected;
}

QString ClientWords::whyNot(const ClientDetails &details, Permission permission)
{
    if (isOver(details))
        return tr("This client is no longer connected: nothing can be changed.");
    if (isLeaving(details))
        return tr("Its disconnection is waiting to send: until it is taken back, nothing else can be decided.");
    if (!maySee(details, permission))
        return Sentences::permissionMissing(permission, branchLine(details.branch->name));
    return {};
}

QString ClientWords::whyNotDisconnect(const ClientDetails &details, const ClientTerms &terms)
{
    const QString why = whyNot(details, Permission::DeleteClients);
    if (!why.isEmpty() || terms.isConnected)
        return why;
    return tr("You need a connection to disconnect a client: it can't be taken back, so it is not left waiting.");
}

bool ClientWords::maySee(const ClientDetails &details, Permission permission)
{
    return !details.branch || allows(*details.branch, permission);
}

bool isConnected(const SyncStatus &status)
{
    const bool reached = status.connection == Connection::Online || status.connection == Connection::Synchronising;
    return reached && !status.offlineByChoice;
}
