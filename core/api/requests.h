#pragma once

#include "core/api/transport.h"
#include "core/domain/id.h"
#include "core/domain/operationid.h"

/// The contract's requests. Pure.
[[nodiscard]] Request sessionRequest();
/// `since` empty: from the beginning. `limit`: most changes in the page, 1 to 2000.
[[nodiscard]] Request changesRequest(const QString &since, int limit);
[[nodiscard]] Request clientPaysLinkRequest(const BranchId &branch);
[[nodiscard]] Request operationRequest(const OperationId &id, const QByteArray &body);
