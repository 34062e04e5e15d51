#include "core/store/openstore.h"

#include "core/store/schematext.h"
#include "core/store/storefiles.h"
#include "core/store/transaction.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> executeAll(Database &database, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (Result<void> done = database.execute(sql); !done)
            return done;
    }
    return {};
}

/// SQLite knows the settings: what it then finds wrong is what it has read of the file (a format that there is not).
Error damageIfRefused(const Error &error)
{
    return error.kind == ErrorKind::Internal ? Error{ErrorKind::Damaged, error.detail} : error;
}

/// What can be said of the file before SQLite opens it, which might write.
Result<void> checkHeader(const QString &path, const StoreSchema &schema)
{
    const Result<FileHeader> header = readHeader(path);
    if (!header)
        return failure(header.error());
    if (header->kind == FileHeader::Kind::NotADatabase)
        return failure(ErrorKind::Damaged, u"Not a database: %1"_s.arg(path));
    if (header->kind != FileHeader::Kind::Database)
        return {};
    if (header->applicationId != schema.applicationId)
        return failure(ErrorKind::Damaged, u"Another program's database: %1"_s.arg(path));
    if (header->userVersion > schema.migrations.size())
        return failure(ErrorKind::NewerSchema, u"Schema %1: %2"_s.arg(header->userVersion).arg(path));
    return {};
}

/// The same from inside: after SQLite has rolled back what was cut off.
Result<qint64> schemaVersion(Database &database, const StoreSchema &schema)
{
    const Result<qint64> applicationId = database.number(u"PRAGMA application_id"_s);
    if (!applicationId)
        return applicationId;
    const Result<qint64> version = database.number(u"PRAGMA user_version"_s);
    if (!version)
        return version;
    if (*version > qint64(schema.migrations.size()))
        return failure(ErrorKind::NewerSchema, u"Schema %1: %2"_s.arg(*version).arg(database.path()));
    const Result<qint64> tables = database.number(u"SELECT COUNT(*) FROM sqlite_schema"_s);
    if (!tables)
        return tables;
    const bool isNew = *applicationId == 0 && *version == 0 && *tables == 0;
    if (!isNew && *applicationId != qint64(schema.applicationId))
        return failure(ErrorKind::Damaged, u"Another program's database: %1"_s.arg(database.path()));
    return *version;
}

/// Neither integrity_check nor SQLite's own reading of the schema knows what a column was called.
Result<void> checkSchemaText(Database &database, const StoreSchema &schema, qint64 version)
{
    const Result<QString> found = schemaText(database);
    const Result<QString> expected = found ? expectedSchemaText(schema, version) : found;
    if (!expected)
        return failure(expected.error());
    if (*found != *expected)
        return failure(ErrorKind::Damaged, u"Not the tables of schema %1: %2"_s.arg(version).arg(database.path()));
    return {};
}

/// integrity_check tells of a page that the disk did not give as if it were damage; only the code in its text differs.
bool isOfTheDisk(const QString &answer)
{
    static const QRegularExpression code(u"error code=(\\d+)"_s);
    const QRegularExpressionMatch match = code.match(answer);
    constexpr int corrupt = 11;
    return match.hasMatch() && (match.captured(1).toInt() & 0xff) != corrupt;
}

Result<void> checkIntegrity(Database &database)
{
    Result<QString> answer = database.text(u"PRAGMA integrity_check(1)"_s);
    if (answer && *answer != u"ok"_s)
        answer = database.text(u"PRAGMA integrity_check(1)"_s); // A disk that failed for a moment is no damage
    if (!answer)
        return failure(answer.error());
    if (*answer != u"ok"_s)
        return failure(isOfTheDisk(*answer) ? ErrorKind::Disk : ErrorKind::Damaged,
                       u"integrity_check: %1"_s.arg(*answer));
    return {};
}

/// In a rollback journal and under EXTRA, so that a power cut can't take a file that has just been made, and so that
/// the header on the disk always says which schema this is.
Result<void> migrate(Database &database, const StoreSchema &schema, qint64 version)
{
    if (version == qint64(schema.migrations.size()))
        return {};
    if (Result<void> done = executeAll(database, {u"PRAGMA journal_mode = DELETE"_s, u"PRAGMA synchronous = EXTRA"_s});
        !done)
        return done;
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return failure(transaction.error());
    for (size_t i = size_t(version); i < schema.migrations.size(); ++i) {
        if (Result<void> done = executeAll(database, schema.migrations[i]); !done)
            return done;
    }
    const QStringList marks{u"PRAGMA application_id = %1"_s.arg(schema.applicationId),
                            u"PRAGMA user_version = %1"_s.arg(schema.migrations.size())};
    if (Result<void> done = executeAll(database, marks); !done)
        return done;
    return transaction->commit();
}

/// What a run before this one wrote into the log and could not sync any more (it was killed, or the sync failed) is read
/// back, shown and counted as kept: so it must stay through a power cut. A checkpoint syncs the log first.
Result<void> settleLog(Database &database)
{
    const Result<qint64> busy = database.number(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
    // A full disk is no reason not to show what is there; the next commit syncs the log as well.
    if (!busy && busy.error().kind != ErrorKind::DiskFull)
        return failure(busy.error());
    return {};
}

Result<void> enterWal(Database &database, bool precious)
{
    const Result<QString> mode = database.text(u"PRAGMA journal_mode = WAL"_s);
    if (!mode)
        return failure(mode.error());
    if (*mode != u"wal"_s)
        return failure(ErrorKind::Disk, u"No write-ahead log here: %1"_s.arg(*mode));
    // A page of a first sync fills a log of the usual 4 MB by itself: the cache copies its log into the file less often.
    const QStringList settings = precious ? QStringList{u"PRAGMA synchronous = FULL"_s}
                                          : QStringList{u"PRAGMA synchronous = NORMAL"_s,
                                                        u"PRAGMA wal_autocheckpoint = 8000"_s};
    if (Result<void> done = executeAll(database, settings); !done)
        return done;
    // The lock is taken at the first access and then kept: take it now, so that Busy is said here and not later.
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return failure(transaction.error());
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed;
    return precious ? settleLog(database) : Result<void>();
}

} // namespace

Result<std::unique_ptr<Database>> openStore(const QString &path, const StoreSchema &schema)
{
    if (const Result<void> checked = checkHeader(path, schema); !checked)
        return failure(checked.error());
    if (const Result<void> made = makePrivate(path); !made)
        return failure(made.error());
    Result<std::unique_ptr<Database>> opened = Database::open(path);
    if (!opened)
        return opened;
    Database &database = **opened;
    // EXCLUSIVE before the first access: then the log's index is in our memory, and no shared-memory file is made.
    const QStringList settings{u"PRAGMA locking_mode = EXCLUSIVE"_s, u"PRAGMA trusted_schema = OFF"_s,
                               u"PRAGMA temp_store = MEMORY"_s, u"PRAGMA cache_size = -32000"_s,
                               u"PRAGMA synchronous = EXTRA"_s};
    if (const Result<void> done = executeAll(database, settings); !done)
        return failure(damageIfRefused(done.error()));
    const Result<qint64> version = schemaVersion(database, schema);
    if (!version)
        return failure(version.error());
    // Before migrating: that would write into a damaged file.
    if (const Result<void> sound = checkSchemaText(database, schema, *version); !sound)
        return failure(sound.error());
    if (schema.precious) {
        if (const Result<void> sound = checkIntegrity(database); !sound)
            return failure(sound.error());
    }
    if (const Result<void> done = migrate(database, schema, *version); !done)
        return failure(done.error());
    if (const Result<void> done = enterWal(database, schema.precious); !done)
        return failure(done.error());
    return opened;
}
