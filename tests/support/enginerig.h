#pragma once

#include "core/sync/syncengine.h"
#include "tests/support/faketransport.h"
#include "tests/support/modelservice.h"
#include "tests/support/virtualtime.h"

#include <QTemporaryDir>

/// The engine as it ships, over real files in a folder of its own, against a model service, a wire by script and a
/// clock that a test moves.
class EngineRig
{
public:
    explicit EngineRig(quint64 seed = 1);
    ~EngineRig();

    /// Opens the files and starts the engine; after a restart: again, on the same files.
    void start(bool offline = false);
    /// On files that are open already.
    void startEngine(bool offline);
    /// The program ends: everything is closed at once, as a crash would.
    void stop();
    void restart();
    void advance(Milliseconds by) { scheduler.advance(by); }
    /// Until nothing is under way and nothing is due: at most a minute.
    void settle();

    [[nodiscard]] Operation accept(const QString &invitation, Milliseconds hold = std::chrono::seconds(8));
    [[nodiscard]] Operation reject(const QString &invitation, Milliseconds hold = std::chrono::seconds(8));
    [[nodiscard]] Result<Operation> decide(const Decision &decision, Milliseconds hold = std::chrono::seconds(8));

    [[nodiscard]] Operation row(const OperationId &id);
    [[nodiscard]] OperationState state(const OperationId &id) { return row(id).state; }
    [[nodiscard]] std::vector<Operation> attention();
    [[nodiscard]] std::optional<Invitation> cached(const QString &id);
    /// What the badge shows.
    [[nodiscard]] qint64 badge();
    [[nodiscard]] Connection connection() { return engine->status().connection; }

    VirtualClock clock;
    VirtualScheduler scheduler{clock};
    SeededRandomness randomness;
    FakeTransport transport{scheduler};
    ModelService service{clock};
    QTemporaryDir folder;
    std::unique_ptr<CacheStore> cache;
    std::unique_ptr<DeskStore> desk;
    std::unique_ptr<SyncEngine> engine;
    AccountKey account;

    // --- What the engine told
    // -----------------------------------------------------------------------------------------
    Result<void> started;
    std::vector<Error> diskErrors;
    int diskWorked = 0;
    std::optional<SessionFacts> another;
    std::function<void()> afterCommit; ///< Called at each `committed`
};
