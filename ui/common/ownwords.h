#pragma once

#include "core/domain/operation.h"

#include <QStringList>

/// What the accountant had written with a decision, each for itself: own words for the reason, and the message, of a
/// rejection or a disconnection; a note.
[[nodiscard]] QStringList writtenWords(const Operation &operation);
/// All of it; empty where nothing was.
[[nodiscard]] QString ownWords(const Operation &operation);

/// Whether the service refused something that the accountant wrote or chose with a rejection; else, where it refused,
/// it refused the decision itself.
[[nodiscard]] bool wordsWereRefused(const Operation &operation);
