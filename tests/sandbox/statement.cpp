#include "tests/sandbox/statement.h"

#include <stdexcept>

namespace sandbox {

void requireOk(sqlite3 *database, int code)
{
    if (code != SQLITE_OK)
        throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(database));
}

void execute(sqlite3 *database, const char *sql)
{
    requireOk(database, sqlite3_exec(database, sql, nullptr, nullptr, nullptr));
}

Statement::Statement(sqlite3 *database, std::string_view sql)
    : m_database(database)
{
    requireOk(database, sqlite3_prepare_v3(database, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                           &m_statement, nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement &Statement::fresh()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    return *this;
}

Statement &Statement::bind(const char *name, std::int64_t value)
{
    requireOk(m_database, sqlite3_bind_int64(m_statement, index(name), value));
    return *this;
}

Statement &Statement::bind(const char *name, std::string_view value)
{
    const char *data = value.data() == nullptr ? "" : value.data();
    requireOk(m_database, sqlite3_bind_text(m_statement, index(name), data, int(value.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bind(const char *name, const std::optional<std::int64_t> &value)
{
    if (value)
        return bind(name, *value);
    requireOk(m_database, sqlite3_bind_null(m_statement, index(name)));
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    sqlite3_reset(m_statement);
    if (code != SQLITE_DONE)
        requireOk(m_database, code);
    return false;
}

void Statement::run()
{
    while (step()) {
    }
}

std::int64_t Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::optional<std::int64_t> Statement::maybeNumber(int column) const
{
    if (sqlite3_column_type(m_statement, column) == SQLITE_NULL)
        return std::nullopt;
    return number(column);
}

std::string Statement::string(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return data == nullptr ? std::string() : std::string(data, std::size_t(sqlite3_column_bytes(m_statement, column)));
}

int Statement::index(const char *name) const
{
    const int found = sqlite3_bind_parameter_index(m_statement, name);
    if (found == 0)
        throw std::logic_error(std::string("no parameter ") + name);
    return found;
}

} // namespace sandbox
