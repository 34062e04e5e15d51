#pragma once

#include "core/domain/changeset.h"

/// Values that tests of the interface start from: believable, and the same every time.
namespace samples {

/// Mon 23 Nov 2026, 19:30:00 UTC.
[[nodiscard]] Instant now();
[[nodiscard]] Instant hoursAgo(double hours);

[[nodiscard]] InvitationId invitationId(const QString &text);
[[nodiscard]] BranchId branchId(const QString &text);
[[nodiscard]] ReasonId reasonId(const QString &text);
/// The same number gives the same id.
[[nodiscard]] OperationId operationId(quint64 number);

/// "london", with every permission.
[[nodiscard]] Branch london();
/// "leeds", without create_clients and view_audit_logs.
[[nodiscard]] Branch leeds();
/// The five of product.md, "other" with its required words; in the service's order.
[[nodiscard]] std::vector<Reason> reasons();

/// Pending on London, sent `hours` ago, without a message.
[[nodiscard]] Invitation invitation(const QString &id, const QString &company, const QString &owner, double hours);
[[nodiscard]] ClientRow clientRow(const QString &id, const QString &company, const QString &owner);
[[nodiscard]] ActivityRow activityRow(const QString &id, const QString &actor, const QString &action,
                                      const QString &company);
/// A decision as the session keeps it: held, 8 s.
[[nodiscard]] Operation operation(quint64 number, const Decision &decision, const Invitation &reviewed);
[[nodiscard]] Operation operation(quint64 number, const Decision &decision, const Reviewed &reviewed);

/// Signed in as Priya Shah of Harbour & Vale, online, London and Leeds, nothing pending.
[[nodiscard]] Overview overview();

} // namespace samples
