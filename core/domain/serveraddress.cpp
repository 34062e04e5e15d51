#include "core/domain/serveraddress.h"

Result<QUrl> readServerAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    const QUrl url(text.contains(QLatin1StringView("://")) ? text : QLatin1StringView("https://") + text, QUrl::StrictMode);
    if (text.isEmpty() || !url.isValid() || url.host().isEmpty())
        return failure(ErrorKind::InvalidInput, QStringLiteral("no host"));
    if (url.scheme() != QLatin1StringView("https"))
        return failure(ErrorKind::InvalidInput, QStringLiteral("not https"));
    if (!url.userInfo().isEmpty())
        return failure(ErrorKind::InvalidInput, QStringLiteral("user name in the address"));
    if (url.hasQuery() || url.hasFragment() || (!url.path().isEmpty() && url.path() != QLatin1StringView("/")))
        return failure(ErrorKind::InvalidInput, QStringLiteral("more than a host and a port"));
    QUrl origin;
    origin.setScheme(QStringLiteral("https"));
    origin.setHost(url.host().toLower());
    origin.setPort(url.port());
    return origin;
}

QString originOf(const QUrl &server)
{
    return QStringLiteral("https://%1:%2").arg(server.host(QUrl::FullyEncoded).toLower()).arg(server.port(443));
}
