#include "core/store/database.h"

#include "core/store/statement.h"
#include "core/store/storefiles.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <unordered_map>

using namespace Qt::Literals::StringLiterals;

class Database::Private
{
public:
    QString path;
    QString connection;
    QSqlDatabase handle;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> idle;
    std::function<std::optional<Error>()> fault;
    bool sawDamage = false;
    QByteArray identity; ///< Of the file, as it was opened
};

namespace {

/// SQLite's primary result code: its extended ones carry detail above the lowest byte.
ErrorKind kindOf(int code)
{
    constexpr int wrongSql = 1; // Also: no such table
    constexpr int busy = 5;
    constexpr int locked = 6;
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int constraint = 19;
    constexpr int notADatabase = 26;
    switch (code & 0xff) {
    case wrongSql:
        return ErrorKind::Internal;
    case busy:
    case locked:
        return ErrorKind::Busy;
    case corrupt:
    case notADatabase:
        return ErrorKind::Damaged;
    case full:
        return ErrorKind::DiskFull;
    case constraint:
        return ErrorKind::Conflict;
    default:
        return ErrorKind::Disk;
    }
}

} // namespace

Database::Database(std::unique_ptr<Private> p)
    : d(std::move(p))
{}

Database::~Database()
{
    d->idle.clear();
    d->handle.close();
    d->handle = {};
    QSqlDatabase::removeDatabase(d->connection);
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    auto p = std::make_unique<Private>();
    p->path = path;
    // Connections are named in one list of Qt's for the whole process: this name is nobody else's.
    p->connection = QUuid::createUuid().toString();
    p->handle = QSqlDatabase::addDatabase(u"QSQLITE"_s, p->connection);
    p->handle.setDatabaseName(path);
    p->handle.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=250"_s);
    std::unique_ptr<Database> database(new Database(std::move(p)));
    if (!database->d->handle.open())
        return failure(database->read(database->d->handle.lastError()));
    database->d->identity = fileIdentity(path);
    return database;
}

const QString &Database::path() const
{
    return d->path;
}

Result<Statement> Database::prepare(const QString &sql)
{
    if (const std::optional<Error> error = fault())
        return failure(*error);
    if (const auto found = d->idle.find(sql); found != d->idle.end()) {
        std::unique_ptr<QSqlQuery> query = std::move(found->second);
        d->idle.erase(found);
        return Statement(*this, sql, std::move(query));
    }
    auto query = std::make_unique<QSqlQuery>(d->handle);
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return failure(readOfPreparing(query->lastError()));
    return Statement(*this, sql, std::move(query));
}

Result<void> Database::execute(const QString &sql)
{
    if (const std::optional<Error> error = fault())
        return failure(*error);
    QSqlQuery query(d->handle);
    if (!query.exec(sql))
        return failure(read(query.lastError()));
    return {};
}

Result<void> Database::rollBack()
{
    QSqlQuery query(d->handle);
    if (!query.exec(u"ROLLBACK"_s))
        return failure(read(query.lastError()));
    return {};
}

Result<qint64> Database::number(const QString &sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return failure(statement.error());
    const Result<bool> row = statement->next();
    if (!row)
        return failure(row.error());
    return *row ? statement->number(0) : 0;
}

Result<QString> Database::text(const QString &sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return failure(statement.error());
    const Result<bool> row = statement->next();
    if (!row)
        return failure(row.error());
    return *row ? statement->text(0) : QString();
}

Result<void> Database::tryWriting()
{
    if (const Result<void> inPlace = checkInPlace(); !inPlace)
        return inPlace;
    const Result<qint64> version = number(u"PRAGMA user_version"_s);
    if (!version)
        return failure(version.error());
    return execute(u"PRAGMA user_version = %1"_s.arg(*version));
}

Result<void> Database::checkInPlace() const
{
    const QByteArray now = fileIdentity(d->path);
    if (!now.isEmpty() && now == d->identity)
        return {};
    return failure(ErrorKind::Disk, u"The file is no longer in its place: %1"_s.arg(d->path));
}

bool Database::sawDamage() const
{
    return d->sawDamage;
}

void Database::setFault(std::function<std::optional<Error>()> fault)
{
    d->fault = std::move(fault);
}

std::optional<Error> Database::fault() const
{
    return d->fault ? d->fault() : std::nullopt;
}

void Database::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    // Two at once of the same text is rare (a read within a read): one of them is kept.
    d->idle.try_emplace(sql, std::move(query));
}

/// Every statement of ours fits the tables that we made: where one can't be prepared, they are no longer those. (One that
/// fails later may do so for what is bound to it, such as words that are searched for.)
Error Database::readOfPreparing(const QSqlError &error)
{
    Error read = this->read(error);
    if (read.kind == ErrorKind::Internal) {
        d->sawDamage = true;
        read.kind = ErrorKind::Damaged;
    }
    return read;
}

Error Database::read(const QSqlError &error)
{
    const ErrorKind kind = kindOf(error.nativeErrorCode().toInt());
    if (kind == ErrorKind::Damaged)
        d->sawDamage = true;
    // SQLite's message names tables and columns, never what is in them.
    return {kind, u"SQLite %1: %2"_s.arg(error.nativeErrorCode(), error.databaseText())};
}
