#pragma once

#include "ui/common/pagedmodel.h"

/// Invitations in any state: History, or what the finder found.
class HistoryModel final : public PagedModel
{
    Q_OBJECT

public:
    enum HistoryRole {
        IdRole = FirstOwnRole, ///< QString
        CompanyRole,
        OwnerRole,
        EmailRole,
        BranchRole,   ///< The branch's name
        BranchIdRole, ///< QString
        StateRole,    ///< QString: "Rejected"
        OutcomeRole,  ///< QString: "Rejected by Priya Shah: Capacity full"
        WhenRole,     ///< qint64, ms since the epoch: when it came to that
        PendingRole,  ///< bool: one can still decide on it
    };

    /// `kind`: History or Finder.
    HistoryModel(Session &session, ListKind kind, QObject *parent);

    /// Empty where the row is not here yet.
    [[nodiscard]] std::optional<InvitationId> idAt(int row) const;
    [[nodiscard]] Instant now() const;

protected:
    [[nodiscard]] QVariant rowData(const Row &row, int role) const override;

private:
    [[nodiscard]] QString spoken(const HistoryRow &row) const;
};
