#pragma once

#include "core/domain/result.h"

#include <QString>

/// The files of a database on the disk, without SQLite.

/// What the header of a database file says, if it has one.
struct FileHeader
{
    enum class Kind {
        Absent,  ///< No file, or one of no bytes: to be made
        Rolling, ///< A transaction was cut off: SQLite mends that first, then the header counts
        Database,
        NotADatabase,
    };
    Kind kind = Kind::Absent;
    quint32 applicationId = 0;
    quint32 userVersion = 0;
};

[[nodiscard]] Result<FileHeader> readHeader(const QString &path);

/// Makes the folder (its owner's alone) and the file (readable by its owner alone) where they are not there.
[[nodiscard]] Result<void> makePrivate(const QString &path);

/// Renames the database with its journals to the first free "<path>.damaged-<n>", which it answers. Readable by its owner
/// alone, whatever it was before.
[[nodiscard]] Result<QString> setAside(const QString &path);

/// Copies the database with its journals.
[[nodiscard]] Result<void> copyDatabase(const QString &from, const QString &to);
/// Whether a run that was cut off has left a log or a journal beside the database.
[[nodiscard]] bool hasJournal(const QString &path);
/// Removes what setAside() has put beside the database. False where some of it is still there.
[[nodiscard]] bool removeSetAside(const QString &path);
void removeDatabaseFiles(const QString &path);

/// Which file the name stands for: the same bytes as long as it is the same file. Empty where there is none.
[[nodiscard]] QByteArray fileIdentity(const QString &path);
