#pragma once

#include "core/api/httptransport.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

class QNetworkAccessManager;

/// What every request of ours has: to `settings.server` and nowhere else, signed in, nothing kept, nothing followed.
/// `path` begins with a slash and is encoded.
[[nodiscard]] QNetworkRequest httpRequest(const HttpSettings &settings, const QSslConfiguration &tls,
                                          const QString &path);
/// Takes away what a manager would keep between requests: cookies.
void keepNothing(QNetworkAccessManager &network);
