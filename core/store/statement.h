#pragma once

#include "core/domain/id.h"
#include "core/domain/operationid.h"
#include "core/domain/result.h"
#include "core/domain/time.h"
#include "core/domain/version.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <memory>

class Database;
class QSqlQuery;

/// A prepared statement on loan from its Database, given back when this goes out of scope. Thread: the Database's.
class Statement
{
public:
    Statement(Database &database, QString sql, std::unique_ptr<QSqlQuery> query);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    Q_DISABLE_COPY(Statement)

    Statement &bind(const QString &name, const QString &text);
    Statement &bind(const QString &name, const QByteArray &bytes);
    Statement &bind(const QString &name, std::integral auto number) { return bindNumber(name, qint64(number)); }
    Statement &bind(const QString &name, Instant instant) { return bindNumber(name, msSinceEpoch(instant)); }
    Statement &bind(const QString &name, Version version) { return bindNumber(name, version.number); }
    Statement &bind(const QString &name, const OperationId &id) { return bind(name, id.text()); }
    template <class Tag>
    Statement &bind(const QString &name, const Id<Tag> &id)
    {
        return bind(name, id.text());
    }
    template <class T>
    Statement &bind(const QString &name, const std::optional<T> &value)
    {
        return value ? bind(name, *value) : bindNull(name);
    }
    Statement &bindNull(const QString &name);

    /// Runs it from the beginning, for its effect. May be run again after new binds.
    [[nodiscard]] Result<void> run();
    /// The next row, where there is one; the first call runs it.
    [[nodiscard]] Result<bool> next();
    /// Ready for new binds: what next() had begun is over.
    void reset();

    [[nodiscard]] qint64 changed() const;
    [[nodiscard]] qint64 insertedRow() const;

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    Statement &bindNumber(const QString &name, qint64 number);

    Database *m_database;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query;
    bool m_running = false;
};
