#pragma once

#include "core/session/crossing.h"
#include "core/session/session.h"
#include "ui/evidence/evidencetarget.h"

#include <QThread>

/// Writes records to a target, part by part: read by the session, written on a thread of its own, so that neither the
/// window nor what is decided meanwhile waits for a slow disk or for a hundred thousand rows.
class EvidenceJob final : public QObject
{
    Q_OBJECT

public:
    EvidenceJob(Session &session, const RecordQuery &query, std::unique_ptr<EvidenceTarget> target, QObject *parent);
    /// Waits at most for the part under way.
    ~EvidenceJob() override;

    void start();
    /// Nothing is written any more, and nothing was: an older file is as it was. `ended` does not come.
    void cancel();

signals:
    void progressed(qint64 done, qint64 total);
    /// How many records were written. Without any the target was not even begun.
    void ended(const Result<qint64> &written);
    /// Nothing of it goes on any more: it can be deleted without a wait.
    void left();

private:
    /// Runs `call` with the target on the writing thread, then `next` here, unless it failed or was cancelled.
    void write(std::function<Result<void>(EvidenceTarget &)> call, std::function<void()> next);
    void takeList(const RecordList &list);
    void loadPart();
    void takePart(const std::vector<Record> &records, qsizetype asked);
    void end(const Result<qint64> &result);
    /// The target's end, on its thread, and then the thread's.
    void leave();

    Session &m_session;
    const RecordQuery m_query;
    std::shared_ptr<std::unique_ptr<EvidenceTarget>> m_target;
    RecordList m_list;
    qsizetype m_next = 0;
    qint64 m_written = 0;
    bool m_over = false;
    QThread m_thread;
    Crossing m_home;
    Crossing *m_toWriter;
};
