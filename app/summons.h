#pragma once

#include "core/domain/id.h"

#include <QByteArray>

/// What one start of the program asks of the one that is running already on the same data folder: to show itself, or an
/// invitation besides. It can ask nothing else.
struct Summons
{
    std::optional<InvitationId> invitation; ///< Only selected

    friend bool operator==(const Summons &, const Summons &) = default;
};

/// The longest message that is looked at, its line end included.
inline constexpr qsizetype longestSummons = 128;

/// The message on the channel: "show" or "show invitation ID", one line.
[[nodiscard]] QByteArray writeSummons(const Summons &summons);
/// Empty where `line`, with its line end, is anything else than one of the two.
[[nodiscard]] std::optional<Summons> readSummons(const QByteArray &line);

/// The invitation that an address of the form atlas:invitation/ID names; empty for everything else.
[[nodiscard]] std::optional<InvitationId> readInvitationLink(const QString &text);
