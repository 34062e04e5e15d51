#include "core/store/storefiles.h"

#include <QFile>

#include <sys/stat.h>

QByteArray fileIdentity(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return {};
    return QByteArray::number(quint64(facts.st_dev)) + ':' + QByteArray::number(quint64(facts.st_ino));
}
