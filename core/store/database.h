#pragma once

#include "core/domain/result.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

class QSqlError;
class QSqlQuery;
class Statement;

/// One connection to one SQLite file: the only one (sync.md, fact 4). Thread: the one that opened it.
class Database
{
public:
    /// Opens or makes the file, readable by its owner alone. Nothing has been read when this returns.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] const QString &path() const;

    /// Prepared once, kept, and given out again when the last user has let go of it.
    [[nodiscard]] Result<Statement> prepare(const QString &sql);
    /// One statement without binds and without an answer.
    [[nodiscard]] Result<void> execute(const QString &sql);
    /// Never fails for a fault of setFault(): what a test breaks must still leave the connection usable.
    [[nodiscard]] Result<void> rollBack();
    /// The first column of the first row, as a number.
    [[nodiscard]] Result<qint64> number(const QString &sql);
    [[nodiscard]] Result<QString> text(const QString &sql);

    /// Writes a little that changes nothing: whether the disk takes it.
    [[nodiscard]] Result<void> tryWriting();
    /// Whether the file that was opened still stands under its name. What is written into one that doesn't is lost when
    /// it is closed.
    [[nodiscard]] Result<void> checkInPlace() const;

    /// Whether any call failed because the file is damaged, or because its tables are not those that we made.
    [[nodiscard]] bool sawDamage() const;

    /// For tests: asked before each statement is run or prepared; an error that it answers is what the call fails with.
    void setFault(std::function<std::optional<Error>()> fault);

private:
    friend class Statement;
    class Private;
    explicit Database(std::unique_ptr<Private> d);
    [[nodiscard]] std::optional<Error> fault() const;
    [[nodiscard]] Error read(const QSqlError &error);
    [[nodiscard]] Error readOfPreparing(const QSqlError &error);
    void giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query);
    std::unique_ptr<Private> d;
};
