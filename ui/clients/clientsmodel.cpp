#include "ui/clients/clientsmodel.h"

#include "ui/common/plaintext.h"

namespace {

QString billingWords(const Word<Billing> &billing)
{
    switch (billing.known) {
    case Billing::ClientPays:
        return ClientsModel::tr("Client Pays");
    case Billing::ChargeUs:
        return ClientsModel::tr("Charge Us");
    case Billing::Unknown:
        return oneLine(billing.text);
    }
    return {};
}

QString stateWords(const ClientRow &client)
{
    // Never "Accepted": the service has not said so yet.
    if (client.connecting)
        return ClientsModel::tr("connecting · waiting to send");
    switch (client.state.known) {
    case ClientState::Active:
        return {};
    case ClientState::Disconnected:
        return ClientsModel::tr("Disconnected");
    case ClientState::Unknown:
        return oneLine(client.state.text);
    }
    return {};
}

QString spoken(const ClientRow &client)
{
    QStringList parts{companyLine(client.companyName), ownerLine(client.ownerName)};
    const QString state = stateWords(client);
    parts << (state.isEmpty() ? billingWords(client.billing) : state);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

ClientsModel::ClientsModel(Session &session, QObject *parent)
    : PagedModel(session, ListKind::Clients, parent)
{}

Instant ClientsModel::now() const
{
    return session().now();
}

QVariant ClientsModel::rowData(const Row &row, int role) const
{
    const auto &client = std::get<ClientRow>(row);
    switch (role) {
    case Qt::DisplayRole:
    case CompanyRole:
        return companyLine(client.companyName);
    case Qt::AccessibleTextRole:
        return spoken(client);
    case KeyRole:
        return client.id ? client.id->text() : client.connecting ? client.connecting->text() : QString();
    case OwnerRole:
        return ownerLine(client.ownerName);
    case EmailRole:
        return oneLine(client.ownerEmail, 320);
    case BranchRole:
        return knownBranchLine(client.branchName);
    case BillingRole:
        return billingWords(client.billing);
    case StateRole:
        return stateWords(client);
    case ConnectedRole:
        return qint64(msSinceEpoch(client.connectedAt));
    case ConnectingRole:
        return client.connecting.has_value();
    case MineRole:
        return client.assignedToMe;
    case UrlRole:
        return client.accountUrl;
    default:
        return {};
    }
}
