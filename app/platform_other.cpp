#include "app/platform.h"

QString platformChannelPlace(const QString &name, const QString &)
{
    return name; // A pipe of Windows: UserAccessOption keeps others out
}

void forbidCoreDumps() {}
