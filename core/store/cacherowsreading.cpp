#include "core/store/cacherows.h"
#include "core/store/columns.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray parsed(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).array();
}

std::vector<Note> readNotes(const QString &json)
{
    std::vector<Note> notes;
    for (const QJsonValue &value : parsed(json)) {
        const QJsonArray note = value.toArray();
        notes.push_back(
            {note.at(0).toString(), instantFromMs(note.at(1).toString().toLongLong()), note.at(2).toString()});
    }
    return notes;
}

tl::unexpected<Error> damaged(const char *table)
{
    return failure(ErrorKind::Damaged, u"A row of %1 is not what was written"_s.arg(QLatin1StringView(table)));
}

} // namespace

QStringList readList(const QString &json)
{
    QStringList list;
    for (const QJsonValue &value : parsed(json))
        list += value.toString();
    return list;
}

std::vector<Accountant> readAccountants(const QString &json)
{
    std::vector<Accountant> accountants;
    for (const QJsonValue &value : parsed(json)) {
        const QJsonArray accountant = value.toArray();
        if (const std::optional<MemberId> id = MemberId::parse(accountant.at(0).toString()))
            accountants.push_back({*id, accountantRole(accountant.at(1).toString())});
    }
    return accountants;
}

Result<Branch> readBranch(const Statement &statement)
{
    Columns c(statement);
    const auto id = c.id<BranchId>();
    if (!c.sound())
        return damaged("branch");
    return Branch{*id, c.version(), c.text(), c.text(), c.text(), c.text(), branchState(c.text()), readList(c.text())};
}

Result<Reason> readReason(const Statement &statement)
{
    Columns c(statement);
    const auto id = c.id<ReasonId>();
    if (!c.sound())
        return damaged("reason");
    return Reason{*id, c.version(), reasonUse(c.text()), c.text(), c.text(), int(c.number()), c.flag()};
}

Result<Member> readMember(const Statement &statement)
{
    Columns c(statement);
    const auto id = c.id<MemberId>();
    if (!c.sound())
        return damaged("member");
    Member member{*id, c.version(), c.text(), c.text(), {}};
    for (const QString &text : readList(c.text())) {
        if (const auto branch = BranchId::parse(text))
            member.branchIds.push_back(*branch);
    }
    return member;
}

Result<Invitation> readInvitation(const Statement &statement)
{
    Columns c(statement);
    const auto id = c.id<InvitationId>();
    const Version version = c.version();
    const QString revision = c.text();
    const auto branchId = c.id<BranchId>();
    if (!c.sound())
        return damaged("invitation");
    // Braces evaluate from left to right: the columns in their order.
    const Invitation invitation{*id,
                                version,
                                revision,
                                *branchId,
                                invitationOrigin(c.text()),
                                invitationStatus(c.text()),
                                c.text(),
                                c.text(),
                                c.text(),
                                c.text(),
                                c.text(),
                                c.text(),
                                c.instant(),
                                c.optionalInstant(),
                                c.optionalInstant(),
                                c.optionalId<MemberId>(),
                                c.text(),
                                c.text(),
                                c.optionalId<ReasonId>(),
                                c.text(),
                                c.text(),
                                c.optionalId<InvitationId>(),
                                c.optionalId<ClientId>()};
    if (!c.sound())
        return damaged("invitation");
    return invitation;
}

Result<Client> readClient(const Statement &statement)
{
    Columns c(statement);
    const auto id = c.id<ClientId>();
    const Version version = c.version();
    const auto branchId = c.id<BranchId>();
    if (!c.sound())
        return damaged("client");
    const Client client{*id,
                        version,
                        *branchId,
                        c.text(),
                        c.text(),
                        c.text(),
                        billing(c.text()),
                        clientState(c.text()),
                        c.instant(),
                        c.optionalInstant(),
                        c.text(),
                        c.text(),
                        c.optionalId<InvitationId>(),
                        readAccountants(c.text()),
                        readList(c.text()),
                        readNotes(c.text())};
    if (!c.sound())
        return damaged("client");
    return client;
}
