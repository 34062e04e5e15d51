#pragma once

#include "ui/common/pagedmodel.h"

/// Clients, and acceptances that are on their way to be one.
class ClientsModel final : public PagedModel
{
    Q_OBJECT

public:
    enum ClientRole {
        KeyRole = FirstOwnRole, ///< QString: what makes the row the same row
        CompanyRole,
        OwnerRole,
        EmailRole,
        BranchRole,
        BillingRole,    ///< The words for it
        StateRole,      ///< QString: "connecting · waiting to send", "Disconnected"; empty for an active client
        ConnectedRole,  ///< qint64, ms since the epoch
        ConnectingRole, ///< bool
        MineRole,       ///< bool: assigned to the signed-in person
        UrlRole,        ///< QString, as it came
    };

    ClientsModel(Session &session, QObject *parent);

    [[nodiscard]] Instant now() const;

protected:
    [[nodiscard]] QVariant rowData(const Row &row, int role) const override;
};
