#pragma once

#include "core/store/cachestore.h"
#include "core/store/deskstore.h"
#include "core/sync/ports.h"

/// Whether the account's files can be used: told when they can't, and told again when they can. After a failure they are
/// tried every few seconds, whether somebody needs them or not: what the interface says must end when it is no longer
/// true, and not by a read that works while nothing can be written.
class DiskWatch
{
public:
    struct Events
    {
        std::function<void(const Error &)> failed;
        std::function<void()> worked; ///< After `failed`: both files take what is written
    };
    DiskWatch(Scheduler &scheduler, CacheStore &cache, DeskStore &desk, Events events);

    /// Somebody could not read or write one of them.
    void failed(const Error &error);

private:
    void tryAgain();

    CacheStore &m_cache;
    DeskStore &m_desk;
    Events m_events;
    OwnedTimer m_timer;
};
