#pragma once

#include "core/store/cachestore.h"
#include "core/store/deskstore.h"

/// A note stays as long as its invitation is pending, and this long after it was seen that it no longer is.
inline constexpr std::chrono::hours notesStayFor{24 * 90};

/// Notes when invitations have ended, or are no longer here, and drops the notes whose time is over. To be called only
/// while the cache is whole and the clock is the service's: what has not come yet is not gone. How many were dropped.
[[nodiscard]] Result<int> tidyNotes(CacheStore &cache, DeskStore &desk, Instant now);
