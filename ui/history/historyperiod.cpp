#include "ui/history/historyperiod.h"

#include <QDateTime>

std::optional<Instant> periodStart(HistoryPeriod period, Instant now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(now)).toLocalTime().date();
    const auto beginning = [](const QDate &day) { return instantFromMs(day.startOfDay().toMSecsSinceEpoch()); };
    switch (period) {
    case HistoryPeriod::Last30Days:
        return beginning(today.addDays(-30));
    case HistoryPeriod::Last90Days:
        return beginning(today.addDays(-90));
    case HistoryPeriod::ThisYear:
        return beginning(QDate(today.year(), 1, 1));
    case HistoryPeriod::All:
        return std::nullopt;
    }
    return std::nullopt;
}
