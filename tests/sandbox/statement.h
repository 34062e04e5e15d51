#pragma once

#include <cstdint>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <string_view>

namespace sandbox {

/// One prepared statement of an SQLite connection. A failure of the database throws std::runtime_error: the sandbox
/// can't go on without its store. Runs in the thread that uses the store.
class Statement
{
public:
    Statement(sqlite3 *database, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Forgets the last run and all values, ready for the next.
    Statement &fresh();
    Statement &bind(const char *name, std::int64_t value);
    Statement &bind(const char *name, std::string_view value);
    Statement &bind(const char *name, const std::optional<std::int64_t> &value);

    /// True while there is a row.
    bool step();
    /// Runs a statement that answers no rows.
    void run();

    std::int64_t number(int column) const;
    std::optional<std::int64_t> maybeNumber(int column) const;
    std::string string(int column) const;

private:
    int index(const char *name) const;

    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
};

/// Throws std::runtime_error with the connection's message unless the code is SQLITE_OK.
void requireOk(sqlite3 *database, int code);

/// Runs SQL without values and rows.
void execute(sqlite3 *database, const char *sql);

} // namespace sandbox
