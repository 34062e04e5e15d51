#include "ui/evidence/evidencewords.h"

#include "ui/common/liststate.h"
#include "ui/common/phrases.h"
#include "ui/common/plaintext.h"

#include <QDateTime>
#include <QLocale>

namespace {

QString number(qint64 count)
{
    return QLocale().toString(count);
}

QString day(const QDate &date)
{
    return QLocale().toString(date, QLocale::ShortFormat);
}

/// What systems take in a file's name: no separators, wildcards, quotes, and nothing that can't be seen.
QString forFileName(const QString &text)
{
    static const QString refused = QStringLiteral("/\\:*?\"<>|%");
    QString name;
    for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
        const bool bad = refused.contains(c) || !c.isPrint() || c.category() == QChar::Other_Format;
        if (!bad)
            name += c;
    }
    name = name.simplified().left(60);
    while (!name.isEmpty() && (name.back() == u'.' || name.back() == u' ' || name.back().isHighSurrogate()))
        name.chop(1);
    return name;
}

} // namespace

QString EvidenceWords::period(const EvidenceWish &wish)
{
    if (!wish.first || !wish.last)
        return tr("all time");
    return *wish.first == *wish.last ? day(*wish.first)
                                     : tr("%1 to %2", "two days").arg(day(*wish.first), day(*wish.last));
}

EvidenceHead EvidenceWords::head(const EvidenceWish &wish, const Overview &overview, Instant now)
{
    EvidenceHead head;
    head.title = wish.kind == RecordKind::Activity ? tr("Activity") : tr("Client Invitations");
    const QString branch = branchName(overview, wish.branch);
    const QString where = wish.branch ? branch : tr("All branches");
    const QString practice = overview.account ? oneLine(overview.account->practiceName, 200) : QString();
    head.facts << (practice.isEmpty() ? where : tr("%1 · %2", "practice, branch").arg(practice, where));
    head.facts << tr("Period: %1").arg(period(wish));
    const QString moment = QLocale().toString(QDateTime::fromMSecsSinceEpoch(msSinceEpoch(now)), QLocale::ShortFormat);
    const QString zone = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(now)).timeZoneAbbreviation();
    const QString user = overview.account ? oneLine(overview.account->userName, 200) : QString();
    head.facts << (isBlank(user) ? tr("Written %1 (%2)", "moment, time zone").arg(moment, zone)
                                 : tr("Written %1 (%2) for %3", "moment, time zone, user").arg(moment, zone, user));
    if (const QString standing = asOf(overview.status, now); !standing.isEmpty())
        head.facts << standing;
    return head;
}

QString EvidenceWords::fileName(const EvidenceWish &wish, const Overview &overview)
{
    QStringList parts{forFileName(wish.kind == RecordKind::Activity ? tr("Activity") : tr("Invitations"))};
    QString branch = forFileName(wish.branch ? branchName(overview, wish.branch) : tr("all branches"));
    if (!branch.isEmpty())
        parts << branch;
    if (wish.first && wish.last)
        parts << forFileName(
            tr("%1 to %2", "two days").arg(wish.first->toString(Qt::ISODate), wish.last->toString(Qt::ISODate)));
    const QString ending = wish.format == EvidenceFormat::Csv ? QStringLiteral(".csv") : QStringLiteral(".pdf");
    return parts.join(u' ') + ending;
}

QString EvidenceWords::asOf(const SyncStatus &status, Instant now)
{
    if (status.firstSync)
        return tr("Not whole yet: Atlas is still getting the data for the first time.");
    const bool current = status.connection == Connection::Online || status.connection == Connection::Synchronising;
    if (current)
        return {};
    return status.lastSyncAt ? tr("As of %1: there is no connection now.").arg(Phrases::moment(*status.lastSyncAt, now))
                             : tr("As it was last read: there is no connection now.");
}

QString EvidenceWords::saved(RecordKind kind, qint64 count)
{
    return kind == RecordKind::Activity ? tr("Saved. Lines of activity in it: %1.").arg(number(count))
                                        : tr("Saved. Invitations in it: %1.").arg(number(count));
}

QString EvidenceWords::printed(RecordKind kind, qint64 count)
{
    return kind == RecordKind::Activity ? tr("Given to the printer. Lines of activity on it: %1.").arg(number(count))
                                        : tr("Given to the printer. Invitations on it: %1.").arg(number(count));
}

QString EvidenceWords::nothing(const EvidenceWish &wish, const Overview &overview)
{
    const QString branch = branchName(overview, wish.branch);
    const QString where = branch.isEmpty() ? tr("all branches") : inSentence(branch);
    return tr("There is nothing to write: nothing on %1 falls into this period (%2).").arg(where, period(wish));
}

QString EvidenceWords::progress(qint64 done, qint64 total)
{
    return total == 0 ? tr("Looking for what belongs to it") : tr("%1 of %2 written").arg(number(done), number(total));
}

QString EvidenceWords::notSaved(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::DiskFull:
        return tr("Not saved: there is no room left on the disk. A file that was there before is as it was. Make some "
                  "room or choose another folder, then save again.");
    case ErrorKind::InvalidInput:
        return tr("Not saved: nothing can be written in this folder, or the file is open in another program. A file that "
                  "was there before is as it was. Choose another folder or name.");
    case ErrorKind::SignedOut:
    case ErrorKind::NotFound:
        return tr("Not saved: the account was closed meanwhile. A file that was there before is as it was. Sign in, then "
                  "save again.");
    case ErrorKind::Busy:
    case ErrorKind::Damaged:
    case ErrorKind::NewerSchema:
        return tr("Not saved: what Atlas keeps on this computer could not be read. A file that was there before is as it "
                  "was. Try again.");
    case ErrorKind::Disk:
    case ErrorKind::Unreadable:
    case ErrorKind::Conflict:
    case ErrorKind::Forbidden:
    case ErrorKind::Network:
    case ErrorKind::Untrusted:
    case ErrorKind::ServiceFault:
    case ErrorKind::TooOld:
    case ErrorKind::Internal:
        break;
    }
    return tr("Not saved: the disk did not take it. A file that was there before is as it was. Try again, or choose "
              "another folder.");
}

QString EvidenceWords::notPrinted(const Error &error)
{
    const bool closed = error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::NotFound;
    return closed ? tr("Not printed: the account was closed meanwhile. Sign in, then print again.")
                  : tr("Not printed to the end: the printer or the disk did not take it. Look at the printer, then print "
                       "again, or save it as a PDF.");
}
