#pragma once

#include "ui/evidence/evidencewish.h"

/// The periods that one chooses by a word. Chosen: by its two days.
enum class EvidencePeriod { ThisMonth, LastMonth, ThisYear, LastYear, All, Chosen };

struct EvidenceDays
{
    std::optional<QDate> first{};
    std::optional<QDate> last{};

    friend bool operator==(const EvidenceDays &, const EvidenceDays &) = default;
};

/// Of All and of Chosen: without days.
[[nodiscard]] EvidenceDays evidenceDays(EvidencePeriod period, const QDate &today);
/// The day that it is for the user.
[[nodiscard]] QDate localDay(Instant now);
/// The records of a wish: whole days of the user's time zone, also those on which clocks change.
[[nodiscard]] RecordQuery recordQuery(const EvidenceWish &wish);
