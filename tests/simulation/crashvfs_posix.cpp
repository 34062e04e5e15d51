#include "tests/simulation/crashvfs.h"

#include <cstring>
#include <sqlite3.h>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace simulation {

namespace {

/// What the methods of SQLite's C interface reach: it knows no closures.
struct Inserted
{
    Disk *disk = nullptr;
    Chance chance{0};
    std::function<qint64()> wallMs;
};

Inserted &inserted()
{
    static Inserted one;
    return one;
}

struct OpenFile
{
    sqlite3_file base;
    int descriptor;
    quint64 inode;
    bool syncsFolder; ///< A journal or log that this opening made: its name is synced with its first bytes
    bool onDisk;      ///< Not a temporary file
    std::string *path;
};

OpenFile &fileOf(sqlite3_file *file)
{
    return *reinterpret_cast<OpenFile *>(file);
}

std::string folderOf(const std::string &path)
{
    return path.substr(0, path.rfind('/'));
}

int resultOf(Disk::Fault fault, int otherwise)
{
    switch (fault) {
    case Disk::Fault::None:
        return SQLITE_OK;
    case Disk::Fault::InputOutput:
        return otherwise;
    case Disk::Fault::Full:
        return SQLITE_FULL;
    case Disk::Fault::CantOpen:
        return SQLITE_CANTOPEN;
    case Disk::Fault::Busy:
        return SQLITE_BUSY;
    }
    return otherwise;
}

int asked(const OpenFile &file, Disk::Call call, int otherwise, qint64 end = 0)
{
    if (!file.onDisk || !inserted().disk)
        return SQLITE_OK;
    return resultOf(inserted().disk->before(call, *file.path, end), otherwise);
}

int closeFile(sqlite3_file *base)
{
    OpenFile &file = fileOf(base);
    ::close(file.descriptor);
    delete file.path;
    file.path = nullptr;
    return SQLITE_OK;
}

int readFile(sqlite3_file *base, void *to, int amount, sqlite3_int64 offset)
{
    OpenFile &file = fileOf(base);
    if (const int fault = asked(file, Disk::Call::Read, SQLITE_IOERR_READ); fault != SQLITE_OK)
        return fault;
    const ssize_t got = ::pread(file.descriptor, to, static_cast<size_t>(amount), offset);
    if (got == amount)
        return SQLITE_OK;
    if (got < 0)
        return SQLITE_IOERR_READ;
    std::memset(static_cast<char *>(to) + got, 0, static_cast<size_t>(amount - got));
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *base, const void *from, int amount, sqlite3_int64 offset)
{
    OpenFile &file = fileOf(base);
    if (const int fault = asked(file, Disk::Call::Write, SQLITE_IOERR_WRITE, offset + amount); fault != SQLITE_OK)
        return fault;
    if (::pwrite(file.descriptor, from, static_cast<size_t>(amount), offset) != amount)
        return SQLITE_IOERR_WRITE;
    if (file.onDisk && inserted().disk)
        inserted().disk->wrote(file.inode, offset, {static_cast<const char *>(from), static_cast<size_t>(amount)});
    return SQLITE_OK;
}

int truncateFile(sqlite3_file *base, sqlite3_int64 size)
{
    OpenFile &file = fileOf(base);
    if (const int fault = asked(file, Disk::Call::Truncate, SQLITE_IOERR_TRUNCATE); fault != SQLITE_OK)
        return fault;
    if (::ftruncate(file.descriptor, size) != 0)
        return SQLITE_IOERR_TRUNCATE;
    if (file.onDisk && inserted().disk)
        inserted().disk->truncated(file.inode, size);
    return SQLITE_OK;
}

int syncFile(sqlite3_file *base, int)
{
    OpenFile &file = fileOf(base);
    if (const int fault = asked(file, Disk::Call::Sync, SQLITE_IOERR_FSYNC); fault != SQLITE_OK)
        return fault;
    if (!file.onDisk || !inserted().disk)
        return SQLITE_OK;
    inserted().disk->synced(file.inode);
    if (std::exchange(file.syncsFolder, false))
        inserted().disk->folderSynced(folderOf(*file.path));
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file *base, sqlite3_int64 *size)
{
    struct stat facts{};
    if (const int fault = asked(fileOf(base), Disk::Call::Look, SQLITE_IOERR_FSTAT); fault != SQLITE_OK)
        return fault;
    if (::fstat(fileOf(base).descriptor, &facts) != 0)
        return SQLITE_IOERR_FSTAT;
    *size = facts.st_size;
    return SQLITE_OK;
}

int lockFile(sqlite3_file *base, int)
{
    return asked(fileOf(base), Disk::Call::Lock, SQLITE_IOERR_LOCK);
}

int unlockFile(sqlite3_file *, int)
{
    return SQLITE_OK;
}

int reservedLock(sqlite3_file *, int *held)
{
    *held = 0;
    return SQLITE_OK;
}

int controlFile(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file *)
{
    return 4096;
}

int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; // As SQLite's own file systems say of every disk
}

const sqlite3_io_methods methods{1,        closeFile, readFile,     writeFile,   truncateFile, syncFile,       sizeOfFile,
                                 lockFile, unlockFile, reservedLock, controlFile, sectorSize,   characteristics,
                                 nullptr,  nullptr,   nullptr,      nullptr,     nullptr,      nullptr};

bool isJournal(int flags)
{
    return (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
}

int descriptorFor(const char *name, int flags)
{
    if (!name) {
        const char *folder = inserted().disk ? inserted().disk->root().c_str() : "/tmp";
        return ::open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    }
    int how = O_CLOEXEC | ((flags & SQLITE_OPEN_READWRITE) != 0 ? O_RDWR : O_RDONLY);
    if ((flags & SQLITE_OPEN_CREATE) != 0)
        how |= O_CREAT;
    return ::open(name, how, 0600);
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *base, int flags, int *flagsOut)
{
    OpenFile &file = fileOf(base);
    file = {};
    Disk *disk = inserted().disk;
    const std::string path = name ? name : "";
    file.onDisk = disk && name && path.starts_with(disk->root());
    if (file.onDisk) {
        if (const int fault = resultOf(disk->before(Disk::Call::Open, path), SQLITE_CANTOPEN); fault != SQLITE_OK)
            return fault;
    }
    file.descriptor = descriptorFor(name, flags);
    if (file.descriptor < 0)
        return SQLITE_CANTOPEN;
    struct stat facts{};
    ::fstat(file.descriptor, &facts);
    file.inode = facts.st_ino;
    file.syncsFolder = isJournal(flags) && (flags & SQLITE_OPEN_CREATE) != 0;
    file.path = new std::string(path);
    if (file.onDisk)
        disk->met(file.inode, file.descriptor);
    if (flagsOut)
        *flagsOut = flags;
    file.base.pMethods = &methods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncsFolder)
{
    Disk *disk = inserted().disk;
    const bool onDisk = disk && std::string(name).starts_with(disk->root());
    if (onDisk) {
        if (const int fault = resultOf(disk->before(Disk::Call::Delete, name), SQLITE_IOERR_DELETE); fault != SQLITE_OK)
            return fault;
    }
    if (::unlink(name) != 0)
        return errno == ENOENT ? SQLITE_IOERR_DELETE_NOENT : SQLITE_IOERR_DELETE;
    if (onDisk && syncsFolder != 0)
        disk->folderSynced(folderOf(name));
    return SQLITE_OK;
}

int accessFile(sqlite3_vfs *, const char *name, int how, int *answer)
{
    Disk *disk = inserted().disk;
    if (disk && std::string(name).starts_with(disk->root()) &&
        disk->before(Disk::Call::Look, name) != Disk::Fault::None)
        return SQLITE_IOERR_ACCESS;
    struct stat facts{};
    const bool there = ::stat(name, &facts) == 0;
    // As SQLite's own: an empty file counts as none where only existence is asked.
    *answer = how == SQLITE_ACCESS_EXISTS ? there && (!S_ISREG(facts.st_mode) || facts.st_size > 0) : there;
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *name, int most, char *out)
{
    sqlite3_snprintf(most, out, "%s", name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs *, int count, char *out)
{
    for (int i = 0; i < count; ++i)
        out[i] = static_cast<char>(inserted().chance.next());
    return count;
}

int sleepFor(sqlite3_vfs *, int microseconds)
{
    return microseconds; // Nobody else holds a lock: there is nothing to wait for
}

int currentTime(sqlite3_vfs *, sqlite3_int64 *julianMs)
{
    constexpr sqlite3_int64 epoch = 210866760000000LL; // 1970 in milliseconds of the Julian day
    *julianMs = epoch + (inserted().wallMs ? inserted().wallMs() : 0);
    return SQLITE_OK;
}

int currentDay(sqlite3_vfs *vfs, double *julianDay)
{
    sqlite3_int64 ms = 0;
    currentTime(vfs, &ms);
    *julianDay = double(ms) / 86'400'000.0;
    return SQLITE_OK;
}

int lastError(sqlite3_vfs *, int, char *)
{
    return 0;
}

} // namespace

CrashVfs::CrashVfs()
    : m_vfs(std::make_unique<sqlite3_vfs>())
{
    *m_vfs = {};
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = sizeof(OpenFile);
    m_vfs->mxPathname = 1024;
    m_vfs->zName = "crash";
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = deleteFile;
    m_vfs->xAccess = accessFile;
    m_vfs->xFullPathname = fullPath;
    m_vfs->xRandomness = randomness;
    m_vfs->xSleep = sleepFor;
    m_vfs->xCurrentTime = currentDay;
    m_vfs->xGetLastError = lastError;
    m_vfs->xCurrentTimeInt64 = currentTime;
    sqlite3_vfs_register(m_vfs.get(), 1);
}

CrashVfs::~CrashVfs()
{
    sqlite3_vfs_unregister(m_vfs.get());
    inserted() = {};
}

void CrashVfs::insert(Disk *disk, quint64 seed, std::function<qint64()> wallMs)
{
    inserted() = {disk, Chance(seed), std::move(wallMs)};
    sqlite3_randomness(0, nullptr); // SQLite keeps a generator of its own: from here on it follows the seed
}

} // namespace simulation
