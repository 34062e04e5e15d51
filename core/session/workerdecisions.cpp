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

void Worker::changeDraft(const DraftChange &change)
{
    std::erase_if(m_unkept, [&change](const DraftChange &c) { return c.id == change.id && c.whose == change.whose; });
    if (m_desk && m_account == change.whose) {
        const Result<void> written = write(change);
        if (written)
            return;
        fileFailed(written.error());
    }
    m_unkept.push_back(change);
}

Result<void> Worker::write(const DraftChange &change)
{
    return change.draft ? m_desk->saveDraft(*change.draft, m_clock.wall()) : m_desk->dropDraft(change.id);
}

/// Files are open, or the disk works again.
void Worker::keepDrafts()
{
    for (const DraftChange &change : std::exchange(m_unkept, {}))
        changeDraft(change);
}

Result<std::optional<Draft>> Worker::draft(const InvitationId &id)
{
    if (!m_desk)
        return nobodySignedIn<std::optional<Draft>>();
    for (const DraftChange &change : m_unkept) {
        if (change.id == id && m_account == change.whose)
            return change.draft;
    }
    Result<std::optional<Draft>> draft = m_desk->draft(id);
    if (!draft)
        fileFailed(draft.error());
    return draft;
}
