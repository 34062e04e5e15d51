#pragma once

#include "tests/sandbox/json.h"

#include <string>
#include <vector>

namespace simulation {

/// A column of the cache, and which member of the contract's object it keeps.
struct Column
{
    enum class As { Text, Time, Number, Flag, List, Accountants, Notes, Present };
    const char *name;
    const char *member;
    As as = As::Text;
};

/// Every column of a kind that says something of the object.
[[nodiscard]] const std::vector<Column> &columnsOf(const std::string &kind);
/// "SELECT id, ... FROM kind"
[[nodiscard]] std::string selectOf(const std::string &kind);
/// Whether the column's value (as text; empty: NULL) is what the object says.
[[nodiscard]] bool isSame(const Column &column, const sandbox::Json &object, const std::string &value);

} // namespace simulation
