#pragma once

#include <QtGlobal>

/// This process's proportional share of memory (PSS) in KiB; -1 where the platform doesn't say.
[[nodiscard]] qint64 proportionalMemoryKiB();
