#pragma once

#include "core/domain/time.h"

#include <QCoreApplication>
#include <QString>

/// Phrases about time, in the user's locale and time zone. Whole minutes: they change by the minute.
class Phrases
{
    Q_DECLARE_TR_FUNCTIONS(Phrases)

public:
    /// "just now", "5 min ago", "34 h ago", "2 d ago"
    [[nodiscard]] static QString ago(Instant then, Instant now);
    /// The same spoken out: "34 hours ago"
    [[nodiscard]] static QString spokenAgo(Instant then, Instant now);
    /// "answer in 14 h", "1 h overdue"
    [[nodiscard]] static QString answerIn(Instant due, Instant now);
    /// "answer within 14 hours", "overdue by 1 hour"
    [[nodiscard]] static QString spokenAnswerIn(Instant due, Instant now);
    /// "Sun 22 Nov, 09:30"; with the year where it is not this year's
    [[nodiscard]] static QString moment(Instant then, Instant now);
    /// "22 Nov 2025": a day that may be long ago
    [[nodiscard]] static QString day(Instant then);
    /// "14:02" today, else as moment()
    [[nodiscard]] static QString timeOfDay(Instant then, Instant now);
};
