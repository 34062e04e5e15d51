#pragma once

#include "core/domain/overview.h"
#include "core/domain/result.h"

#include <vector>

/// A damaged desk makes room for what was salvaged of it. In steps, after each of which a kill or a power cut may come: what
/// was there, or what was salvaged of it, is whole then, and the next opening goes on.
///
///   desk.db-salvaging     the rows are being read into it: worth nothing, and begun anew
///   desk.db-salvaged-<n>  it is whole: desk.db is set aside as desk.db.damaged-<n>, then this takes its place
///
/// The number stands in the name, so that the log goes where its database went, whichever of them was renamed first.

[[nodiscard]] Result<void> replaceDesk(const QString &path, const Error &damage, std::vector<StoreTrouble> &trouble);

/// Goes on where a run was cut off, and tells what that could not tell any more. Nothing to do is no error.
[[nodiscard]] Result<void> finishReplacing(const QString &path, std::vector<StoreTrouble> &trouble);

/// What was salvaged has not taken its place yet.
[[nodiscard]] bool isBeingReplaced(const QString &path);
