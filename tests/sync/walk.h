#pragma once

#include "tests/support/enginerig.h"

#include <set>

/// A person, clients, colleagues, a wire and a disk that all do as a seed says, and what must never be seen meanwhile
/// (the invariants of sync.md that a small world can check). The large simulation is tests/simulation.
class Walk : public EngineRig
{
public:
    explicit Walk(quint64 seed);

    /// One thing happens, some time passes, everything is checked.
    void step();
    /// The faults stop: everything must settle.
    void calmDown();

private:
    struct Kept
    {
        QByteArray body;
        QString invitation;
        Milliseconds mayLeaveAt{0}; ///< Monotonic: not before
        bool takenBack = false;
        OperationState last = OperationState::Held;
    };

    [[nodiscard]] Response weather(const Request &request);
    void act(int what);
    void decideSomething();
    void takeSomethingBack();
    void answerACard();
    void somethingElsewhere();
    void crash();
    void breakTheDisk();
    [[nodiscard]] QString anyInvitation();
    void noteHolds();

    void check();
    void checkKept(const OperationId &id, Kept &kept);
    void checkAttempt(const Request &request);
    void checkBadge();
    [[nodiscard]] qint64 doneBefore();
    void checkSettled();

    std::map<OperationId, Kept> m_kept;
    ModelService::State m_backup;
    int m_invited = 0;
    int m_storm = 0; ///< Of 100 requests, how many meet something
    bool m_diskBroken = false;
    bool m_restored = false;
};
