#pragma once

#include "core/store/openstore.h"

/// What SQLite keeps of the statements that made a database: read as text, so that a bit that flipped in it is seen. SQLite
/// itself believes whatever it can parse, also a column of another name.

/// As it stands in the database.
[[nodiscard]] Result<QString> schemaText(Database &database);
/// As it stands in a new one that the first `version` migrations have made.
[[nodiscard]] Result<QString> expectedSchemaText(const StoreSchema &schema, qint64 version);
