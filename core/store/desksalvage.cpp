#include "core/store/desksalvage.h"

#include "core/store/deskrows.h"
#include "core/store/deskwritingrows.h"
#include "core/store/openstore.h"
#include "core/store/schematext.h"
#include "core/store/sql.h"
#include "core/store/storefiles.h"
#include "core/store/transaction.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <array>

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

/// Damage is what is expected here: it ends a walk, or takes a row. A disk that fails is none: what it does not give now
/// it may give later, so nothing is left behind for that.
bool isDamage(const Error &error)
{
    return error.kind == ErrorKind::Damaged || error.kind == ErrorKind::Internal;
}

/// The rowids that a walk from one end can reach before it meets damage.
Result<std::vector<qint64>> walk(Database &database, const QString &table, bool forward)
{
    std::vector<qint64> rowids;
    const qint64 from = forward ? 0 : std::numeric_limits<qint64>::max();
    const Result<void> ended = forEachRow(
        database, walkSql(table, u"1"_s, forward), [&](Statement &statement) { statement.bind(u":from"_s, from); },
        [&](const Statement &statement) -> Result<void> {
            rowids.push_back(statement.number(0));
            return {};
        });
    if (!ended && !isDamage(ended.error()))
        return failure(ended.error());
    return rowids;
}

/// From both ends, and one by one between: a bad page takes only its own rows.
Result<std::vector<qint64>> reachable(Database &database, const QString &table)
{
    Result<std::vector<qint64>> rowids = walk(database, table, true);
    const Result<std::vector<qint64>> fromEnd = rowids ? walk(database, table, false) : rowids;
    if (!fromEnd)
        return failure(fromEnd.error());
    const qint64 last = rowids->empty() ? 0 : rowids->back();
    const qint64 first = fromEnd->empty() ? last : fromEnd->back();
    for (qint64 rowid = last + 1; rowid < first && rowid - last <= longestGap; ++rowid)
        rowids->push_back(rowid);
    for (const qint64 rowid : *fromEnd) {
        if (rowid > last)
            rowids->push_back(rowid);
    }
    std::sort(rowids->begin(), rowids->end());
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

Result<void> keepReplyTemplate(const Statement &row, Database &into)
{
    const Result<ReplyTemplate> reply = readReplyTemplate(row);
    if (!reply)
        return failure(reply.error());
    return runSql(into, insertReplyTemplateSql(),
                  [&](Statement &statement) { bindReplyTemplate(statement, *reply, instantFromMs(row.number(6))); });
}

Result<void> keepNote(const Statement &row, Database &into)
{
    const Result<InternalNote> note = readNote(row);
    if (!note)
        return failure(note.error());
    return runSql(into, upsertNoteSql(), [&](Statement &statement) { bindNote(statement, *note); });
}

/// Whether the row was read and written. One that can't be is left where it was set aside.
template <class Keep>
Result<bool> salvageRow(Database &from, const QString &sql, qint64 rowid, Database &into, Keep keep)
{
    Result<Statement> row = from.prepare(sql);
    if (!row && isDamage(row.error()))
        return false; // No such column
    if (!row)
        return failure(row.error());
    const Result<bool> found = row->bind(u":rowid"_s, rowid).next();
    if (!found && isDamage(found.error()))
        return false;
    if (!found || !*found)
        return found;
    const Result<void> kept = keep(*row, into);
    const bool refused = !kept && (kept.error().kind == ErrorKind::Conflict || isDamage(kept.error()));
    if (!kept && !refused)
        return failure(kept.error());
    return kept.has_value();
}

/// How many rows of the table were read and written.
template <class Keep>
Result<qint64> salvageTable(Database &from, const QString &table, const QString &columns, Database &into, Keep keep)
{
    qint64 kept = 0;
    const QString sql = u"SELECT %1\nFROM %2 NOT INDEXED\nWHERE rowid = :rowid\nORDER BY rowid"_s.arg(columns, table);
    const Result<std::vector<qint64>> rowids = reachable(from, table);
    if (!rowids || rowids->empty())
        return rowids ? Result<qint64>(0) : Result<qint64>(failure(rowids.error()));
    for (const qint64 rowid : *rowids) {
        const Result<bool> done = salvageRow(from, sql, rowid, into, keep);
        if (!done)
            return failure(done.error());
        kept += *done ? 1 : 0;
    }
    return kept;
}

Result<qint64> salvageTables(Database &from, Database &into)
{
    const Result<qint64> operations = salvageTable(from, u"operation"_s, operationColumns(), into, keepOperation);
    if (!operations)
        return operations;
    // Each in its own right: damage to one table does not take another's rows.
    const std::array others{
        salvageTable(from, u"draft"_s, draftColumns(), into, keepDraft),
        salvageTable(from, u"reply_template"_s, replyTemplateColumns(), into, keepReplyTemplate),
        salvageTable(from, u"note"_s, noteColumns(), into, keepNote),
    };
    for (const Result<qint64> &other : others) {
        if (!other)
            return other;
    }
    return operations;
}

Result<std::unique_ptr<Database>> openCopy(const QString &copy)
{
    Result<std::unique_ptr<Database>> opened = Database::open(copy);
    if (!opened)
        return opened;
    const Result<void> alone = (*opened)->execute(u"PRAGMA locking_mode = EXCLUSIVE"_s);
    static_cast<void>(alone); // A copy that can't even be asked this has nothing to give
    return opened;
}

/// Whether its tables are what one of our versions made.
Result<bool> hasOurTables(const QString &copy)
{
    const Result<std::unique_ptr<Database>> opened = openCopy(copy);
    const Result<QString> found = opened ? schemaText(**opened) : Result<QString>(failure(opened.error()));
    if (!found)
        return isDamage(found.error()) ? Result<bool>(false) : Result<bool>(failure(found.error()));
    const StoreSchema schema = deskSchema();
    for (size_t version = 1; version <= schema.migrations.size(); ++version) {
        const Result<QString> expected = expectedSchemaText(schema, qint64(version));
        if (!expected)
            return failure(expected.error());
        if (*expected == *found)
            return true;
    }
    return false;
}

Result<qint64> readCopy(const QString &copy, Database &into)
{
    const Result<std::unique_ptr<Database>> from = openCopy(copy);
    return from ? salvageTables(**from, into) : Result<qint64>(failure(from.error()));
}

/// A first page that is damaged hides every row behind it. All desks have the same one but for a few numbers: in the copy,
/// a new desk's is put in its place.
Result<void> lendFirstPage(const QString &copy, const QString &newDesk)
{
    constexpr qint64 pageSize = 4096;
    constexpr qsizetype pageCount = 28; // Offsets in the header
    constexpr qsizetype freeList = 32;
    QFile from(newDesk);
    QFile to(copy);
    QByteArray page = from.open(QIODevice::ReadOnly) ? from.read(pageSize) : QByteArray();
    if (page.size() != pageSize || !to.open(QIODevice::ReadWrite))
        return failure(ErrorKind::Disk, u"Can't mend %1"_s.arg(copy));
    qToBigEndian(quint32(std::max<qint64>(1, to.size() / pageSize)), page.data() + pageCount);
    qToBigEndian(quint64(0), page.data() + freeList);
    if (to.write(page) != pageSize || !to.flush())
        return failure(ErrorKind::Disk, u"Can't mend %1: %2"_s.arg(copy, to.errorString()));
    return {};
}

/// Copies the desk, and calls `look(copy)`.
template <class Look>
auto inCopy(const QString &path, Look look) -> decltype(look(path))
{
    const QString copy = path + u"-reading"_s;
    if (const Result<void> copied = copyDatabase(path, copy); !copied)
        return failure(copied.error());
    const auto seen = look(copy);
    removeDatabaseFiles(copy);
    return seen;
}

/// Mends the copy's first page if asked to, and reads what it can.
Result<qint64> readRows(const QString &path, Database &into, bool mended)
{
    return inCopy(path, [&](const QString &copy) {
        const Result<void> lent = mended ? lendFirstPage(copy, into.path()) : Result<void>();
        return lent ? readCopy(copy, into) : Result<qint64>(failure(lent.error()));
    });
}

/// With the first page that it has and with a new desk's: rows that are there already are refused, so what the second
/// reading adds is what the first did not find. Where the names of tables and columns are spoilt the new desk's count first:
/// what a value is is known by its place in the row.
Result<qint64> readBothWays(const QString &path, Database &into)
{
    const Result<bool> ours = inCopy(path, hasOurTables);
    if (!ours)
        return failure(ours.error());
    const Result<qint64> first = readRows(path, into, !*ours);
    const Result<qint64> second = first ? readRows(path, into, *ours) : first;
    return second ? Result<qint64>(*first + *second) : second;
}

template <class Reader>
Result<void> checkTable(Database &database, const QString &sql, Reader read)
{
    return forEachRow(database, sql, noBinds, [&read](const Statement &statement) -> Result<void> {
        const auto row = read(statement);
        return row ? Result<void>() : Result<void>(failure(row.error()));
    });
}

/// Another program's database has nothing of ours behind its first page.
bool isAnothers(const QString &path)
{
    const Result<FileHeader> header = readHeader(path);
    const bool isDatabase = header && header->kind == FileHeader::Kind::Database;
    return isDatabase && header->applicationId != 0 && header->applicationId != deskSchema().applicationId;
}

} // namespace

Result<qint64> salvageDesk(const QString &path, Database &into)
{
    Result<Transaction> transaction = Transaction::begin(into);
    if (!transaction)
        return failure(transaction.error());
    Result<qint64> kept = isAnothers(path) ? readRows(path, into, false) : readBothWays(path, into);
    if (!kept)
        return kept;
    if (const Result<void> committed = transaction->commit(); !committed)
        return failure(committed.error());
    return kept;
}

Result<void> checkDeskRows(Database &database)
{
    if (const Result<void> operations =
            checkTable(database, u"SELECT %1\nFROM operation\nORDER BY rid"_s.arg(operationColumns()), readOperation);
        !operations)
        return operations;
    if (const Result<void> drafts =
            checkTable(database, u"SELECT %1\nFROM draft\nORDER BY invitation_id"_s.arg(draftColumns()), readDraft);
        !drafts)
        return drafts;
    if (const Result<void> replies = checkTable(
            database, u"SELECT %1\nFROM reply_template\nORDER BY rid"_s.arg(replyTemplateColumns()), readReplyTemplate);
        !replies)
        return replies;
    return checkTable(database, u"SELECT %1\nFROM note\nORDER BY rid"_s.arg(noteColumns()), readNote);
}
