#include "core/session/worker.h"

// What a person decides: each is committed when it answers.

Result<Operation> Worker::decide(const Decision &decision, const std::optional<OperationId> &replaces)
{
    if (!m_engine)
        return nobodySignedIn<Operation>();
    return m_engine->decide(decision, m_options.hold, replaces);
}

Result<void> Worker::undo(const OperationId &id)
{
    if (!m_engine)
        return nobodySignedIn<void>();
    return m_engine->outbox().undo(id);
}

Result<Operation> Worker::tryAgain(const OperationId &id)
{
    if (!m_engine)
        return nobodySignedIn<Operation>();
    return m_engine->tryAgain(id, m_options.hold);
}

Result<void> Worker::sendAgain(const OperationId &id)
{
    if (!m_engine)
        return nobodySignedIn<void>();
    return m_engine->outbox().sendAgain(id);
}

Result<void> Worker::dismiss(const OperationId &id)
{
    if (!m_engine)
        return nobodySignedIn<void>();
    return m_engine->outbox().dismiss(id);
}

void Worker::sendNow()
{
    if (m_engine)
        m_engine->sendNow();
}

// --- Drafts ---------------------------------------------------------------------------------------------------------

void Worker::saveDraft(const Draft &draft)
{
    if (!m_desk)
        return;
    if (const Result<void> saved = m_desk->saveDraft(draft, m_clock.wall()); !saved)
        fileFailed(saved.error());
}

void Worker::dropDraft(const InvitationId &id)
{
    if (!m_desk)
        return;
    if (const Result<void> dropped = m_desk->dropDraft(id); !dropped)
        fileFailed(dropped.error());
}

Result<std::optional<Draft>> Worker::draft(const InvitationId &id)
{
    if (!m_desk)
        return nobodySignedIn<std::optional<Draft>>();
    return m_desk->draft(id);
}
