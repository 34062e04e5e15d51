#include "core/domain/link.h"

std::optional<QUrl> trustedLink(const QString &text, const QStringList &hosts)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1StringView("https") || !url.userInfo().isEmpty())
        return std::nullopt;
    if (!hosts.contains(url.host(QUrl::FullyEncoded).toLower()))
        return std::nullopt;
    return url;
}
