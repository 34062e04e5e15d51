#include "core/session/livesessionprivate.h"

void LiveSession::findRecords(const RecordQuery &query, QObject *context, Answer<RecordList> answer)
{
    d->ask<RecordList>(context, std::move(answer), [query](Worker &worker) { return worker.findRecords(query); });
}

void LiveSession::loadRecords(const RecordList &part, QObject *context, Answer<std::vector<Record>> answer)
{
    d->ask<std::vector<Record>>(context, std::move(answer), [part](Worker &worker) { return worker.records(part); });
}

void LiveSession::loadInsight(const InsightQuery &query, QObject *context, Answer<Insight> answer)
{
    d->ask<Insight>(context, std::move(answer), [query](Worker &worker) { return worker.insight(query); });
}
