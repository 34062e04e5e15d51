#pragma once

#include "core/domain/feed.h"
#include "core/store/database.h"
#include "core/store/statement.h"

#include <vector>

/// Short forms of what every part of the store does with a statement.

/// Prepares, binds by `binder(Statement &)`, runs.
template <class Binder>
[[nodiscard]] Result<void> runSql(Database &database, const QString &sql, Binder binder)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return failure(statement.error());
    binder(*statement);
    return statement->run();
}

/// As runSql(), and how many rows that changed.
template <class Binder>
[[nodiscard]] Result<qint64> changeSql(Database &database, const QString &sql, Binder binder)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return failure(statement.error());
    binder(*statement);
    if (const Result<void> done = statement->run(); !done)
        return failure(done.error());
    return statement->changed();
}

/// Calls `row(Statement &)` (a Result<void>) for each row.
template <class Binder, class RowReader>
[[nodiscard]] Result<void> forEachRow(Database &database, const QString &sql, Binder binder, RowReader row)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return failure(statement.error());
    binder(*statement);
    while (true) {
        const Result<bool> found = statement->next();
        if (!found)
            return failure(found.error());
        if (!*found)
            return {};
        if (Result<void> done = row(*statement); !done)
            return done;
    }
}

template <class Binder>
[[nodiscard]] Result<std::vector<qint64>> selectNumbers(Database &database, const QString &sql, Binder binder)
{
    std::vector<qint64> numbers;
    const Result<void> done = forEachRow(database, sql, binder, [&](const Statement &statement) -> Result<void> {
        numbers.push_back(statement.number(0));
        return {};
    });
    if (!done)
        return failure(done.error());
    return numbers;
}

/// Every row read by `read(const Statement &)`, which answers a Result<Object>.
template <class Object, class Binder, class Reader>
[[nodiscard]] Result<std::vector<Object>> selectAll(Database &database, const QString &sql, Binder binder, Reader read)
{
    std::vector<Object> objects;
    const Result<void> done = forEachRow(database, sql, binder, [&](const Statement &statement) -> Result<void> {
        Result<Object> object = read(statement);
        if (!object)
            return failure(object.error());
        objects.push_back(std::move(*object));
        return {};
    });
    if (!done)
        return failure(done.error());
    return objects;
}

/// The first row, where there is one.
template <class Object, class Binder, class Reader>
[[nodiscard]] Result<std::optional<Object>> selectOne(Database &database, const QString &sql, Binder binder,
                                                      Reader read)
{
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return failure(statement.error());
    binder(*statement);
    const Result<bool> found = statement->next();
    if (!found)
        return failure(found.error());
    if (!*found)
        return std::optional<Object>();
    Result<Object> object = read(*statement);
    if (!object)
        return failure(object.error());
    return std::optional<Object>(std::move(*object));
}

inline constexpr auto noBinds = [](Statement &) {};
