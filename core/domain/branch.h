#pragma once

#include "core/domain/id.h"
#include "core/domain/version.h"
#include "core/domain/word.h"

#include <QStringList>

enum class BranchState { Unknown, Active, Closed };

/// What a person may do on a branch (components/schemas/Permission).
enum class Permission {
    ViewClients,
    CreateClients,
    GrantClientAccess,
    RevokeClientAccess,
    DeleteClients,
    ViewClientNotes,
    UpdateClientNotes,
    ViewAuditLogs,
};

/// The contract's word for a permission.
[[nodiscard]] QString permissionText(Permission permission);

/// One of the practice's branches, as the signed-in person sees it.
struct Branch
{
    BranchId id;
    Version version;
    QString name;
    QString email; ///< Where clients send invitations
    QString country;
    QString currency;
    Word<BranchState> state;
    QStringList permissions; ///< The contract's words, unknown ones included

    friend bool operator==(const Branch &, const Branch &) = default;
};

[[nodiscard]] Word<BranchState> branchState(const QString &text);
[[nodiscard]] bool allows(const Branch &branch, Permission permission);
