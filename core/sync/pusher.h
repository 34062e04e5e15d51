#pragma once

#include "core/sync/core.h"
#include "core/sync/outbox.h"

/// Delivers what is ready: claimed durably, sent byte by byte as kept, settled by the answer. Two at a time, one where the
/// way to the service is in doubt; one at a time for an invitation (the desk has one live operation for each).
class Pusher
{
public:
    Pusher(EngineCore &core, Outbox &outbox);

    void stop();
    /// Sends what may be sent now. `probing`: at most one request, and only if nothing else is under way.
    void push(bool probing);
    [[nodiscard]] bool isSending() const { return m_sending > 0; }

    std::function<void()> signedOut;
    std::function<void()> tooOld;
    std::function<void(const Response &)> answered; ///< Every answer of the service: carries its clock

private:
    bool sendOne(const OperationId &id);
    void heard(const Outbox::Claim &claim, const Response &response);

    EngineCore &m_core;
    Outbox &m_outbox;
    OwnedTimer m_rowTimer;
    int m_sending = 0;
    quint64 m_run = 0; ///< Answers of before a stop are not heard
};
