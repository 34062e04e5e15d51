#pragma once

#include "core/domain/changeset.h"
#include "core/domain/operation.h"
#include "core/store/statement.h"

/// Operations and drafts as rows of desk.db, and back.

[[nodiscard]] QString stateText(OperationState state);
[[nodiscard]] QString endKindText(EndKind kind);

/// The columns that readOperation() reads, in its order.
[[nodiscard]] QString operationColumns();
/// Errors: Damaged, where the row is not what was ever written.
[[nodiscard]] Result<Operation> readOperation(const Statement &statement);
[[nodiscard]] QString insertOperationSql();
void bindOperation(Statement &statement, const Operation &operation, bool caughtUp);
void bindEnd(Statement &statement, const OperationEnd &end);

[[nodiscard]] QString draftColumns();
[[nodiscard]] Result<Draft> readDraft(const Statement &statement);
[[nodiscard]] QString upsertDraftSql();
void bindDraft(Statement &statement, const Draft &draft, Instant savedAt);
