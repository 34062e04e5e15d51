#include "core/session/datafolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace {

constexpr QFile::Permissions owners = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

} // namespace

Result<void> makeDataFolder(const QString &path)
{
    const QFileInfo folder(QDir::cleanPath(path));
    QDir().mkpath(folder.absolutePath());
    // Made private, not made so afterwards: nobody can have looked in meanwhile.
    QDir().mkdir(folder.absoluteFilePath(), owners);
    if (!QFileInfo(path).isDir())
        return failure(ErrorKind::Disk, QStringLiteral("the data folder can't be made"));
    QFile::setPermissions(path, owners); // Some file systems have none: no reason not to work there
    return {};
}
