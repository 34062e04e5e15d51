#pragma once

#include "core/domain/account.h"
#include "core/domain/feed.h"
#include "core/domain/operation.h"
#include "core/domain/result.h"

/// JSON <-> domain. Pure; any thread. Unknown members are ignored, unknown words kept; lone surrogates become U+FFFD.
/// Errors are ErrorKind::Unreadable and name the member at fault, never its text.

/// `ownHost` stands in for `linkHosts` where the service gave none.
[[nodiscard]] Result<SessionFacts> readSession(const QByteArray &json, const QString &ownHost);

/// An unreadable envelope is an error; an unreadable object in it is an Unreadable among the changes.
[[nodiscard]] Result<ChangePage> readChangePage(const QByteArray &json);

/// Lenient: with a 2xx, what counts is that it was done. `changes` that can't be read are Unreadable.
[[nodiscard]] Result<Outcome> readOutcome(const QByteArray &json);

[[nodiscard]] Result<Problem> readProblem(const QByteArray &json);

[[nodiscard]] Result<ClientPaysLink> readClientPaysLink(const QByteArray &json);

/// The same object as it stood in the feed, read again after an update of the program; `raw` is Unreadable::raw.
[[nodiscard]] Change readChange(const QByteArray &raw);

/// The body of an operation, as every attempt of it sends it.
[[nodiscard]] QByteArray writeOperation(const Decision &decision, Instant decidedAt);

/// RFC 3339, any offset, with or without a fraction (kept to the millisecond).
[[nodiscard]] std::optional<Instant> readTime(const QString &text);
[[nodiscard]] QString writeTime(Instant instant);
