#pragma once

#include "core/domain/result.h"

#include <QUrl>

/// A service's address as a person types it ("atlas.example.com", "https://atlas.example.com:8443/"): an https origin, or
/// ErrorKind::InvalidInput with what is wrong with it (plain http, user names, paths, no host).
[[nodiscard]] Result<QUrl> readServerAddress(const QString &typed);
/// scheme://host:port, lower case, the port always said: the account's origin.
[[nodiscard]] QString originOf(const QUrl &server);
