#pragma once

#include "core/domain/result.h"

/// Makes the folder where the data goes, with those above it, where it is not there; it is then, or becomes, its owner's
/// alone. Errors: Disk, where there is none.
[[nodiscard]] Result<void> makeDataFolder(const QString &path);
