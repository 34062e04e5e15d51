#pragma once

#include "core/store/database.h"

#include <QStringList>

/// When an invitation came to its state, and the keys of dealingkeys.h, beside the rows; and what finds them.
[[nodiscard]] QStringList historyColumns();

/// Writes the keys of rows that were there before their columns were: SQL can't. Costs nothing where there are none.
[[nodiscard]] Result<void> writeDueKeys(Database &database);
