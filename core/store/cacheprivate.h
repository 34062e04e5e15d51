#pragma once

#include "core/store/cachestore.h"
#include "core/store/database.h"

class CacheStore::Private
{
public:
    std::unique_ptr<Database> database;
    std::set<InvitationId> overlay;

    [[nodiscard]] Result<FeedState> readFeed();
    [[nodiscard]] Result<void> writeFeed(const FeedState &feed);
    enum class Coming { Fresh, Replayed, ReadAgain };
    [[nodiscard]] Result<Touched> applyAll(const std::vector<Change> &changes, Coming coming);
};
