#pragma once

#include "core/domain/operation.h"

#include <QByteArray>

/// The contract's word for a decision: the desk's `type`.
[[nodiscard]] QString decisionType(const Decision &decision);

/// A decision on a client or a branch, as its body says it (components/schemas/Operation of the contract): these bytes are
/// what is sent, so they are what was decided. Empty where it is none, or not whole.
[[nodiscard]] std::optional<Decision> readBodyDecision(const QByteArray &body);
