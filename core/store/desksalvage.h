#pragma once

#include "core/store/database.h"

/// Reads every row that can still be read from the damaged desk at `path` (which is copied first, and left as it is)
/// into the new one. Answers how many operations that were. Nothing readable is no error: 0.
[[nodiscard]] Result<qint64> salvageDesk(const QString &path, Database &into);

/// Every row is what this program writes: what integrity_check can't know.
[[nodiscard]] Result<void> checkDeskRows(Database &database);
