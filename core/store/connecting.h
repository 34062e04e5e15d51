#pragma once

#include "core/store/database.h"
#include "core/store/listorder.h"
#include "core/store/listview.h"

#include <map>

/// The acceptances that wait to be confirmed, as rows of Clients. Each has a negative row id, the same for as long as
/// the view is open.
class ConnectingRows
{
public:
    /// Takes those that belong in the view: of its branch, found by its search, and no client in the cache yet.
    [[nodiscard]] Result<void> refresh(Database &database, const ListQuery &query, const QStringList &words,
                                       const std::vector<Operation> &operations);

    [[nodiscard]] std::vector<ListEntry> entries() const;
    [[nodiscard]] const Operation *find(qint64 rowid) const;
    [[nodiscard]] ClientRow row(const Operation &operation) const;

private:
    std::map<OperationId, qint64> m_rowids;
    std::map<qint64, Operation> m_shown;
};
