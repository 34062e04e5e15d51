#pragma once

#include "core/domain/insight.h"

#include <QDate>

/// How far back Insight goes: whole months of the calendar, never more than twelve.
enum class InsightPeriod { Last12Months, Last3Months, ThisYear, LastYear };

/// The months' first days, and the day after the last one's end.
[[nodiscard]] std::vector<QDate> insightMonths(InsightPeriod period, const QDate &today);
/// Their beginnings in the user's time zone.
[[nodiscard]] std::vector<Instant> insightMoments(const std::vector<QDate> &months);
