#include "ui/evidence/evidencejob.h"

#include <algorithm>

namespace {
constexpr qsizetype partSize = 250;
}

EvidenceJob::EvidenceJob(Session &session, const RecordQuery &query, std::unique_ptr<EvidenceTarget> target,
                         QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_query(query)
    , m_target(std::make_shared<std::unique_ptr<EvidenceTarget>>(std::move(target)))
    , m_toWriter(new Crossing)
{
    m_thread.setObjectName(QStringLiteral("atlas-evidence"));
    m_toWriter->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_toWriter, &QObject::deleteLater);
    connect(&m_thread, &QThread::finished, this, &EvidenceJob::left);
    m_thread.start();
}

EvidenceJob::~EvidenceJob()
{
    leave();
    m_thread.wait();
}

void EvidenceJob::start()
{
    m_session.findRecords(m_query, this, [this](const Result<RecordList> &list) {
        if (m_over)
            return;
        list ? takeList(*list) : end(failure(list.error()));
    });
}

void EvidenceJob::write(std::function<Result<void>(EvidenceTarget &)> call, std::function<void()> next)
{
    m_toWriter->post([this, target = m_target, call = std::move(call), next = std::move(next)] {
        m_home.post([this, next, result = call(**target)] {
            if (m_over)
                return;
            result ? next() : end(failure(result.error()));
        });
    });
}

void EvidenceJob::takeList(const RecordList &list)
{
    m_list = list;
    const qsizetype total = qsizetype(list.rowids.size());
    if (total == 0)
        return end(qint64(0));
    emit progressed(0, total);
    write([total](EvidenceTarget &target) { return target.begin(total); }, [this] { loadPart(); });
}

void EvidenceJob::loadPart()
{
    const qsizetype total = qsizetype(m_list.rowids.size());
    if (m_next >= total)
        return write([](EvidenceTarget &target) { return target.finish(); }, [this] { end(m_written); });
    const qsizetype asked = std::min(partSize, total - m_next);
    RecordList part{m_list.kind, m_list.opening, {}};
    part.rowids.assign(m_list.rowids.begin() + m_next, m_list.rowids.begin() + m_next + asked);
    m_session.loadRecords(part, this, [this, asked](const Result<std::vector<Record>> &records) {
        if (m_over)
            return;
        records ? takePart(*records, asked) : end(failure(records.error()));
    });
}

void EvidenceJob::takePart(const std::vector<Record> &records, qsizetype asked)
{
    const auto count = qint64(records.size());
    write([records](EvidenceTarget &target) { return target.add(records); },
          [this, asked, count] {
              m_next += asked;
              m_written += count;
              emit progressed(m_next, qint64(m_list.rowids.size()));
              loadPart();
          });
}

void EvidenceJob::end(const Result<qint64> &result)
{
    m_over = true;
    leave();
    emit ended(result);
}

void EvidenceJob::cancel()
{
    m_over = true;
    leave();
}

void EvidenceJob::leave()
{
    if (!m_target)
        return;
    m_toWriter->post([thread = &m_thread, target = std::exchange(m_target, nullptr)] {
        target->reset();
        thread->quit();
    });
}
