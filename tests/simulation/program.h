#pragma once

#include "core/sync/syncengine.h"
#include "tests/simulation/crashvfs.h"
#include "tests/simulation/jitter.h"
#include "tests/simulation/wire.h"

namespace simulation {

/// The program below its interface, as Worker puts it together: an account's files, the engine over them, and what the
/// screen shows after each commit.
class Program
{
public:
    struct Around
    {
        VirtualClock &clock;
        Jitter &scheduler;
        Wire &wire;
        Disk &disk;
        Watch &watch;
        Service &service;
        Tally &tally;
        Trace &trace;
    };
    Program(const Around &around, quint64 seed);
    ~Program();

    /// Signs in: with the token of this person (a key as "amara") the account that was open last comes up.
    void signIn(const std::string &person);
    /// False where the files can't be opened now.
    bool start();
    [[nodiscard]] bool isUp() const { return m_engine != nullptr; }
    [[nodiscard]] SyncEngine *engine() { return m_engine.get(); }
    [[nodiscard]] CacheStore &cache() { return *m_cache; }
    [[nodiscard]] DeskStore &desk() { return *m_desk; }
    /// Whose files are open (an id as "mem_amara"), and whose token is used.
    [[nodiscard]] const std::string &account() const { return m_account; }
    [[nodiscard]] const std::string &person() const { return m_person; }
    [[nodiscard]] std::string pathOf(const char *file) const;
    [[nodiscard]] bool needsSignIn();
    [[nodiscard]] bool isTooOld();

    void quit();
    /// The computer's or the program's end; nothing it would still do is done.
    void crash(Disk::Loss loss, bool inside, Chance &chance);

    /// What waits for the end of a step: another account's files.
    void afterStep();
    /// The screen as it is now, if the engine said that something was committed.
    void publishIfDue();
    [[nodiscard]] const std::vector<Operation> &cards() const { return m_cards; }

    /// The i-th call of a database from now on fails, and so many after it.
    struct StatementFault
    {
        int in = 0;
        int length = 1;
        ErrorKind kind = ErrorKind::Disk;
    };
    void failStatements(bool ofDesk, const StatementFault &fault);
    /// Asked before each statement of files that are opened from now on; an error is what it fails with.
    std::function<std::optional<Error>(bool ofDesk)> statementFate;
    void mendStatements();

private:
    [[nodiscard]] bool openFiles();
    [[nodiscard]] bool openDesk(std::vector<StoreTrouble> &trouble);
    void giveStatementsTheirFate();
    void tell(const std::vector<StoreTrouble> &trouble);
    [[nodiscard]] EngineEvents events();
    void close();
    void publish();

    Around m_around;
    Chance m_engineChance;
    std::string m_person;
    std::string m_account;
    std::optional<std::string> m_nextAccount;
    std::unique_ptr<CacheStore> m_cache;
    std::unique_ptr<DeskStore> m_desk;
    std::unique_ptr<SyncEngine> m_engine;
    std::vector<Operation> m_cards;
    bool m_publishDue = false;
    bool m_looking = false; ///< Somebody looks from outside: no fault by statement
};

} // namespace simulation
