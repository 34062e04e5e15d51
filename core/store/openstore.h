#pragma once

#include "core/store/database.h"

#include <QStringList>

#include <vector>

/// What a kind of database is. Migrations are append-only: the n-th brings user_version from n to n + 1.
struct StoreSchema
{
    quint32 applicationId;
    std::vector<QStringList> migrations; ///< Statements
    bool precious;                       ///< Checked at every opening, and durable at every commit (sync.md, fact 3)
};

[[nodiscard]] StoreSchema cacheSchema();
[[nodiscard]] StoreSchema deskSchema();

/// Opens or makes the file, holds it for this connection alone, and brings it to the newest schema. Errors: Damaged
/// (also a file that is not ours), NewerSchema (not a byte was written), Busy, Disk, DiskFull.
[[nodiscard]] Result<std::unique_ptr<Database>> openStore(const QString &path, const StoreSchema &schema);
