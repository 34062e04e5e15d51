#include "ui/evidence/savingerror.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace {

/// What a system says of a full disk has no code in Qt: whether there is room is asked for.
bool isFull(const QSaveFile &file)
{
    constexpr qint64 aLittle = 64 * 1024;
    const QStorageInfo disk(QFileInfo(file.fileName()).absolutePath());
    return disk.isValid() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < aLittle;
}

} // namespace

Error openingError(const QSaveFile &file)
{
    return {isFull(file) ? ErrorKind::DiskFull : ErrorKind::InvalidInput, file.errorString()};
}

Error writingError(const QSaveFile &file)
{
    return {isFull(file) ? ErrorKind::DiskFull : ErrorKind::Disk, file.errorString()};
}
