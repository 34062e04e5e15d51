#pragma once

#include "core/domain/result.h"

#include <QSslConfiguration>

/// TLS 1.2 or later with the system's roots, and those of `caFile` (PEM) besides where it is not empty. InvalidInput
/// where the file can't be read or holds no certificate.
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const QString &caFile);
