#include "core/store/schematext.h"

#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

Result<QString> schemaText(Database &database)
{
    QStringList rows;
    // Not the root pages: where a table lies depends on what the file held when it was migrated.
    const Result<void> read =
        forEachRow(database, u"SELECT type, name, tbl_name, sql\nFROM sqlite_schema\nORDER BY name, type, tbl_name"_s,
                   noBinds, [&rows](const Statement &statement) -> Result<void> {
                       for (int column = 0; column < 4; ++column)
                           rows += statement.text(column);
                       return {};
                   });
    if (!read)
        return failure(read.error());
    return rows.join(u'\n');
}

Result<QString> expectedSchemaText(const StoreSchema &schema, qint64 version)
{
    const Result<std::unique_ptr<Database>> fresh = Database::open(u":memory:"_s);
    if (!fresh)
        return failure(fresh.error());
    for (size_t i = 0; i < size_t(version); ++i) {
        for (const QString &sql : schema.migrations[i]) {
            if (const Result<void> done = (*fresh)->execute(sql); !done)
                return failure(done.error());
        }
    }
    return schemaText(**fresh);
}
