#pragma once

#include "tests/simulation/disk.h"

#include <memory>

struct sqlite3_vfs;

namespace simulation {

/// SQLite's file system on a Disk: registered as the default, so that every connection of the process opens through it,
/// Qt's own driver too (it uses the same shared library). It has no locks and no shared memory: the store holds each
/// file alone. One at a time in a process.
class CrashVfs
{
public:
    CrashVfs();
    ~CrashVfs();
    CrashVfs(const CrashVfs &) = delete;
    CrashVfs &operator=(const CrashVfs &) = delete;

    /// The disk that files lie on from now on, and the numbers and the time that SQLite asks its system for.
    void insert(Disk *disk, quint64 seed, std::function<qint64()> wallMs);

private:
    std::unique_ptr<sqlite3_vfs> m_vfs;
};

} // namespace simulation
