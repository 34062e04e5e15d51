#pragma once

#include "core/domain/feed.h"

#include <QJsonValue>

/// One element of a feed's `changes` (components/schemas/Change). Empty for a kind we don't know; Unreadable, with its
/// JSON, where it is not what the contract says.
[[nodiscard]] std::optional<Change> changeFromJson(const QJsonValue &value);
/// As above, for a whole array.
[[nodiscard]] std::vector<Change> changesFromJson(const QJsonArray &values);
