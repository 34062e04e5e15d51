#pragma once

#include "core/domain/record.h"

#include <QCoreApplication>
#include <QStringList>

/// Records as cells. A spreadsheet gets what was written, cell by cell, its moments in the user's time zone and in UTC; a
/// page gets a few cells with several lines, made safe to show. Any thread.
class RecordCells
{
    Q_DECLARE_TR_FUNCTIONS(RecordCells)

public:
    [[nodiscard]] static QStringList sheetHeads(RecordKind kind);
    [[nodiscard]] static QStringList sheetCells(const Record &record);
    /// `namesBranch`: with records of several branches.
    [[nodiscard]] static QStringList pageHeads(RecordKind kind, bool namesBranch);
    [[nodiscard]] static QStringList pageCells(const Record &record, bool namesBranch);
    /// How wide each of them is, compared to the others.
    [[nodiscard]] static std::vector<int> pageShares(RecordKind kind, bool namesBranch);

private:
    [[nodiscard]] static QStringList pageCellsOf(const InvitationRecord &record, bool namesBranch);
    [[nodiscard]] static QStringList pageCellsOf(const ActivityRow &row, bool namesBranch);
    [[nodiscard]] static QString told(const InvitationRecord &record);
};
