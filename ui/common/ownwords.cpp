#include "ui/common/ownwords.h"

QStringList writtenWords(const Operation &operation)
{
    QStringList words;
    if (const auto *rejection = std::get_if<RejectInvitation>(&operation.decision))
        words = {rejection->reasonText, rejection->message};
    else if (const auto *disconnection = std::get_if<DisconnectClient>(&operation.decision))
        words = {disconnection->reasonText, disconnection->message};
    else if (const auto *note = std::get_if<AddClientNote>(&operation.decision))
        words = {note->text};
    words.removeAll(QString());
    return words;
}

QString ownWords(const Operation &operation)
{
    return writtenWords(operation).join(QStringLiteral("\n\n"));
}

bool wordsWereRefused(const Operation &operation)
{
    // Without a field there is nothing to edit, and nothing is written with an acceptance.
    return operation.end.kind == EndKind::Refused && !operation.end.field.isEmpty() &&
           std::holds_alternative<RejectInvitation>(operation.decision);
}
