#pragma once

#include "tests/simulation/plan.h"
#include "tests/simulation/service.h"
#include "tests/simulation/tally.h"

namespace simulation {

/// Everybody else: business owners, colleagues, whoever runs the service.
class Elsewhere
{
public:
    Elsewhere(Service &service, Tally &tally)
        : m_service(service)
        , m_tally(tally)
    {}

    void invite(Chance &chance);
    /// What `act` says, if it is one of theirs.
    void act(Act act, Chance &chance);
    /// Nothing stands in the way of anybody any more.
    void calmDown();

private:
    [[nodiscard]] std::string anyInvitation(Chance &chance, bool pending);
    [[nodiscard]] sandbox::Application application(Chance &chance);
    void onInvitation(Act act, const std::string &id, Chance &chance);
    void clientLeaves(Chance &chance);
    void colleagueDecides(const std::string &id, Chance &chance);
    void changeObject(Act act, const std::string &id, Chance &chance);
    void onService(Act act, Chance &chance);
    void permit(const std::string &person, Chance &chance);
    void fired(const char *what) { ++m_tally.fired[what]; }

    Service &m_service;
    Tally &m_tally;
    int m_companies = 0;
};

} // namespace simulation
