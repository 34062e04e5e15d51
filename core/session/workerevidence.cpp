#include "core/session/worker.h"

// What is written into files of the person's own: read here in parts.

Result<RecordList> Worker::findRecords(const RecordQuery &query)
{
    if (!m_cache)
        return nobodySignedIn<RecordList>();
    Result<std::vector<qint64>> rowids = m_cache->recordRowids(query);
    if (!rowids) {
        fileFailed(rowids.error());
        return failure(rowids.error());
    }
    return RecordList{query.kind, m_openings, std::move(*rowids)};
}

Result<std::vector<Record>> Worker::records(const RecordList &part)
{
    // Another person's rows have the same numbers.
    if (!m_cache || part.opening != m_openings)
        return failure(ErrorKind::SignedOut, QStringLiteral("the files of this list are not open"));
    Result<std::vector<Record>> records = m_cache->records(part.kind, part.rowids);
    if (!records) {
        fileFailed(records.error());
        return failure(records.error());
    }
    const ListContext context = listContext();
    for (Record &record : *records) {
        auto *const row = std::get_if<InvitationRecord>(&record);
        const auto decided = row ? context.decided.find(row->invitation.id) : context.decided.end();
        if (decided != context.decided.end())
            row->local = decided->second;
    }
    return records;
}
