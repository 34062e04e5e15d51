#include "tests/simulation/life.h"

#include <algorithm>
#include <map>
#include <set>

namespace simulation {

namespace {

using State = OperationState;

const std::map<State, std::vector<State>> &life()
{
    static const std::map<State, std::vector<State>> all{
        {State::Held, {State::Ready, State::Cancelled, State::Conflict, State::Failed, State::Acked}},
        {State::Ready, {State::Inflight, State::Cancelled, State::Conflict, State::Failed, State::Acked}},
        {State::Inflight, {State::Ready, State::Acked, State::Conflict, State::Failed}},
        {State::Acked, {State::Ready}},
    };
    return all;
}

} // namespace

const char *stateName(State state)
{
    switch (state) {
    case State::Held:
        return "held";
    case State::Ready:
        return "ready";
    case State::Inflight:
        return "inflight";
    case State::Acked:
        return "acked";
    case State::Conflict:
        return "conflict";
    case State::Failed:
        return "failed";
    case State::Cancelled:
        return "cancelled";
    }
    return "";
}

std::string transitionName(State from, State to)
{
    return std::string(stateName(from)) + " -> " + stateName(to);
}

bool isTransition(State from, State to)
{
    const auto found = life().find(from);
    return found != life().end() && std::find(found->second.begin(), found->second.end(), to) != found->second.end();
}

bool canBecome(State from, State to)
{
    std::set<State> reached{from};
    std::vector<State> open{from};
    while (!open.empty()) {
        const State state = open.back();
        open.pop_back();
        if (state == State::Acked)
            continue; // Back from there only where the accountant agrees
        const auto next = life().find(state);
        for (const State each : next == life().end() ? std::vector<State>() : next->second) {
            if (reached.insert(each).second)
                open.push_back(each);
        }
    }
    return reached.contains(to);
}

std::vector<std::string> allTransitions()
{
    std::vector<std::string> names;
    for (const auto &[from, tos] : life()) {
        for (const State to : tos)
            names.push_back(transitionName(from, to));
    }
    return names;
}

} // namespace simulation
