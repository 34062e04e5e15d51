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
        BranchRole,
        BillingRole, ///< The words for it
        StateRole,   ///< QString: "connecting · waiting to send", "Disconnected"; empty for an active client
    };

    ClientsModel(Session &session, QObject *parent);

    [[nodiscard]] Instant now() const;
    /// Empty where the row is not here.
    [[nodiscard]] std::optional<ClientRow> clientAt(int row) const;

protected:
    [[nodiscard]] QVariant rowData(const Row &row, int role) const override;
};
