#pragma once

#include "core/domain/feed.h"
#include "core/domain/result.h"

/// What must hold of objects however they were spelled on the wire. Sentences, as in properties.h.

/// An object that the reader gave: sound texts, ids and sizes.
[[nodiscard]] QString changeFault(const Change &change);
[[nodiscard]] QString changesFault(const std::vector<Change> &changes);
/// A refusal: of its kind, and with words of ours only, never the other side's.
[[nodiscard]] QString refusalFault(const Error &error);
/// A text that goes on to the database and the window.
[[nodiscard]] QString textFault(const QString &text);
