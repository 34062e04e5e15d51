#pragma once

#include <QString>

/// What is measured against the service: first sync, how soon a new invitation is in the badge.
struct ServiceFigures
{
    double firstSyncMs = -1;
    double importMs = -1;     ///< `sqlite3` importing the same rows from CSV
    double badgeMedianMs = -1;
    double badgeMostMs = -1;
};

/// Leaves the account's files in `dataDir`, for the benchmarks of the window.
[[nodiscard]] ServiceFigures measureService(const QString &sandbox, qint64 invitations, const QString &dataDir);
