#pragma once

#include "core/domain/time.h"

/// How urgent an answer is. Due = sent + the practice's response target.
enum class Urgency { InTime, DueSoon, Overdue };

/// Less than this left is "due soon".
inline constexpr std::chrono::hours dueSoonBefore{12};

[[nodiscard]] Instant dueAt(Instant sentAt, int respondWithinHours);
[[nodiscard]] Urgency urgency(Instant due, Instant now);
