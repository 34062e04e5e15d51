#include "core/session/worker.h"

#include "core/session/notekeeping.h"

using namespace std::chrono_literals;

// What never leaves this computer: each is committed when it answers.
namespace {

constexpr Milliseconds betweenTidyings = 24h;

bool isLongerThan(int most, const QString &text)
{
    return text.toUcs4().size() > most;
}

} // namespace

Result<std::vector<ReplyTemplate>> Worker::replyTemplates()
{
    if (!m_desk)
        return nobodySignedIn<std::vector<ReplyTemplate>>();
    return m_desk->replyTemplates();
}

Result<ReplyTemplate> Worker::saveReplyTemplate(ReplyTemplate reply)
{
    if (!m_desk)
        return failure(ErrorKind::SignedOut, QStringLiteral("no account is open"));
    if (isLongerThan(Most::templateName, reply.name) || isLongerThan(Most::templateText, reply.text))
        return failure(ErrorKind::InvalidInput, QStringLiteral("a reply template that is too long"));
    if (!reply.id) {
        const quint64 high = m_randomness.next();
        reply.id = ReplyTemplateId::parse(OperationId::fromRandom(high, m_randomness.next()).text());
    }
    if (const Result<void> saved = m_desk->saveReplyTemplate(reply, m_clock.wall()); !saved) {
        fileFailed(saved.error());
        return failure(saved.error());
    }
    return reply;
}

Result<void> Worker::deleteReplyTemplate(const ReplyTemplateId &id)
{
    if (!m_desk)
        return nobodySignedIn<void>();
    const Result<void> deleted = m_desk->deleteReplyTemplate(id);
    if (!deleted)
        fileFailed(deleted.error());
    return deleted;
}

Result<void> Worker::saveNote(const InvitationId &id, const QString &text)
{
    if (!m_desk)
        return failure(ErrorKind::SignedOut, QStringLiteral("no account is open"));
    if (isLongerThan(Most::note, text))
        return failure(ErrorKind::InvalidInput, QStringLiteral("a note that is too long"));
    const QString kept = text.trimmed().isEmpty() ? QString() : text;
    if (const Result<void> saved = m_desk->saveNote(id, kept, m_clock.wall()); !saved) {
        fileFailed(saved.error());
        return saved;
    }
    if (kept.isEmpty())
        m_noted.erase(id);
    else
        m_noted.insert(id);
    if (const Result<Touched> touched = m_cache->touchedBy(id))
        touch(*touched);
    else
        fileFailed(touched.error()); // It is kept; the list shows it with its next change
    return {};
}

void Worker::readNoted()
{
    m_noted.clear();
    if (const Result<std::vector<InvitationId>> noted = m_desk->notedInvitations())
        m_noted.insert(noted->begin(), noted->end());
}

void Worker::tidyNotesDaily()
{
    if (!m_engine)
        return;
    const SyncStatus status = m_engine->status();
    const bool canTell = status.accountConfirmed && !status.firstSync && status.connection == Connection::Online;
    const Milliseconds now = m_clock.monotonic();
    if (!canTell || (m_notesTidiedAt && now - *m_notesTidiedAt < betweenTidyings))
        return;
    m_notesTidiedAt = now;
    const Result<int> dropped = tidyNotes(*m_cache, *m_desk, m_engine->now());
    if (!dropped)
        return fileFailed(dropped.error());
    if (*dropped > 0)
        readNoted();
}
