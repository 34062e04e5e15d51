#include "tests/simulation/plan.h"

#include <array>

namespace simulation {

namespace {

struct Weight
{
    Act act;
    int weight;
    bool always; ///< In every run; others are in some
};

const std::array<Weight, acts> weights{{
    {Act::Decide, 300, true},       {Act::Undo, 70, true},          {Act::AnswerCard, 70, true},
    {Act::SendNow, 15, false},      {Act::Refresh, 25, false},      {Act::Hint, 15, false},
    {Act::Quit, 15, false},         {Act::SignInAgain, 25, true},   {Act::OtherPerson, 10, false},
    {Act::Invite, 60, true},        {Act::Edit, 40, false},         {Act::Withdraw, 20, false},
    {Act::Expire, 15, false},       {Act::Supersede, 15, false},    {Act::ColleagueDecides, 40, false},
    {Act::Remove, 12, false},       {Act::MoveBranch, 10, false},   {Act::Spoil, 10, false},
    {Act::Mend, 10, false},         {Act::BranchState, 10, false},  {Act::Permissions, 8, false},
    {Act::Disconnect, 10, false},   {Act::ExpireStates, 12, false}, {Act::Snapshot, 15, false},
    {Act::Restore, 14, false},      {Act::Revoke, 6, false},        {Act::NewerClient, 5, false},
    {Act::EventsOffered, 6, false}, {Act::Storm, 60, false},        {Act::Outage, 25, false},
    {Act::CalmDown, 30, true},      {Act::EventTrouble, 20, false}, {Act::BreakStream, 10, false},
    {Act::StatementFault, 25, false}, {Act::DiskFault, 25, false},  {Act::DiskFull, 12, false},
    {Act::FlipCache, 4, false},     {Act::FlipDesk, 3, false},      {Act::LoseCacheLog, 5, false},
    {Act::LoseDeskLog, 3, false},   {Act::Kill, 25, false},         {Act::PowerCut, 25, false},
    {Act::KillInside, 20, false},   {Act::PowerCutInside, 20, false}, {Act::Sleep, 10, false},
    {Act::SleepThrough, 8, false},  {Act::ClockOff, 8, false},      {Act::ClockNudge, 6, false},
}};

/// What this run can have: each run its own few kinds of trouble, so that none hides another.
std::vector<Act> deckOf(Chance &chance)
{
    std::vector<Act> deck;
    const int share = chance.between(10, 70);
    for (const Weight &weight : weights) {
        if (weight.always || chance.percent(share))
            deck.insert(deck.end(), static_cast<size_t>(weight.weight), weight.act);
    }
    return deck;
}

Milliseconds pauseBefore(Chance &chance)
{
    switch (chance.below(10)) {
    case 0:
        return Milliseconds(0); // Together with the one before
    case 1:
    case 2:
    case 3:
        return Milliseconds(chance.below(300)); // While requests are under way
    case 4:
    case 5:
    case 6:
        return Milliseconds(chance.below(12'000)); // While holds run
    case 7:
    case 8:
        return Milliseconds(chance.below(90'000));
    default:
        return Milliseconds(chance.below(chance.oneIn(8) ? 4 * 3'600'000 : 600'000));
    }
}

} // namespace

const char *actName(Act act)
{
    static constexpr std::array<const char *, acts> names{
        "decide", "undo", "answer a card", "send now", "refresh", "hint", "quit and start", "sign in again", "other person",
        "invite", "edit", "withdraw", "expire", "supersede", "a colleague decides", "remove", "move to a branch", "spoil",
        "mend", "open or close a branch", "permissions", "client disconnects", "expire states", "snapshot", "restore",
        "revoke", "newer client wanted", "events offered or not", "storm", "outage", "calm down", "event trouble",
        "break the stream", "a database call fails", "the disk fails", "the disk is full", "flip a bit of the cache",
        "flip a bit of the desk", "the cache's log is gone", "the desk's log is gone", "kill", "power cut",
        "kill inside a step", "power cut inside a step", "sleep", "sleep with the clock running", "clock a year off",
        "clock set a little"};
    return names[static_cast<size_t>(act)];
}

Plan planOf(quint64 seed)
{
    Chance chance(seed, 'p');
    Plan plan;
    plan.seed = seed;
    plan.invitations = chance.between(2, 14);
    plan.slowest = chance.oneIn(4) ? 3'000 : chance.between(5, 400);
    plan.eventMode = chance.oneIn(2) ? 0 : chance.below(5);
    plan.offersEvents = !chance.oneIn(5);
    plan.forgetsOne = Chance(seed, 'f').oneIn(4);
    plan.settlesAlone = Chance(seed, 'a').oneIn(2);
    const std::vector<Act> deck = deckOf(chance);
    const int count = chance.between(15, 60);
    for (int i = 0; i < count; ++i) {
        const Act act = chance.oneOf(deck);
        plan.events.push_back({act, pauseBefore(chance), chance.next()});
    }
    return plan;
}

Plan powerCutPlan(quint64 seed, int cuts)
{
    Chance chance(seed, 'c');
    static const std::vector<Act> between{Act::Decide, Act::Decide, Act::Decide,  Act::Decide,
                                          Act::Undo,   Act::Invite, Act::SendNow, Act::ColleagueDecides};
    Plan plan;
    plan.seed = seed;
    plan.invitations = 10;
    plan.slowest = 100;
    for (int cut = 0; cut < cuts; ++cut) {
        plan.events.push_back({Act::Invite, Milliseconds(chance.below(2'000)), chance.next()});
        for (int i = chance.between(1, 3); i > 0; --i)
            plan.events.push_back({chance.oneOf(between), Milliseconds(chance.below(3'000)), chance.next()});
        if (chance.oneIn(4)) { // What a killed run wrote last, read by the next one, cut off before that wrote anything
            plan.events.push_back({Act::KillInside, Milliseconds(chance.below(500)), chance.next()});
            plan.events.push_back({Act::Decide, Milliseconds(0), chance.next()});
        }
        const Act act = chance.oneIn(3) ? Act::PowerCut : Act::PowerCutInside;
        plan.events.push_back({act, Milliseconds(chance.below(chance.oneIn(3) ? 3 : 4'000)), chance.next()});
    }
    return plan;
}

} // namespace simulation
