#include "core/store/storefiles.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<void> sync(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return failure(ErrorKind::Disk, u"Can't open %1 to sync it"_s.arg(path));
    // Some file systems have no such thing as syncing a folder: they are as safe as they are.
    const bool done = ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    ::close(descriptor);
    if (!done)
        return failure(ErrorKind::Disk, u"Can't sync %1"_s.arg(path));
    return {};
}

} // namespace

Result<void> moveFile(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return failure(ErrorKind::Disk, u"Can't rename %1"_s.arg(from));
    return {};
}

Result<void> syncFile(const QString &path)
{
    return sync(path, O_RDWR);
}

Result<void> syncFolderOf(const QString &path)
{
    return sync(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
}
