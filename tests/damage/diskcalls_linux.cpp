#include "tests/damage/diskcalls.h"

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <dlfcn.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

using simulation::Disk;

// What the program itself defines is what its libraries find: these stand before the C library's.
namespace {

Disk *routedTo = nullptr;

template <class Function>
Function *systems(const char *name)
{
    return reinterpret_cast<Function *>(::dlsym(RTLD_NEXT, name));
}

bool fails(Disk::Call call, const std::string &path)
{
    const bool asked = routedTo && path.starts_with(routedTo->root());
    if (!asked || routedTo->before(call, path) == Disk::Fault::None)
        return false;
    errno = EIO;
    return true;
}

std::string pathOf(int descriptor)
{
    std::array<char, PATH_MAX> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t length = ::readlink(link.c_str(), path.data(), path.size());
    return {path.data(), length > 0 ? size_t(length) : 0};
}

} // namespace

void routeCallsTo(Disk *disk)
{
    routedTo = disk;
}

extern "C" {

int rename(const char *from, const char *to) noexcept
{
    return fails(Disk::Call::Write, from) ? -1 : systems<int(const char *, const char *)>("rename")(from, to);
}

int unlink(const char *path) noexcept
{
    return fails(Disk::Call::Delete, path) ? -1 : systems<int(const char *)>("unlink")(path);
}

int fsync(int descriptor)
{
    const std::string path = routedTo ? pathOf(descriptor) : std::string();
    if (fails(Disk::Call::Sync, path))
        return -1;
    struct stat facts{};
    const bool isOurs = routedTo && path.starts_with(routedTo->root()) && ::fstat(descriptor, &facts) == 0;
    if (isOurs && S_ISDIR(facts.st_mode))
        routedTo->folderSynced(path);
    else if (isOurs)
        routedTo->synced(facts.st_ino);
    return systems<int(int)>("fsync")(descriptor);
}
}
