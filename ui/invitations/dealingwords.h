#pragma once

#include "core/domain/dealing.h"

#include <QCoreApplication>

/// Earlier dealings and likely duplicates, in words.
class DealingWords
{
    Q_DECLARE_TR_FUNCTIONS(DealingWords)

public:
    /// What became of it, and when: "Rejected by Priya Shah: Capacity full · 3 May 2025 · London"
    [[nodiscard]] static QString standing(const Dealing &dealing);
    /// "Same e-mail address · near-equal name"
    [[nodiscard]] static QString alike(const Dealing &dealing);
    /// All of it in one line, for the dialog of accepting: "none"; "2: Acme Ltd, rejected …"
    [[nodiscard]] static QString line(const std::optional<Dealings> &dealings);
};
