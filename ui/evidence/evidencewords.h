#pragma once

#include "core/domain/error.h"
#include "core/domain/overview.h"
#include "ui/evidence/evidencewish.h"

#include <QCoreApplication>
#include <QStringList>

/// What stands at the top of a document.
struct EvidenceHead
{
    QString title;
    QStringList facts; ///< A line each
};

/// Words about files and prints of records.
class EvidenceWords
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceWords)

public:
    [[nodiscard]] static EvidenceHead head(const EvidenceWish &wish, const Overview &overview, Instant now);
    /// "1 Nov 2026 to 27 Nov 2026", "all time"
    [[nodiscard]] static QString period(const EvidenceWish &wish);
    /// "Invitations London 2026-11-01 to 2026-11-27.csv": a name that every system takes.
    [[nodiscard]] static QString fileName(const EvidenceWish &wish, const Overview &overview);
    /// What is not whole: the first synchronisation goes on, or there is no connection. Empty where there is nothing to say.
    [[nodiscard]] static QString asOf(const SyncStatus &status, Instant now);
    [[nodiscard]] static QString saved(RecordKind kind, qint64 count);
    [[nodiscard]] static QString printed(RecordKind kind, qint64 count);
    /// Nothing that could be written.
    [[nodiscard]] static QString nothing(const EvidenceWish &wish, const Overview &overview);
    [[nodiscard]] static QString progress(qint64 done, qint64 total);
    [[nodiscard]] static QString notSaved(const Error &error);
    [[nodiscard]] static QString notPrinted(const Error &error);
};
