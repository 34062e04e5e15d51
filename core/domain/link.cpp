#include "core/domain/link.h"

#include <algorithm>

namespace {

bool isLetterOrDigit(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9');
}

/// Less than RFC 5321 allows: quotes, commas and the like have made mail programs attach files.
bool isPlainMailbox(const QString &text)
{
    constexpr qsizetype longest = 64;
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return isLetterOrDigit(c) || QStringLiteral("._+-").contains(c);
    });
    return plain && !text.isEmpty() && text.size() <= longest && text.front() != u'-' && text.front() != u'.' &&
           text.back() != u'.' && !text.contains(QLatin1StringView(".."));
}

bool isHostLabel(const QString &label)
{
    constexpr qsizetype longest = 63;
    const bool plain =
        std::all_of(label.begin(), label.end(), [](QChar c) { return isLetterOrDigit(c) || c == u'-'; });
    return plain && !label.isEmpty() && label.size() <= longest && label.front() != u'-' && label.back() != u'-';
}

bool isMailHost(const QString &host)
{
    constexpr qsizetype longest = 253;
    const QStringList labels = host.split(u'.');
    return host.size() <= longest && labels.size() > 1 && std::all_of(labels.begin(), labels.end(), isHostLabel);
}

} // namespace

std::optional<QUrl> trustedLink(const QString &text, const QStringList &hosts)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1StringView("https") || !url.userInfo().isEmpty())
        return std::nullopt;
    if (!hosts.contains(url.host(QUrl::FullyEncoded).toLower()))
        return std::nullopt;
    return url;
}

QString asciiHost(const QString &link)
{
    return QUrl(link, QUrl::StrictMode).host(QUrl::FullyEncoded).toLower();
}

std::optional<QUrl> mailLink(const QString &address)
{
    const qsizetype at = address.indexOf(u'@');
    const QString mailbox = address.left(std::max<qsizetype>(at, 0));
    const QString host = QString::fromLatin1(QUrl::toAce(address.mid(at + 1))).toLower();
    if (at < 0 || !isPlainMailbox(mailbox) || !isMailHost(host))
        return std::nullopt;
    QUrl url;
    url.setScheme(QStringLiteral("mailto"));
    url.setPath(mailbox + u'@' + host, QUrl::DecodedMode);
    return url;
}
