#include "app/platform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace {

/// With its end a socket's path takes 104 bytes at most on macOS, 108 on Linux.
constexpr qsizetype longestPath = 100;

bool isOursAlone(const QFileInfo &folder)
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther |
                        QFile::ExeOther;
    return folder.isDir() && !folder.isSymLink() && folder.ownerId() == geteuid() && (folder.permissions() & others) == 0;
}

/// Below the folder for passing things, which is everybody's: for a person who has put the data too far down.
QString ownTemporaryFolder()
{
    const QString folder = QStringLiteral("%1/atlas-desktop-%2").arg(QDir::tempPath()).arg(geteuid());
    mkdir(QFile::encodeName(folder).constData(), S_IRWXU); // Where it is there already it is looked at, as the others
    return folder;
}

/// Empty where it is no place for us.
QString placeIn(const QString &folder, const QString &name)
{
    const QString place = folder + u'/' + name;
    const bool fits = QFile::encodeName(place).size() <= longestPath;
    return QDir::isAbsolutePath(folder) && fits && isOursAlone(QFileInfo(folder)) ? place : QString();
}

} // namespace

QString platformChannelPlace(const QString &name, const QString &dataDir)
{
    const QString runtime = placeIn(qEnvironmentVariable("XDG_RUNTIME_DIR"), name);
    if (!runtime.isEmpty())
        return runtime;
    const QString data = placeIn(QFileInfo(dataDir).absoluteFilePath(), name);
    return data.isEmpty() ? placeIn(ownTemporaryFolder(), name) : data;
}

void forbidCoreDumps()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_CORE, &limit) != 0)
        return;
    // One byte, too little for a file. At none Linux would still give the whole to a program that a system has for it
    // (systemd-coredump, apport); one it takes for the sign of a process that must not be dumped at all.
    limit.rlim_cur = std::min<rlim_t>(1, limit.rlim_max);
    setrlimit(RLIMIT_CORE, &limit);
}
