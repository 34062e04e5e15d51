#pragma once

#include "tests/simulation/program.h"

namespace simulation {

/// The accountant: decides, takes back, answers cards, quits and signs in. Knows what the screen shows, and remembers what
/// they were told.
class Person
{
public:
    Person(Program &program, Watch &watch, Disk &disk, Tally &tally);

    void decide(Chance &chance);
    void undo(Chance &chance);
    void answerCard(Chance &chance);
    void sendNow();
    void refresh();
    void hint();
    void quitAndStart();
    void signInAgain();
    void signInAsOther(Chance &chance);
    void signInAsOneself();

private:
    [[nodiscard]] std::optional<Decision> decisionOn(const InvitationId &id, Chance &chance);
    void decideOnClient(Chance &chance);
    [[nodiscard]] Decision decisionOn(const ClientId &id, Chance &chance) const;
    [[nodiscard]] std::optional<Decision> decisionAgain(const Decision &decision, Chance &chance);
    [[nodiscard]] QString words(Chance &chance) const;
    [[nodiscard]] bool leavesOff(const InvitationId &id, Chance typing);
    void decideOn(const Decision &decision, const std::optional<OperationId> &replaces, Chance &chance);
    void tellKept(const Result<Operation> &operation, const std::optional<OperationId> &replaces);
    void answer(const Operation &card, Chance &chance);
    void did(const char *what) { ++m_tally.deeds[what]; }

    Program &m_program;
    Watch &m_watch;
    Disk &m_disk;
    Tally &m_tally;
};

} // namespace simulation
