#pragma once

#include "tests/simulation/chance.h"

#include <string>
#include <vector>

namespace simulation {

/// What can happen, by whom.
enum class Act {
    // The person
    Decide, Undo, AnswerCard, SendNow, Refresh, Hint, Quit, SignInAgain, OtherPerson,
    // Clients, colleagues, the practice
    Invite, Edit, Withdraw, Expire, Supersede, ColleagueDecides, Remove, MoveBranch, Spoil, Mend, BranchState, Permissions,
    Disconnect,
    // The service
    ExpireStates, Snapshot, Restore, Revoke, NewerClient, EventsOffered,
    // The way there
    Storm, Outage, CalmDown, EventTrouble, BreakStream,
    // The computer
    StatementFault, DiskFault, DiskFull, FlipCache, FlipDesk, LoseCacheLog, LoseDeskLog, Kill, PowerCut, KillInside,
    PowerCutInside, Sleep, SleepThrough, ClockOff, ClockNudge,
};
inline constexpr int acts = static_cast<int>(Act::ClockNudge) + 1;

[[nodiscard]] const char *actName(Act act);

/// One thing that happens, so long after the one before; `dice` seeds whatever it has to draw.
struct Event
{
    Act act = Act::Refresh;
    Milliseconds after{0};
    quint64 dice = 0;
};

/// A run, before it is run: drawn whole from its seed, so that events can be cut out of it.
struct Plan
{
    quint64 seed = 0;
    int invitations = 0; ///< At the beginning
    int slowest = 200;   ///< Milliseconds each way
    int eventMode = 0;
    bool offersEvents = true;
    bool forgetsOne = false;   ///< The service's feed
    bool settlesAlone = false; ///< In the end nobody presses F5
    std::vector<Event> events;
};

[[nodiscard]] Plan planOf(quint64 seed);
/// Decisions and power cuts, little else.
[[nodiscard]] Plan powerCutPlan(quint64 seed, int cuts);

} // namespace simulation
