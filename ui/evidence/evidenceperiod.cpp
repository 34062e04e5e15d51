#include "ui/evidence/evidenceperiod.h"

#include <QDateTime>

EvidenceDays evidenceDays(EvidencePeriod period, const QDate &today)
{
    const QDate month(today.year(), today.month(), 1);
    switch (period) {
    case EvidencePeriod::ThisMonth:
        return {month, today};
    case EvidencePeriod::LastMonth:
        return {month.addMonths(-1), month.addDays(-1)};
    case EvidencePeriod::ThisYear:
        return {QDate(today.year(), 1, 1), today};
    case EvidencePeriod::LastYear:
        return {QDate(today.year() - 1, 1, 1), QDate(today.year() - 1, 12, 31)};
    case EvidencePeriod::All:
    case EvidencePeriod::Chosen:
        return {};
    }
    return {};
}

QDate localDay(Instant now)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(now)).date();
}

RecordQuery recordQuery(const EvidenceWish &wish)
{
    const auto beginning = [](const QDate &day) { return instantFromMs(day.startOfDay().toMSecsSinceEpoch()); };
    RecordQuery query{wish.kind, wish.branch, {}, {}};
    if (wish.first)
        query.from = beginning(*wish.first);
    if (wish.last)
        query.until = beginning(wish.last->addDays(1));
    return query;
}
