#include "app/summons.h"

namespace {

constexpr QByteArrayView showYourself = "show";
constexpr QByteArrayView showInvitation = "show invitation ";

} // namespace

QByteArray writeSummons(const Summons &summons)
{
    if (!summons.invitation)
        return showYourself.toByteArray() + '\n';
    return showInvitation.toByteArray() + summons.invitation->text().toLatin1() + '\n';
}

std::optional<Summons> readSummons(const QByteArray &line)
{
    if (line.size() > longestSummons || !line.endsWith('\n'))
        return std::nullopt;
    const QByteArray message = line.chopped(1);
    if (message == showYourself)
        return Summons{};
    if (!message.startsWith(showInvitation))
        return std::nullopt;
    // Latin-1 keeps every byte what it is: what is no id by the contract is none afterwards, either.
    const auto id = InvitationId::parse(QString::fromLatin1(message.mid(showInvitation.size())));
    return id ? std::optional(Summons{id}) : std::nullopt;
}

std::optional<InvitationId> readInvitationLink(const QString &text)
{
    const QLatin1StringView scheme("atlas:invitation/");
    return text.startsWith(scheme) ? InvitationId::parse(text.mid(scheme.size())) : std::nullopt;
}
