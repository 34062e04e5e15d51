#pragma once

#include "core/domain/result.h"

class QSaveFile;

/// Why a file could not be opened (InvalidInput: there is nothing to write here) or written (DiskFull, Disk).
[[nodiscard]] Error openingError(const QSaveFile &file);
[[nodiscard]] Error writingError(const QSaveFile &file);
