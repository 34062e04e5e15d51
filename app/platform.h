#pragma once

#include <QString>

/// What each system does in its own way: platform_unix.cpp, platform_other.cpp.

/// Where a local socket or pipe of that name is the user's alone; empty where there is no such place.
[[nodiscard]] QString platformChannelPlace(const QString &name, const QString &dataDir);

/// A crash leaves no image of the memory on the disk: the access token is in it. Also holds for what this program starts.
void forbidCoreDumps();
