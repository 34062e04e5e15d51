#pragma once

#include "core/domain/account.h"
#include "core/domain/feed.h"
#include "core/store/statement.h"

/// Objects of the feed as rows of cache.db, and back. One pair of functions a kind; the columns stand in the same order
/// in both.

/// Everything but rid and pass, to be read with the functions below (which leave out what is only searched by).
[[nodiscard]] QString columnsOf(ObjectKind kind);
/// rid, version, pass of the object with the id `:id`.
[[nodiscard]] const QString &findRowSql(ObjectKind kind);
/// Writes one object over the one of its id, with every column of columnsOf() and :pass bound.
[[nodiscard]] const QString &upsertSql(ObjectKind kind);

void bindObject(Statement &statement, const Branch &branch);
void bindObject(Statement &statement, const Reason &reason);
void bindObject(Statement &statement, const Member &member);
void bindObject(Statement &statement, const Invitation &invitation);
void bindObject(Statement &statement, const Client &client);
void bindObject(Statement &statement, const Activity &activity);

/// Errors: Damaged, where the row is not what was ever written.
[[nodiscard]] Result<Branch> readBranch(const Statement &statement);
[[nodiscard]] Result<Reason> readReason(const Statement &statement);
[[nodiscard]] Result<Member> readMember(const Statement &statement);
[[nodiscard]] Result<Invitation> readInvitation(const Statement &statement);
[[nodiscard]] Result<Client> readClient(const Statement &statement);

/// Lists in a column.
[[nodiscard]] QString writeList(const QStringList &list);
[[nodiscard]] QStringList readList(const QString &json);
[[nodiscard]] std::vector<Accountant> readAccountants(const QString &json);
