#include "ui/evidence/recordcells.h"

#include "ui/activity/activitywords.h"
#include "ui/common/plaintext.h"
#include "ui/invitations/invitationwords.h"
#include "ui/invitations/outcomewords.h"

#include <QDateTime>
#include <QLocale>

namespace {

/// As every spreadsheet reads it, whatever its language.
QString sheetMoment(const std::optional<Instant> &at)
{
    if (!at)
        return {};
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*at)).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString sheetMomentUtc(const std::optional<Instant> &at)
{
    return at ? QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*at), Qt::UTC).toString(Qt::ISODate) : QString();
}

QString pageMoment(Instant at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(msSinceEpoch(at)), QLocale::ShortFormat);
}

OutcomeWords::Facts factsOf(const InvitationRecord &record)
{
    const Invitation &invitation = record.invitation;
    return {invitation.status, record.local, invitation.decidedByName, record.reasonLabel};
}

/// Of those the lines that say something.
QString lines(const QStringList &all)
{
    QStringList said;
    for (const QString &line : all) {
        if (!isBlank(line))
            said << line;
    }
    return said.join(u'\n');
}

QStringList sheetCellsOf(const InvitationRecord &record)
{
    const Invitation &invitation = record.invitation;
    return {record.branchName,
            invitation.companyName,
            invitation.ownerName,
            invitation.ownerEmail,
            invitation.country,
            invitation.registrationNumber,
            InvitationWords::cameBy(invitation.origin),
            OutcomeWords::state(factsOf(record)),
            sheetMoment(invitation.sentAt),
            sheetMomentUtc(invitation.sentAt),
            sheetMoment(invitation.decidedAt),
            sheetMomentUtc(invitation.decidedAt),
            invitation.decidedByName,
            record.reasonLabel,
            invitation.reasonText,
            invitation.replyMessage,
            invitation.message,
            invitation.id.text()};
}

QStringList sheetCellsOf(const ActivityRow &row)
{
    return {row.branchName,   sheetMoment(row.at), sheetMomentUtc(row.at), row.actorName, row.action.text,
            row.companyName, row.detail,          row.id.text()};
}

} // namespace

QStringList RecordCells::sheetHeads(RecordKind kind)
{
    if (kind == RecordKind::Activity)
        return {tr("Branch"), tr("When (local time)"), tr("When (UTC)"), tr("Who"),
                tr("What"),   tr("Company"),           tr("Details"),    tr("Id")};
    return {tr("Branch"),
            tr("Company"),
            tr("Owner"),
            tr("E-mail"),
            tr("Country"),
            tr("Registration number"),
            tr("Came by"),
            tr("State"),
            tr("Sent (local time)"),
            tr("Sent (UTC)"),
            tr("Decided (local time)"),
            tr("Decided (UTC)"),
            tr("Decided by"),
            tr("Reason"),
            tr("Reason in own words"),
            tr("Message to the client"),
            tr("Message of the client"),
            tr("Id")};
}

QStringList RecordCells::sheetCells(const Record &record)
{
    return std::visit([](const auto &row) { return sheetCellsOf(row); }, record);
}

QStringList RecordCells::pageHeads(RecordKind kind, bool namesBranch)
{
    QStringList heads = kind == RecordKind::Activity
                            ? QStringList{tr("When"), tr("What happened"), tr("Details")}
                            : QStringList{tr("Sent"), tr("Company"), tr("Owner"), tr("What became of it"),
                                          tr("What the client was told")};
    if (namesBranch)
        heads.insert(1, tr("Branch"));
    return heads;
}

std::vector<int> RecordCells::pageShares(RecordKind kind, bool namesBranch)
{
    std::vector<int> shares = kind == RecordKind::Activity ? std::vector{13, 45, 30} : std::vector{13, 21, 24, 21, 30};
    if (namesBranch)
        shares.insert(shares.begin() + 1, 12);
    return shares;
}

QStringList RecordCells::pageCells(const Record &record, bool namesBranch)
{
    return std::visit([namesBranch](const auto &row) { return pageCellsOf(row, namesBranch); }, record);
}

QStringList RecordCells::pageCellsOf(const InvitationRecord &record, bool namesBranch)
{
    const Invitation &invitation = record.invitation;
    const QString decided = invitation.decidedAt ? pageMoment(*invitation.decidedAt) : QString();
    const QString registration =
        isBlank(invitation.registrationNumber) ? QString() : oneLine(invitation.registrationNumber);
    QStringList cells{lines({pageMoment(invitation.sentAt), InvitationWords::cameBy(invitation.origin)}),
                      lines({companyLine(invitation.companyName), registration}),
                      lines({ownerLine(invitation.ownerName), oneLine(invitation.ownerEmail, 320)}),
                      lines({OutcomeWords::outcome(factsOf(record)), decided}), told(record)};
    if (namesBranch)
        cells.insert(1, knownBranchLine(record.branchName));
    return cells;
}

QString RecordCells::told(const InvitationRecord &record)
{
    return lines({manyLines(record.invitation.reasonText), manyLines(record.invitation.replyMessage)});
}

QStringList RecordCells::pageCellsOf(const ActivityRow &row, bool namesBranch)
{
    QStringList cells{pageMoment(row.at), ActivityWords::sentence(row), manyLines(row.detail)};
    if (namesBranch)
        cells.insert(1, knownBranchLine(row.branchName));
    return cells;
}
