#pragma once

#include "tests/simulation/service.h"

namespace simulation {

/// Answers of the contract that say no.
class Refusals
{
public:
    explicit Refusals(Service &service)
        : m_service(service)
    {}

    struct Unavailable
    {
        Reply reply;
        bool mayHaveEffect = false; ///< The status does not prove that nothing was done
    };
    [[nodiscard]] Unavailable unavailable(Chance &chance) const;
    /// A refusal that the service keeps for this operation; empty where it has another answer for it already.
    [[nodiscard]] std::optional<Reply> final(const Question &question, Chance &chance) const;
    [[nodiscard]] Reply malformed(Chance &chance) const;
    [[nodiscard]] static Reply problem(int status, const char *code, const sandbox::Json &more = sandbox::Json::object());
    /// What stands in a portal's page.
    [[nodiscard]] static Reply portal(int status);

private:
    Service &m_service;
};

} // namespace simulation
