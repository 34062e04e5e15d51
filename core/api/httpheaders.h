#pragma once

#include "core/api/transport.h"

class QNetworkReply;

/// Header values of RFC 9110. Pure.

/// An HTTP date ("Mon, 23 Nov 2026 09:30:00 GMT"); empty where it is none.
[[nodiscard]] std::optional<Instant> readHttpDate(const QByteArray &value);
/// Seconds or an HTTP date, which counts from `date`; at least 0, at most one hour. Empty where it is neither.
[[nodiscard]] std::optional<Milliseconds> readRetryAfter(const QByteArray &value, const std::optional<Instant> &date);
/// Lower case, without parameters.
[[nodiscard]] QByteArray mediaType(const QByteArray &value);

/// Status and headers of a reply: what can be read before its body.
[[nodiscard]] Response readHead(const QNetworkReply &reply);
/// Whether the reply ended as HTTP should: everything that was announced came, and from where it was asked for.
[[nodiscard]] bool isWhole(const QNetworkReply &reply);
/// What failed, for the log: no address, no token, no body, nothing that the other side wrote.
[[nodiscard]] QString describe(const QNetworkReply &reply);
