#include "ui/insight/insightperiod.h"

#include <QDateTime>

std::vector<QDate> insightMonths(InsightPeriod period, const QDate &today)
{
    const QDate month(today.year(), today.month(), 1);
    QDate first = month;
    QDate end = month.addMonths(1);
    switch (period) {
    case InsightPeriod::Last12Months:
        first = month.addMonths(-11);
        break;
    case InsightPeriod::Last3Months:
        first = month.addMonths(-2);
        break;
    case InsightPeriod::ThisYear:
        first = QDate(today.year(), 1, 1);
        break;
    case InsightPeriod::LastYear:
        first = QDate(today.year() - 1, 1, 1);
        end = QDate(today.year(), 1, 1);
        break;
    }
    std::vector<QDate> months;
    for (QDate each = first; each <= end; each = each.addMonths(1))
        months.push_back(each);
    return months;
}

std::vector<Instant> insightMoments(const std::vector<QDate> &months)
{
    std::vector<Instant> moments;
    for (const QDate &month : months)
        moments.push_back(instantFromMs(month.startOfDay().toMSecsSinceEpoch()));
    return moments;
}
