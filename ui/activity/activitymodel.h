#pragma once

#include "ui/common/pagedmodel.h"

/// What happened, newest first.
class ActivityModel final : public PagedModel
{
    Q_OBJECT

public:
    enum ActivityRole {
        SentenceRole = FirstOwnRole, ///< QString
        WhoRole,                     ///< QString: for the tile
        DetailRole,
        BranchRole,
        WhenRole, ///< QString: the moment, in words
        AgoRole,  ///< QString
    };

    ActivityModel(Session &session, QObject *parent);

protected:
    [[nodiscard]] QVariant rowData(const Row &row, int role) const override;
};
