#include "core/store/storefiles.h"

#include <QFile>

// A file that is open can't be renamed or removed there: where the name is, the file is.
QByteArray fileIdentity(const QString &path)
{
    return QFile::exists(path) ? QByteArray("there") : QByteArray();
}
