#pragma once

#include "core/domain/id.h"

#include <optional>

/// The name of a reply template, made here: no service knows it.
using ReplyTemplateId = Id<struct ReplyTemplateTag>;

/// A message to a client that somebody wrote to use again, with merge fields such as {company} in it.
struct ReplyTemplate
{
    std::optional<ReplyTemplateId> id; ///< Empty: not kept yet
    std::optional<ReasonId> reasonId;  ///< Empty: for any reason
    QString language;                  ///< As BCP 47 writes it ("de", "pt-BR"); empty: for any
    QString name;
    QString text;

    friend bool operator==(const ReplyTemplate &, const ReplyTemplate &) = default;
};

/// In Unicode code points. Templates are as long as the contract's longest message to a client.
namespace Most {
inline constexpr int templateName = 80;
inline constexpr int templateText = 4'000;
inline constexpr int note = 4'000;
} // namespace Most
