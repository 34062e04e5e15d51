#include "core/sync/pusher.h"

#include "core/api/requests.h"

using namespace std::chrono_literals;

namespace {
constexpr int mostAtOnce = 2;
}

Pusher::Pusher(EngineCore &core, Outbox &outbox)
    : m_core(core), m_outbox(outbox), m_rowTimer(core.ports.scheduler)
{
}

void Pusher::stop()
{
    ++m_run;
    m_sending = 0;
    m_rowTimer.stop();
}

void Pusher::push(bool probing)
{
    const int most = probing ? 1 : mostAtOnce;
    for (const OperationId &id : m_outbox.sendable()) {
        if (m_sending >= most)
            return;
        if (!sendOne(id)) {
            m_rowTimer.start(5s, [this] { m_core.pump(); }); // The disk: nothing leaves that isn't written down
            return;
        }
    }
    if (const std::optional<Milliseconds> wait = m_outbox.nextRowWait())
        m_rowTimer.start(*wait, [this] { m_core.pump(); });
}

bool Pusher::sendOne(const OperationId &id)
{
    const Result<Outbox::Claim> claim = m_outbox.claim(id);
    if (!claim)
        return claim.error().kind == ErrorKind::Conflict; // Taken back a moment ago: the next one
    ++m_sending;
    const quint64 run = m_run;
    m_core.ports.transport.send(operationRequest(id, claim->operation.body),
                                [this, run, claim = *claim](const Response &response) {
                                    if (run != m_run)
                                        return;
                                    --m_sending;
                                    heard(claim, response);
                                    m_core.events.statusChanged();
                                    m_core.pump();
                                });
    return true;
}

void Pusher::heard(const Outbox::Claim &claim, const Response &response)
{
    const Verdict verdict = judge(claim.operation, response);
    if (response.fromService)
        answered(response);
    if (verdict.trouble == Trouble::None)
        m_core.gate.succeeded(Channel::Operations);
    else
        m_core.gate.failed(Channel::Operations, verdict.trouble, verdict.retryAfter, true);
    m_outbox.settle(claim, verdict);
    if (verdict.what == Verdict::What::SignOut)
        signedOut();
    if (verdict.what == Verdict::What::TooOld)
        tooOld();
}
