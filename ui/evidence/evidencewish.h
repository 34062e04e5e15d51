#pragma once

#include "core/domain/record.h"

#include <QDate>

enum class EvidenceFormat { Csv, Pdf };

/// What a person wants as a file or on paper.
struct EvidenceWish
{
    RecordKind kind = RecordKind::Invitations;
    std::optional<BranchId> branch{}; ///< Empty: all branches
    std::optional<QDate> first{};     ///< Days of the user's time zone, both with their whole day. Empty: all time
    std::optional<QDate> last{};
    EvidenceFormat format = EvidenceFormat::Csv;

    friend bool operator==(const EvidenceWish &, const EvidenceWish &) = default;
};
