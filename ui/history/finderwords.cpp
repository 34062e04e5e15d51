#include "ui/history/finderwords.h"

#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"

#include <QLocale>

namespace {

template <class Wanted>
QStringList namesOf(const Overview &overview, Wanted wanted)
{
    QStringList names;
    for (const Branch &branch : overview.branches) {
        if (wanted(branch))
            names << inSentence(branchLine(branch.name));
    }
    return names;
}

bool isSearched(const Branch &branch)
{
    return allows(branch, Permission::ViewClients);
}

} // namespace

QString FinderWords::verdict(const QString &search, qsizetype found)
{
    if (found == 0)
        return tr("Nothing found for “%1”").arg(oneLine(search.trimmed(), 120));
    return found == 1 ? tr("Found 1 invitation") : tr("Found %1 invitations").arg(QLocale().toString(qlonglong(found)));
}

QString FinderWords::searched(const Overview &overview, Instant now)
{
    const QStringList names = namesOf(overview, isSearched);
    const QString where = names.isEmpty()
                              ? tr("Searched: every invitation that is on this computer, in every state: "
                                   "pending, accepted, rejected, withdrawn, expired and replaced.")
                              : tr("Searched: invitations on %1, in every state: pending, accepted, rejected, "
                                   "withdrawn, expired and replaced.")
                                    .arg(QLocale().createSeparatedList(names));
    if (overview.status.firstSync)
        return where + u' ' + tr("The first synchronisation goes on: not everything is here yet.");
    if (!overview.status.lastSyncAt)
        return where;
    const QString moment = Phrases::moment(*overview.status.lastSyncAt, now);
    const bool current = overview.status.connection == Connection::Online;
    return where + u' ' +
           (current ? tr("As of %1.").arg(moment) : tr("As of %1: what came after that is not here yet.").arg(moment));
}

QString FinderWords::notSearched(const Overview &overview)
{
    const QStringList names = namesOf(overview, [](const Branch &branch) { return !isSearched(branch); });
    return names.isEmpty() ? QString()
                           : tr("Not searched, because you may not see its invitations: %1.")
                                 .arg(QLocale().createSeparatedList(names));
}

QString FinderWords::notOn(const Overview &overview, const std::set<QString> &found)
{
    const QStringList names = namesOf(
        overview, [&](const Branch &branch) { return isSearched(branch) && !found.contains(branch.id.text()); });
    return names.isEmpty() || found.empty() ? QString()
                                            : tr("Nothing on %1.").arg(QLocale().createSeparatedList(names));
}
