#pragma once

#include <QStringList>

/// The tables of cache.db that hold counts, and how to make them anew from what is counted. A migration holds these texts
/// as they were released: a change of one is a new migration.
[[nodiscard]] QStringList countTables();
/// Later: clients in a state that this version does not know are counted, too.
[[nodiscard]] QStringList listedClients();

/// Into emptied tables, in this order.
[[nodiscard]] QString recountPendingSql();
[[nodiscard]] QString recountMessagesSql();
[[nodiscard]] QString recountClientsSql();
