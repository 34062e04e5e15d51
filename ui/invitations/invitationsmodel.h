#pragma once

#include "ui/common/pagedmodel.h"

/// Client Invitations: the pending ones of the open view.
class InvitationsModel final : public PagedModel
{
    Q_OBJECT

public:
    enum InvitationRole {
        IdRole = FirstOwnRole, ///< QString
        CompanyRole,
        OwnerRole,
        EmailRole,
        BranchRole,     ///< The branch's name
        SentRole,       ///< qint64, ms since the epoch
        DueRole,        ///< The same
        HasMessageRole, ///< bool
        HasNoteRole,    ///< bool: an internal note, on this computer
    };

    InvitationsModel(Session &session, QObject *parent);

    /// Empty where the row is not here yet.
    [[nodiscard]] std::optional<InvitationId> idAt(int row) const;
    /// The wall clock by which the rows' times are told.
    [[nodiscard]] Instant now() const;

protected:
    [[nodiscard]] QVariant rowData(const Row &row, int role) const override;

private:
    [[nodiscard]] QString spoken(const InvitationRow &row) const;
};
