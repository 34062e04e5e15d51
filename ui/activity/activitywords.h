#pragma once

#include "core/domain/lists.h"

#include <QCoreApplication>

/// What happened, as a sentence: "Priya Shah accepted the invitation of Northwind Trading Ltd".
class ActivityWords
{
    Q_DECLARE_TR_FUNCTIONS(ActivityWords)

public:
    /// An action that this program doesn't know is said in the service's own word.
    [[nodiscard]] static QString sentence(const ActivityRow &row);
};
