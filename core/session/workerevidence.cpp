#include "core/session/worker.h"

#include <QCollator>

#include <algorithm>

// What is written into files of the person's own, read here in parts; and what is counted of it.

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

Result<Insight> Worker::insight(const InsightQuery &query)
{
    if (!m_cache)
        return nobodySignedIn<Insight>();
    Result<Insight> insight = m_cache->insight(query);
    if (!insight) {
        fileFailed(insight.error());
        return insight;
    }
    for (InsightBranch &branch : insight->branches) {
        for (const Branch &known : m_branches.value_or(std::vector<Branch>())) {
            if (known.id == branch.id)
                branch.name = known.name;
        }
    }
    QCollator collator;
    std::sort(insight->branches.begin(), insight->branches.end(),
              [&collator](const InsightBranch &a, const InsightBranch &b) {
                  const int order = collator.compare(a.name, b.name);
                  return order == 0 ? a.id < b.id : order < 0;
              });
    return insight;
}
