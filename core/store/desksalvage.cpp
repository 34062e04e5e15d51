#include "core/store/desksalvage.h"

#include "core/store/deskrows.h"
#include "core/store/sql.h"
#include "core/store/storefiles.h"
#include "core/store/transaction.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Between two places that can be read, no more rows than this are asked for one by one.
constexpr qint64 longestGap = 100'000;

QString walkSql(const QString &table, const QString &columns, bool forward)
{
    return forward ? u"SELECT rowid, %1\nFROM %2 NOT INDEXED\nWHERE rowid > :from\nORDER BY rowid"_s.arg(columns, table)
                   : u"SELECT rowid, %1\nFROM %2 NOT INDEXED\nWHERE rowid < :from\nORDER BY rowid DESC"_s.arg(columns,
                                                                                                              table);
}

/// The rowids that a walk from one end can reach before it meets damage.
std::vector<qint64> walk(Database &database, const QString &table, bool forward)
{
    std::vector<qint64> rowids;
    const qint64 from = forward ? 0 : std::numeric_limits<qint64>::max();
    const Result<void> ended = forEachRow(
        database, walkSql(table, u"1"_s, forward), [&](Statement &statement) { statement.bind(u":from"_s, from); },
        [&](const Statement &statement) -> Result<void> {
            rowids.push_back(statement.number(0));
            return {};
        });
    static_cast<void>(ended); // An end by damage is what is expected here
    return rowids;
}

/// From both ends, and one by one between: a bad page takes only its own rows.
std::vector<qint64> reachable(Database &database, const QString &table)
{
    std::vector<qint64> rowids = walk(database, table, true);
    std::vector<qint64> fromEnd = walk(database, table, false);
    const qint64 last = rowids.empty() ? 0 : rowids.back();
    const qint64 first = fromEnd.empty() ? last : fromEnd.back();
    for (qint64 rowid = last + 1; rowid < first && rowid - last <= longestGap; ++rowid)
        rowids.push_back(rowid);
    for (const qint64 rowid : fromEnd) {
        if (rowid > last)
            rowids.push_back(rowid);
    }
    std::sort(rowids.begin(), rowids.end());
    return rowids;
}

Result<void> keepOperation(const Statement &row, Database &into)
{
    const Result<Operation> operation = readOperation(row);
    if (!operation)
        return failure(operation.error());
    return runSql(into, insertOperationSql(),
                  [&](Statement &statement) { bindOperation(statement, *operation, row.number(32) != 0); });
}

Result<void> keepDraft(const Statement &row, Database &into)
{
    const Result<Draft> draft = readDraft(row);
    if (!draft)
        return failure(draft.error());
    return runSql(into, upsertDraftSql(),
                  [&](Statement &statement) { bindDraft(statement, *draft, instantFromMs(row.number(5))); });
}

/// How many rows of the table were read and written. A row that can't be is left where it was set aside.
template <class Keep>
qint64 salvageTable(Database &from, const QString &table, const QString &columns, Database &into, Keep keep)
{
    qint64 kept = 0;
    const QString sql = u"SELECT %1\nFROM %2 NOT INDEXED\nWHERE rowid = :rowid\nORDER BY rowid"_s.arg(columns, table);
    for (const qint64 rowid : reachable(from, table)) {
        Result<Statement> row = from.prepare(sql);
        if (!row)
            continue;
        const Result<bool> found = row->bind(u":rowid"_s, rowid).next();
        if (found && *found && keep(*row, into))
            ++kept;
    }
    return kept;
}

} // namespace

Result<qint64> salvageDesk(const QString &path, Database &into)
{
    const QString copy = path + u"-reading"_s;
    if (const Result<void> copied = copyDatabase(path, copy); !copied)
        return failure(copied.error());
    qint64 kept = 0;
    Result<Transaction> transaction = Transaction::begin(into);
    if (!transaction)
        return failure(transaction.error());
    if (const Result<std::unique_ptr<Database>> from = Database::open(copy)) {
        const Result<void> alone = (*from)->execute(u"PRAGMA locking_mode = EXCLUSIVE"_s);
        static_cast<void>(alone); // A copy that can't even be asked this has nothing to give
        kept = salvageTable(**from, u"operation"_s, operationColumns(), into, keepOperation);
        salvageTable(**from, u"draft"_s, draftColumns(), into, keepDraft);
    }
    removeDatabaseFiles(copy);
    if (const Result<void> committed = transaction->commit(); !committed)
        return failure(committed.error());
    return kept;
}

Result<void> checkDeskRows(Database &database)
{
    const Result<void> operations =
        forEachRow(database, u"SELECT %1\nFROM operation\nORDER BY rid"_s.arg(operationColumns()), noBinds,
                   [](const Statement &statement) -> Result<void> {
                       const Result<Operation> operation = readOperation(statement);
                       if (!operation)
                           return failure(operation.error());
                       return {};
                   });
    if (!operations)
        return operations;
    return forEachRow(database, u"SELECT %1\nFROM draft\nORDER BY invitation_id"_s.arg(draftColumns()), noBinds,
                      [](const Statement &statement) -> Result<void> {
                          const Result<Draft> draft = readDraft(statement);
                          if (!draft)
                              return failure(draft.error());
                          return {};
                      });
}
