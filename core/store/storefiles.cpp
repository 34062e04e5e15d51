#include "core/store/storefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QFileDevice::Permissions ownersFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownersFolder = ownersFile | QFileDevice::ExeOwner;

/// Journals first: a crash between two renames leaves a database without its journal, never a new database beside an
/// old journal.
std::array<QString, 4> suffixes()
{
    return {u"-wal"_s, u"-journal"_s, u"-shm"_s, u""_s};
}

/// Whether anybody but its owner can read or write it.
bool isOpenToOthers(const QFileDevice &file)
{
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                                            QFileDevice::WriteOther;
    return (file.permissions() & others) != 0;
}

bool hasBytes(const QString &path)
{
    return QFileInfo(path).size() > 0;
}

QString damagedPath(const QString &path, int number)
{
    return u"%1.damaged-%2"_s.arg(path).arg(number);
}

} // namespace

Result<FileHeader> readHeader(const QString &path)
{
    constexpr qsizetype headerSize = 100;
    QFile file(path);
    if (!file.exists() || file.size() == 0) {
        // SQLite would delete the write-ahead log of an empty database: what is in it must not go.
        const bool leftOver = hasBytes(path + u"-wal"_s);
        return FileHeader{leftOver ? FileHeader::Kind::NotADatabase : FileHeader::Kind::Absent};
    }
    if (hasBytes(path + u"-journal"_s))
        return FileHeader{FileHeader::Kind::Rolling};
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Disk, u"Can't read %1: %2"_s.arg(path, file.errorString()));
    const QByteArray header = file.read(headerSize);
    if (header.size() < headerSize || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return FileHeader{FileHeader::Kind::NotADatabase};
    return FileHeader{FileHeader::Kind::Database, qFromBigEndian<quint32>(header.constData() + 68),
                      qFromBigEndian<quint32>(header.constData() + 60)};
}

Result<void> makePrivate(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir(folder).exists()) {
        if (!QDir().mkpath(folder))
            return failure(ErrorKind::Disk, u"Can't make the folder %1"_s.arg(folder));
        QFile::setPermissions(folder, ownersFolder);
    }
    // Its journals too: a backup that was put back, or a program before this one, may have left them open to others.
    for (const QString &suffix : suffixes()) {
        QFile left(path + suffix);
        if (left.exists() && isOpenToOthers(left))
            left.setPermissions(ownersFile);
    }
    if (!QFile::exists(path) && !makeOwnersFile(path))
        return failure(ErrorKind::Disk, u"Can't make %1"_s.arg(path));
    return {};
}

bool makeOwnersFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly, ownersFile))
        return false;
    file.setPermissions(ownersFile); // One that was there; and a umask may have taken from what was asked for
    return true;
}

Result<QString> setAside(const QString &path)
{
    return setAsideAs(path, freeNumber(path));
}

int freeNumber(const QString &path)
{
    int number = 1;
    const auto isTaken = [&path, &number](const QString &suffix) {
        return QFile::exists(damagedPath(path, number) + suffix);
    };
    const std::array all = suffixes();
    while (std::any_of(all.begin(), all.end(), isTaken))
        ++number;
    return number;
}

Result<QString> setAsideAs(const QString &path, int number)
{
    const auto isInTheWay = [&path, &number](const QString &suffix) {
        return QFile::exists(path + suffix) && QFile::exists(damagedPath(path, number) + suffix);
    };
    const std::array all = suffixes();
    while (std::any_of(all.begin(), all.end(), isInTheWay))
        ++number;
    QString target = damagedPath(path, number);
    for (const QString &suffix : all) {
        if (!QFile::exists(path + suffix))
            continue;
        QFile::setPermissions(path + suffix, ownersFile);
        if (const Result<void> moved = moveFile(path + suffix, target + suffix); !moved)
            return failure(moved.error());
    }
    return target;
}

Result<void> copyDatabase(const QString &from, const QString &to)
{
    removeDatabaseFiles(to);
    for (const QString &suffix : suffixes()) {
        if (QFile::exists(from + suffix) && !QFile::copy(from + suffix, to + suffix))
            return failure(ErrorKind::Disk, u"Can't copy %1"_s.arg(from + suffix));
    }
    return {};
}

bool hasJournal(const QString &path)
{
    return hasBytes(path + u"-wal"_s) || hasBytes(path + u"-journal"_s);
}

bool removeSetAside(const QString &path)
{
    const QFileInfo file(path);
    const QDir folder = file.dir();
    bool removed = true;
    for (const QString &name : folder.entryList({file.fileName() + u".damaged-*"_s}, QDir::Files | QDir::Hidden))
        removed = QFile::remove(folder.filePath(name)) && removed;
    return removed;
}

void removeDatabaseFiles(const QString &path)
{
    for (const QString &suffix : suffixes())
        QFile::remove(path + suffix);
}
