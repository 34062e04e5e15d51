#include "ui/clients/clientsmodel.h"

#include "ui/clients/clientwords.h"
#include "ui/common/plaintext.h"

namespace {

QString spoken(const ClientRow &client)
{
    QStringList parts{companyLine(client.companyName), ownerLine(client.ownerName)};
    const QString state = ClientWords::state(client);
    parts << (state.isEmpty() ? ClientWords::billing(client.billing) : state);
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

std::optional<ClientRow> ClientsModel::clientAt(int row) const
{
    const Row *const found = rowAt(row);
    return found ? std::optional(std::get<ClientRow>(*found)) : std::nullopt;
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
    case BranchRole:
        return knownBranchLine(client.branchName);
    case BillingRole:
        return ClientWords::billing(client.billing);
    case StateRole:
        return ClientWords::state(client);
    default:
        return {};
    }
}
