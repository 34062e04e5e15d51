#include "ui/common/ownwords.h"

QString ownWords(const Operation &operation)
{
    const auto *rejection = std::get_if<RejectInvitation>(&operation.decision);
    if (!rejection)
        return {};
    if (rejection->reasonText.isEmpty() || rejection->message.isEmpty())
        return rejection->reasonText + rejection->message;
    return rejection->reasonText + QStringLiteral("\n\n") + rejection->message;
}

bool wordsWereRefused(const Operation &operation)
{
    // Without a field there is nothing to edit, and nothing is written with an acceptance.
    return operation.end.kind == EndKind::Refused && !operation.end.field.isEmpty() &&
           std::holds_alternative<RejectInvitation>(operation.decision);
}
