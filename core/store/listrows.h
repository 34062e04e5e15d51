#pragma once

#include "core/store/connecting.h"
#include "core/store/database.h"
#include "core/store/listview.h"

#include <QHash>

/// Names of the branches by id: few, so they are kept.
using BranchNames = QHash<BranchId, QString>;
[[nodiscard]] Result<BranchNames> readBranchNames(Database &database);

/// Reads the content of single rows of a view. Thread: the worker's.
class ListRows
{
public:
    ListRows(Database &database, ListKind kind, const BranchNames &branchNames, const ConnectingRows &connecting,
             const ListContext &context);

    /// NotFound where the row is gone: the view was not brought up to date.
    [[nodiscard]] Result<Row> row(qint64 rowid);

private:
    [[nodiscard]] Result<Row> read(const Statement &statement) const;
    [[nodiscard]] Result<Row> readInvitationRow(const Statement &statement) const;
    [[nodiscard]] Result<Row> readClientRow(const Statement &statement) const;
    [[nodiscard]] Result<Row> readActivityRow(const Statement &statement) const;
    [[nodiscard]] Result<Row> readHistoryRow(const Statement &statement) const;
    [[nodiscard]] ClientRow connectingRow(const Operation &operation) const;

    Database &m_database;
    ListKind m_kind;
    const BranchNames &m_branchNames;
    const ConnectingRows &m_connecting;
    const ListContext &m_context;
};
