#pragma once

#include "tests/sandbox/statement.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sandbox {

/// An object of the practice as the feed knows it. `body` is the JSON text of the contract's object, whole: what a
/// person may not see of it is left out when it is sent.
struct Row
{
    std::string kind;
    std::string id;
    std::int64_t version = 0; ///< its place in the feed, too: an object has one place, that of its last change
    std::string branch;       ///< empty: visible to everybody
    std::string formerBranch; ///< where it was before, if it moved
    std::string status;
    std::string match;                     ///< of clients: whom and where, to find that they are connected already
    std::optional<std::int64_t> expiresAt; ///< milliseconds
    bool removed = false;
    std::string body;

    bool operator==(const Row &) const = default;
};

/// A remembered operation.
struct StoredOperation
{
    std::string id; ///< lower case
    std::string person;
    std::string request;
    int status = 0;
    std::string answer;

    bool operator==(const StoredOperation &) const = default;
};

/// What the service remembers: an SQLite file, or memory with ":memory:". One thread at a time; every write belongs
/// between begin() and commit(). A failing database throws std::runtime_error.
class Store
{
public:
    explicit Store(const std::string &path);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    void begin();
    void commit();
    void rollback();

    std::optional<Row> find(std::string_view kind, std::string_view id);
    /// Puts the row in its (new) place, taking it from the old one.
    void put(const Row &row);
    /// Rows after a place, in the feed's order, at most so many.
    std::vector<Row> after(std::int64_t version, std::int64_t most);
    /// The latest rows of a kind, newest change first.
    std::vector<Row> latest(std::string_view kind, std::int64_t most);
    std::vector<Row> all(std::string_view kind);
    std::optional<Row> connectedClient(std::string_view match);
    std::vector<Row> expiredBy(std::int64_t time);
    std::int64_t highestVersion();
    std::map<std::string, std::int64_t> pendingPerBranch();
    std::int64_t count(std::string_view kind);

    std::optional<StoredOperation> operation(std::string_view id);
    void remember(const StoredOperation &operation);

    std::optional<std::string> note(std::string_view name);
    void setNote(std::string_view name, std::string_view value);

    /// A copy of everything, and going back to it.
    std::unique_ptr<Store> copy();
    void become(Store &other);

private:
    Statement &prepared(std::string_view sql);
    std::vector<Row> rows(Statement &query);

    sqlite3 *m_database = nullptr;
    std::map<std::string_view, std::unique_ptr<Statement>> m_prepared; ///< by literal
};

} // namespace sandbox
