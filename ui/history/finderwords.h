#pragma once

#include "core/domain/overview.h"

#include <QCoreApplication>

#include <set>

/// What the finder says of a search: what was found, what was not, and where was looked.
class FinderWords
{
    Q_DECLARE_TR_FUNCTIONS(FinderWords)

public:
    /// "Found 2 invitations", "Nothing found for “Acme”"
    [[nodiscard]] static QString verdict(const QString &search, qsizetype found);
    /// Which branches and states were searched, and as of when.
    [[nodiscard]] static QString searched(const Overview &overview, Instant now);
    /// Branches that this person may not look into; empty where there is none.
    [[nodiscard]] static QString notSearched(const Overview &overview);
    /// On which of the searched branches there is none; empty where each has one. `found`: the branches that have.
    [[nodiscard]] static QString notOn(const Overview &overview, const std::set<QString> &found);
};
