#pragma once

#include "core/domain/record.h"
#include "core/domain/result.h"

/// Where records are written, in parts. Made anywhere, used and destroyed on one other thread. Destroyed before it has
/// finished it leaves everything as it was.
class EvidenceTarget
{
public:
    EvidenceTarget() = default;
    virtual ~EvidenceTarget() = default;
    Q_DISABLE_COPY_MOVE(EvidenceTarget)

    [[nodiscard]] virtual Result<void> begin(qsizetype records) = 0;
    [[nodiscard]] virtual Result<void> add(const std::vector<Record> &records) = 0;
    [[nodiscard]] virtual Result<void> finish() = 0;
};
