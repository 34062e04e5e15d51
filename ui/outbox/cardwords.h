#pragma once

#include "core/domain/overview.h"

#include <QString>

#include <vector>

/// One fact of an invitation as it was reviewed and as it now is.
struct FactChange
{
    QString label;
    QString reviewed;
    QString current;
};

/// What differs; empty where nothing shown does (something that is not shown here may).
[[nodiscard]] std::vector<FactChange> changedFacts(const Overview &overview, const OutboxEntry &entry);

/// The steps that a card offers, besides Dismiss and Copy my words.
enum class NextStep { ReviewAgain, EditAndSendAgain, TryAgain, SendItAgain, ShowClient };
[[nodiscard]] std::vector<NextStep> nextSteps(const OutboxEntry &entry);
