#include "core/domain/responseclock.h"

Instant dueAt(Instant sentAt, int respondWithinHours)
{
    return sentAt + std::chrono::hours(respondWithinHours);
}

Urgency urgency(Instant due, Instant now)
{
    if (due <= now)
        return Urgency::Overdue;
    return due - now < dueSoonBefore ? Urgency::DueSoon : Urgency::InTime;
}
