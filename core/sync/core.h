#pragma once

#include "core/api/transport.h"
#include "core/store/cachestore.h"
#include "core/store/deskstore.h"
#include "core/sync/diskwatch.h"
#include "core/sync/gate.h"

#include <QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(logSync)

/// The doors through which the engine reaches everything that it isn't: nothing in core/sync knows another clock,
/// randomness or network.
struct EnginePorts
{
    Clock &clock;
    Scheduler &scheduler;
    Randomness &randomness;
    Transport &transport;
};

/// What the engine tells whoever made it. Called on the engine's thread, after a commit, never inside a transaction.
struct EngineEvents
{
    std::function<void(const Touched &)> committed;      ///< The cache, the overlay or the outbox changed
    std::function<void()> statusChanged;
    std::function<void(const SessionFacts &)> sessionRead;
    /// The token is somebody else's: nothing was sent, and this engine asks nothing any more.
    std::function<void(const SessionFacts &)> anotherAccount;
    std::function<void(const Error &)> diskFailed; ///< A file could not be read or written; it is tried again
    std::function<void()> diskWorked;              ///< After diskFailed: both files can be written
};

/// What the engine's parts share. Owned by SyncEngine.
struct EngineCore
{
    EnginePorts ports;
    CacheStore &cache;
    DeskStore &desk;
    EngineEvents events;
    Gate gate;
    std::function<void()> pump; ///< Something can perhaps be asked now
    std::function<bool()> isConnected; ///< The service answers, and the account stands
    DiskWatch disk;

    /// Says what a file refused to whoever listens, and passes the result on.
    template <class T>
    Result<T> watched(Result<T> result)
    {
        const bool ofTheFile = !result && result.error().kind != ErrorKind::Conflict &&
                               result.error().kind != ErrorKind::NotFound;
        if (ofTheFile)
            disk.failed(result.error());
        return result;
    }
};
