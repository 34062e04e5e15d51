#include "core/store/listrows.h"

#include "core/domain/responseclock.h"
#include "core/store/cacherows.h"
#include "core/store/columns.h"
#include "core/store/sql.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

QString rowSql(ListKind kind)
{
    switch (kind) {
    case ListKind::Invitations:
        return u"SELECT id, branch_id, company_name, owner_name, owner_email, sent_at, has_message\nFROM invitation\n"
               "WHERE rid = :rid\nORDER BY rid"_s;
    case ListKind::Clients:
        return u"SELECT id, branch_id, company_name, owner_name, owner_email, billing, state, connected_at, "
               u"accountants, "
               "account_url\nFROM client\nWHERE rid = :rid\nORDER BY rid"_s;
    case ListKind::Activity:
        return u"SELECT a.id, a.branch_id, a.at, a.actor_name, a.action, "
               "COALESCE(c.company_name, i.company_name, ''), a.detail\nFROM activity AS a\n"
               "LEFT JOIN client AS c ON c.id = a.client_id\nLEFT JOIN invitation AS i ON i.id = a.invitation_id\n"
               "WHERE a.rid = :rid\nORDER BY a.rid"_s;
    case ListKind::History:
    case ListKind::Finder:
        return u"SELECT i.id, i.branch_id, i.company_name, i.owner_name, i.owner_email, i.status, i.sent_at, "
               u"i.happened_at, "
               "i.decided_by_name, COALESCE(r.label, ''), o.id IS NOT NULL\nFROM invitation AS i\n"
               "LEFT JOIN reason AS r ON r.id = i.reason_id\nLEFT JOIN temp.overlay AS o ON o.id = i.id\n"
               "WHERE i.rid = :rid\nORDER BY i.rid"_s;
    }
    return {};
}

tl::unexpected<Error> damaged()
{
    return failure(ErrorKind::Damaged, u"A row of a list is not what was written"_s);
}

} // namespace

Result<BranchNames> readBranchNames(Database &database)
{
    BranchNames names;
    const Result<void> read = forEachRow(database, u"SELECT id, name\nFROM branch\nORDER BY rid"_s, noBinds,
                                         [&](const Statement &statement) -> Result<void> {
                                             if (const auto id = BranchId::parse(statement.text(0)))
                                                 names.insert(*id, statement.text(1));
                                             return {};
                                         });
    if (!read)
        return failure(read.error());
    return names;
}

ListRows::ListRows(Database &database, ListKind kind, const BranchNames &branchNames, const ConnectingRows &connecting,
                   const ListContext &context)
    : m_database(database)
    , m_kind(kind)
    , m_branchNames(branchNames)
    , m_connecting(connecting)
    , m_context(context)
{}

Result<Row> ListRows::row(qint64 rowid)
{
    if (const Operation *operation = m_connecting.find(rowid))
        return Row(connectingRow(*operation));
    Result<Statement> statement = m_database.prepare(rowSql(m_kind));
    if (!statement)
        return failure(statement.error());
    const Result<bool> found = statement->bind(u":rid"_s, rowid).next();
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(ErrorKind::NotFound, u"The row is gone"_s);
    return read(*statement);
}

Result<Row> ListRows::read(const Statement &statement) const
{
    switch (m_kind) {
    case ListKind::Invitations:
        return readInvitationRow(statement);
    case ListKind::Clients:
        return readClientRow(statement);
    case ListKind::Activity:
        return readActivityRow(statement);
    case ListKind::History:
    case ListKind::Finder:
        return readHistoryRow(statement);
    }
    return damaged();
}

Result<Row> ListRows::readInvitationRow(const Statement &statement) const
{
    Columns c(statement);
    const auto id = c.id<InvitationId>();
    const auto branch = c.id<BranchId>();
    if (!c.sound())
        return damaged();
    InvitationRow row{*id, *branch, m_branchNames.value(*branch), c.text(), c.text(), c.text(), c.instant(),
                      {},  c.flag()};
    row.dueAt = dueAt(row.sentAt, m_context.respondWithinHours);
    row.hasNote = m_context.noted && m_context.noted->contains(row.id);
    return Row(row);
}

Result<Row> ListRows::readClientRow(const Statement &statement) const
{
    Columns c(statement);
    const auto id = c.id<ClientId>();
    const auto branch = c.id<BranchId>();
    if (!c.sound())
        return damaged();
    ClientRow row{*id,
                  std::nullopt,
                  *branch,
                  m_branchNames.value(*branch),
                  c.text(),
                  c.text(),
                  c.text(),
                  billing(c.text()),
                  clientState(c.text()),
                  c.instant(),
                  false,
                  {}};
    const std::vector<Accountant> accountants = readAccountants(c.text());
    row.assignedToMe = m_context.me && std::any_of(accountants.begin(), accountants.end(),
                                                   [&](const Accountant &a) { return a.memberId == *m_context.me; });
    row.accountUrl = c.text();
    return Row(row);
}

Result<Row> ListRows::readActivityRow(const Statement &statement) const
{
    Columns c(statement);
    const auto id = c.id<ActivityId>();
    const auto branch = c.id<BranchId>();
    if (!c.sound())
        return damaged();
    return Row(ActivityRow{*id, *branch, m_branchNames.value(*branch), c.instant(), c.text(), activityAction(c.text()),
                           c.text(), c.text()});
}

Result<Row> ListRows::readHistoryRow(const Statement &statement) const
{
    Columns c(statement);
    const auto id = c.id<InvitationId>();
    const auto branch = c.id<BranchId>();
    if (!c.sound())
        return damaged();
    HistoryRow row{*id,
                   *branch,
                   m_branchNames.value(*branch),
                   c.text(),
                   c.text(),
                   c.text(),
                   invitationStatus(c.text()),
                   c.instant(),
                   c.instant(),
                   c.text(),
                   c.text()};
    const bool overlaid = c.flag();
    if (const auto decided = m_context.decided.find(*id); decided != m_context.decided.end())
        row.local = decided->second;
    else if (overlaid && row.status == InvitationStatus::Pending)
        row.local = LocalDecision{LocalDecision::Stage::Confirmed, false};
    return Row(row);
}

ClientRow ListRows::connectingRow(const Operation &operation) const
{
    ClientRow row = m_connecting.row(operation);
    row.branchName = m_branchNames.value(row.branchId, row.branchName);
    return row;
}
