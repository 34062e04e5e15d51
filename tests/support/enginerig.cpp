#include "tests/support/enginerig.h"

#include "tests/support/builders.h"
#include "tests/support/catch.h"

using namespace std::chrono_literals;

EngineRig::EngineRig(quint64 seed)
    : randomness(seed)
    , account{QStringLiteral("https://service.example:443"), *PracticeId::parse(QStringLiteral("p1")),
              *MemberId::parse(QStringLiteral("u1"))}
{
    transport.service = [this](const Request &request) { return service.answer(request); };
}

EngineRig::~EngineRig()
{
    stop();
}

void EngineRig::start(bool offline)
{
    std::vector<StoreTrouble> trouble;
    Result<std::unique_ptr<CacheStore>> openedCache =
        CacheStore::open(folder.filePath(QStringLiteral("cache.db")), trouble);
    Result<std::unique_ptr<DeskStore>> openedDesk =
        DeskStore::open(folder.filePath(QStringLiteral("desk.db")), trouble);
    REQUIRE(openedCache);
    REQUIRE(openedDesk);
    REQUIRE(trouble.empty());
    cache = std::move(*openedCache);
    desk = std::move(*openedDesk);
    startEngine(offline);
}

void EngineRig::startEngine(bool offline)
{
    EngineEvents events;
    events.committed = [this](const Touched &) {
        if (afterCommit)
            afterCommit();
    };
    events.statusChanged = [] {};
    events.sessionRead = [](const SessionFacts &) {};
    events.anotherAccount = [this](const SessionFacts &facts) { another = facts; };
    events.diskFailed = [this](const Error &error) { diskErrors.push_back(error); };
    events.diskWorked = [this] { ++diskWorked; };
    engine = std::make_unique<SyncEngine>(EnginePorts{clock, scheduler, randomness, transport}, *cache, *desk, account,
                                          QStringLiteral("service.example"), events);
    started = engine->start(offline);
}

void EngineRig::stop()
{
    engine.reset();
    cache.reset();
    desk.reset();
}

void EngineRig::restart()
{
    stop();
    start();
}

void EngineRig::settle()
{
    const Milliseconds until = clock.monotonic() + 60s;
    while (transport.underWay() > 0 && scheduler.step(until)) {
    }
}

Result<Operation> EngineRig::decide(const Decision &decision, Milliseconds hold)
{
    return engine->decide(decision, hold, std::nullopt);
}

Operation EngineRig::accept(const QString &invitation, Milliseconds hold)
{
    const std::optional<Invitation> read = cached(invitation);
    REQUIRE(read);
    const Result<Operation> operation = decide(builders::accept(invitation, read->revision), hold);
    REQUIRE(operation);
    return *operation;
}

Operation EngineRig::reject(const QString &invitation, Milliseconds hold)
{
    const std::optional<Invitation> read = cached(invitation);
    REQUIRE(read);
    const Result<Operation> operation = decide(builders::reject(invitation, read->revision), hold);
    REQUIRE(operation);
    return *operation;
}

Operation EngineRig::row(const OperationId &id)
{
    const Result<std::optional<Operation>> read = desk->operation(id);
    REQUIRE(read);
    REQUIRE(*read);
    return **read;
}

std::vector<Operation> EngineRig::attention()
{
    const Result<std::vector<Operation>> read = desk->attention();
    REQUIRE(read);
    return *read;
}

std::optional<Invitation> EngineRig::cached(const QString &id)
{
    const Result<std::optional<Invitation>> read = cache->invitation(builders::invitationId(id));
    REQUIRE(read);
    return *read;
}

qint64 EngineRig::badge()
{
    const Result<Counts> counts = cache->counts(engine->now(), 48);
    REQUIRE(counts);
    return counts->all.pending;
}
