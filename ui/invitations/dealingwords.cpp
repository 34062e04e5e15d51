#include "ui/invitations/dealingwords.h"

#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"
#include "ui/invitations/outcomewords.h"

#include <QLocale>

namespace {

QString ofClient(const Dealing &client)
{
    switch (client.clientState.known) {
    case ClientState::Active:
        return isBlank(client.byName) ? DealingWords::tr("Is a client")
                                      : DealingWords::tr("Is a client, accepted by %1").arg(inSentence(client.byName));
    case ClientState::Disconnected:
        return DealingWords::tr("Was a client, disconnected");
    case ClientState::Unknown:
        return DealingWords::tr("Client: “%1”").arg(oneLine(client.clientState.text, 64));
    }
    return {};
}

} // namespace

QString DealingWords::standing(const Dealing &dealing)
{
    QStringList parts{dealing.clientId
                          ? ofClient(dealing)
                          : OutcomeWords::outcome({dealing.status, dealing.local, dealing.byName, dealing.reasonLabel}),
                      Phrases::day(dealing.at)};
    if (!isBlank(dealing.branchName))
        parts << inSentence(dealing.branchName);
    return parts.join(QStringLiteral(" · "));
}

QString DealingWords::alike(const Dealing &dealing)
{
    QStringList parts;
    if (dealing.sameEmail)
        parts << tr("same e-mail address");
    if (dealing.sameRegistration)
        parts << tr("same registration number");
    if (dealing.similarName)
        parts << tr("near-equal company name");
    return parts.join(QStringLiteral(" · "));
}

QString DealingWords::line(const std::optional<Dealings> &dealings)
{
    if (!dealings)
        return tr("could not be read");
    if (dealings->newest.empty())
        return tr("none");
    const Dealing &newest = dealings->newest.front();
    const QString first = tr("%1: %2 (%3)", "company, what became of it, what is alike")
                              .arg(inSentence(companyLine(newest.companyName)), standing(newest), alike(newest));
    const size_t others = dealings->newest.size() - 1;
    if (dealings->more)
        return tr("%1 · and more").arg(first);
    return others == 0 ? first : tr("%1 · and %2 more").arg(first, QLocale().toString(qulonglong(others)));
}
