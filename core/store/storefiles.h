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

/// Makes an empty file that is its owner's alone from its first moment on, whatever the umask says. False where it can't.
[[nodiscard]] bool makeOwnersFile(const QString &path);

/// Renames the database with its journals to the first free "<path>.damaged-<n>", which it answers. Readable by its owner
/// alone, whatever it was before.
[[nodiscard]] Result<QString> setAside(const QString &path);
/// The first number under which nothing was set aside yet.
[[nodiscard]] int freeNumber(const QString &path);
/// As setAside(), under this number, where a part of it may stand already. A higher one where what stands there is in the
/// way of what is left.
[[nodiscard]] Result<QString> setAsideAs(const QString &path, int number);

/// At once or not at all: QFile::rename() copies where it can't rename, and may be cut off in that. Nothing stands at `to`.
[[nodiscard]] Result<void> moveFile(const QString &from, const QString &to);

/// What was written into the file stays through a power cut when this returns; what was renamed in its folder, too.
[[nodiscard]] Result<void> syncFile(const QString &path);
[[nodiscard]] Result<void> syncFolderOf(const QString &path);

/// Copies the database with its journals.
[[nodiscard]] Result<void> copyDatabase(const QString &from, const QString &to);
/// Whether a run that was cut off has left a log or a journal beside the database.
[[nodiscard]] bool hasJournal(const QString &path);
/// Removes what setAside() has put beside the database. False where some of it is still there.
[[nodiscard]] bool removeSetAside(const QString &path);
void removeDatabaseFiles(const QString &path);

/// Which file the name stands for: the same bytes as long as it is the same file. Empty where there is none.
[[nodiscard]] QByteArray fileIdentity(const QString &path);
