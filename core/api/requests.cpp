#include "core/api/requests.h"

#include <QUrl>

#include <algorithm>

Request sessionRequest()
{
    return {Request::Verb::Get, QStringLiteral("/v1/session"), {}};
}

Request changesRequest(const QString &since, int limit)
{
    QString path = QStringLiteral("/v1/changes?limit=%1").arg(std::clamp(limit, 1, 2000));
    if (!since.isEmpty())
        path += QStringLiteral("&since=") + QString::fromLatin1(QUrl::toPercentEncoding(since));
    return {Request::Verb::Get, path, {}};
}

Request clientPaysLinkRequest(const BranchId &branch)
{
    return {Request::Verb::Get, QStringLiteral("/v1/branches/%1/client-pays-link").arg(branch.text()), {}};
}

Request operationRequest(const OperationId &id, const QByteArray &body)
{
    return {Request::Verb::Put, QStringLiteral("/v1/operations/") + id.text(), body};
}
