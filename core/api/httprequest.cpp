#include "core/api/httprequest.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>

namespace {

/// A jar that stays empty.
class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;

    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// Nothing in `path` changes where it goes: it is set, not appended.
QUrl addressOf(const QUrl &server, const QString &path)
{
    const qsizetype question = path.indexOf(u'?');
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(server.host());
    url.setPort(server.port());
    url.setPath(question < 0 ? path : path.left(question), QUrl::StrictMode);
    if (question >= 0)
        url.setQuery(path.mid(question + 1), QUrl::StrictMode);
    return url;
}

} // namespace

QNetworkRequest httpRequest(const HttpSettings &settings, const QSslConfiguration &tls, const QString &path)
{
    QNetworkRequest request(addressOf(settings.server, path));
    request.setSslConfiguration(tls);
    // The default policy takes the token along to another origin.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // CVE-2024-39936 (before 6.5.7 and 6.7.3) and others; at two requests at a time HTTP/2 would gain nothing.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Authorization", "Bearer " + settings.token);
    request.setRawHeader("Atlas-Client", "atlas-desktop/" ATLAS_VERSION);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("atlas-desktop/" ATLAS_VERSION));
    return request;
}

void keepNothing(QNetworkAccessManager &network)
{
    network.setCookieJar(new NoCookies(&network));
}
