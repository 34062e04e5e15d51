#pragma once

#include "core/domain/operation.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

#include <map>

/// The contract's JSON, written by the tests themselves: a fault in core/api's codec must not cancel itself out.
namespace builders {

/// An object as the feed brings it: {"kind", "id", "version", "<kind>": members}.
[[nodiscard]] QJsonObject change(const QString &kind, const QString &id, qint64 version, const QJsonObject &members);
[[nodiscard]] QJsonObject removed(const QString &kind, const QString &id, qint64 version);

/// Required members only, pending on branch "b1", revision "r1". `more` replaces and adds.
[[nodiscard]] QJsonObject invitation(const QJsonObject &more = {});
[[nodiscard]] QJsonObject branch(const QString &name);
[[nodiscard]] QJsonObject reason(const QString &label, int order);

/// A page without changes has none pending either, unless it is said.
[[nodiscard]] QByteArray page(const QString &newState, const QJsonArray &changes, bool hasMore = false,
                              const QJsonObject &pending = {});
[[nodiscard]] QByteArray session(const QString &user = QStringLiteral("u1"),
                                 const QString &practice = QStringLiteral("p1"));
[[nodiscard]] QByteArray outcome(const QString &operationId, const QJsonArray &changes,
                                 const QString &result = QStringLiteral("applied"), bool replayed = false);
[[nodiscard]] QByteArray text(const QJsonObject &object);

[[nodiscard]] InvitationId invitationId(const QString &text);
[[nodiscard]] Decision accept(const QString &invitation, const QString &revision = QStringLiteral("r1"));
[[nodiscard]] Decision reject(const QString &invitation, const QString &revision = QStringLiteral("r1"));
/// A decision as the outbox keeps it, held.
[[nodiscard]] Operation operation(const Decision &decision);

} // namespace builders
