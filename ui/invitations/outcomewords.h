#pragma once

#include "core/domain/lists.h"

#include <QCoreApplication>

/// What became of an invitation, in few words. A decision of this computer's that the service has not confirmed is
/// never said to be one.
class OutcomeWords
{
    Q_DECLARE_TR_FUNCTIONS(OutcomeWords)

public:
    struct Facts
    {
        Word<InvitationStatus> status;
        std::optional<LocalDecision> local;
        QString byName;
        QString reasonLabel;
    };

    /// "Rejected", "Reject · waiting to send"
    [[nodiscard]] static QString state(const Facts &facts);
    /// "Rejected by Priya Shah: Capacity full"
    [[nodiscard]] static QString outcome(const Facts &facts);

private:
    [[nodiscard]] static QString ofLocal(const LocalDecision &decision);
};
