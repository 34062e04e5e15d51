#pragma once

#include "core/store/cachestore.h"
#include "core/store/deskstore.h"
#include "core/store/listview.h"

#include <QTemporaryDir>

/// Values and files for tests of the store.

/// Noon of some day: the tests' "now".
inline const Instant noon = instantFromMs(1'795'435'200'000);

[[nodiscard]] inline BranchId branchId(const char *id)
{
    return *BranchId::parse(QString::fromLatin1(id));
}
[[nodiscard]] inline InvitationId invitationId(const QString &id)
{
    return *InvitationId::parse(id);
}
[[nodiscard]] inline ClientId clientId(const QString &id)
{
    return *ClientId::parse(id);
}

[[nodiscard]] Branch branchOf(const char *id, const QString &name, qint64 version = 1);
/// Pending on branch "london", sent at noon, of "Acme Ltd".
[[nodiscard]] Invitation pendingInvitation(const QString &id, qint64 version = 1);
/// Active on branch "london".
[[nodiscard]] Client activeClient(const QString &id, const QString &company, qint64 version = 1);
[[nodiscard]] Activity activityOf(const QString &id, Instant at, qint64 version = 1);
[[nodiscard]] ChangePage pageOf(std::vector<Change> changes, bool hasMore = false,
                                const QString &state = QStringLiteral("s1"));

[[nodiscard]] OperationId operationId(quint64 number);
[[nodiscard]] Operation acceptance(quint64 number, const QString &invitation);
[[nodiscard]] Operation rejection(quint64 number, const QString &invitation);

/// A folder with a cache in it.
class CacheFixture
{
public:
    CacheFixture();
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("cache.db")); }
    void reopen();
    PageApplied apply(std::vector<Change> changes, bool hasMore = false);
    [[nodiscard]] std::unique_ptr<ListView> open(const ListQuery &query, const ListContext &with);

    QTemporaryDir folder;
    std::vector<StoreTrouble> trouble;
    std::unique_ptr<CacheStore> cache;
    ListContext context;
};

/// Every row's company, in the view's order.
[[nodiscard]] QStringList companies(ListView &view, const ListContext &context);

/// Copies the database with its log as it is on the disk now, while it is open: what a crash leaves.
void copyAsCrashed(const QString &from, const QString &to);
void overwrite(const QString &path, qint64 offset, const QByteArray &bytes);
[[nodiscard]] QByteArray contentOf(const QString &path);
