#include "core/store/statement.h"

#include "core/store/database.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

Statement::Statement(Database &database, QString sql, std::unique_ptr<QSqlQuery> query)
    : m_database(&database)
    , m_sql(std::move(sql))
    , m_query(std::move(query))
{}

Statement::Statement(Statement &&other) noexcept = default;

Statement::~Statement()
{
    if (!m_query)
        return;
    m_query->finish();
    m_database->giveBack(m_sql, std::move(m_query));
}

Statement &Statement::bind(const QString &name, const QString &text)
{
    // Qt binds a null string as NULL; ours are never absent, only empty.
    m_query->bindValue(name, text.isNull() ? QString(QLatin1StringView("")) : text);
    return *this;
}

Statement &Statement::bind(const QString &name, const QByteArray &bytes)
{
    m_query->bindValue(name, bytes.isNull() ? QByteArray("") : bytes);
    return *this;
}

Statement &Statement::bindNumber(const QString &name, qint64 number)
{
    m_query->bindValue(name, number);
    return *this;
}

Statement &Statement::bindNull(const QString &name)
{
    m_query->bindValue(name, QVariant());
    return *this;
}

Result<void> Statement::run()
{
    if (const std::optional<Error> error = m_database->fault())
        return failure(*error);
    m_running = false;
    if (!m_query->exec())
        return failure(m_database->read(m_query->lastError()));
    return {};
}

Result<bool> Statement::next()
{
    if (!m_running) {
        if (const Result<void> started = run(); !started)
            return failure(started.error());
        m_running = true;
    }
    if (m_query->next())
        return true;
    m_running = false;
    if (m_query->lastError().isValid())
        return failure(m_database->read(m_query->lastError()));
    return false;
}

void Statement::reset()
{
    m_running = false;
    m_query->finish();
}

qint64 Statement::changed() const
{
    return m_query->numRowsAffected();
}

qint64 Statement::insertedRow() const
{
    return m_query->lastInsertId().toLongLong();
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 Statement::number(int column) const
{
    return m_query->value(column).toLongLong();
}

bool Statement::isNull(int column) const
{
    return m_query->value(column).isNull();
}
