#include "core/store/storefiles.h"

#include <QDir>
#include <QFile>

#include <io.h>
#include <windows.h>

using namespace Qt::Literals::StringLiterals;

Result<void> moveFile(const QString &from, const QString &to)
{
    const std::wstring source = QDir::toNativeSeparators(from).toStdWString();
    const std::wstring target = QDir::toNativeSeparators(to).toStdWString();
    if (!::MoveFileExW(source.c_str(), target.c_str(), MOVEFILE_WRITE_THROUGH))
        return failure(ErrorKind::Disk, u"Can't rename %1"_s.arg(from));
    return {};
}

Result<void> syncFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) || _commit(file.handle()) != 0)
        return failure(ErrorKind::Disk, u"Can't sync %1"_s.arg(path));
    return {};
}

// A folder can't be synced there: NTFS keeps the renames in its own log, in the order in which they were made.
Result<void> syncFolderOf(const QString &)
{
    return {};
}
