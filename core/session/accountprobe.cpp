#include "core/session/accountprobe.h"

#include "core/api/codec.h"
#include "core/api/requests.h"
#include "core/sync/verdict.h"

namespace {

ErrorKind waitingKind(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Blocked:
        return ErrorKind::Unreadable;
    case Trouble::Untrusted:
        return ErrorKind::Untrusted;
    case Trouble::None:
    case Trouble::Service:
        return ErrorKind::ServiceFault;
    case Trouble::NoAnswer:
        break;
    }
    return ErrorKind::Network;
}

} // namespace

AccountProbe::AccountProbe(Clock &clock, Scheduler &scheduler, Randomness &randomness, Transport &transport, QString host,
                           Events events)
    : m_transport(transport), m_host(std::move(host)), m_events(std::move(events)), m_gate(clock, randomness)
    , m_timer(scheduler)
{
}

AccountProbe::~AccountProbe()
{
    m_transport.cancelAll();
}

void AccountProbe::ask()
{
    if (m_asking)
        return;
    m_asking = true;
    m_transport.send(sessionRequest(), [this](const Response &response) {
        m_asking = false;
        heard(response);
    });
}

void AccountProbe::askNow()
{
    m_timer.stop();
    ask();
}

// Each event is the last thing that is done: whoever hears it may end the probe.
void AccountProbe::heard(const Response &response)
{
    const Trouble trouble = troubleOf(response);
    if (trouble == Trouble::Untrusted)
        return m_events.ended({ErrorKind::Untrusted, response.detail});
    if (trouble != Trouble::None)
        return later(response, trouble);
    if (response.status == 401)
        return m_events.ended({ErrorKind::SignedOut, {}});
    if (response.status == 403) {
        const Result<Problem> problem = readProblem(response.body);
        if (problem && problem->code == QLatin1StringView("client_too_old"))
            return m_events.ended({ErrorKind::TooOld, {}});
    }
    if (response.status == 200 && response.contentType != "application/json")
        return later(response, Trouble::Blocked);
    const Result<SessionFacts> facts = readSession(response.body, m_host);
    if (response.status != 200 || !facts)
        return later(response, Trouble::Service);
    m_events.found(*facts);
}

void AccountProbe::later(const Response &response, Trouble trouble)
{
    m_gate.failed(Channel::Session, trouble, response.retryAfter, true);
    m_timer.start(m_gate.wait(), [this] { ask(); });
    m_events.waiting({waitingKind(trouble), response.detail});
}
