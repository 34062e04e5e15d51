#include "core/store/cacheprivate.h"
#include "core/store/columns.h"
#include "core/store/dealingkeys.h"
#include "core/store/listrows.h"
#include "core/store/sql.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

// Each key is one seek in one index, for at most a few rows: however many there are, a selection stays quick.
namespace {

/// What is alike, of a row.
struct Alike
{
    bool email = false;
    bool registration = false;
    bool company = false;
};

struct Found
{
    std::map<qint64, Alike> invitations;
    std::map<qint64, Alike> clients;
    bool more = false;
};

/// One key of one table: the column that has it, and what it says of a row.
struct Key
{
    QString table;
    QString column;
    QString time;
    QString value;
    bool Alike::*says;
};

std::vector<Key> keysOf(const Invitation &invitation)
{
    const QString email = emailKey(invitation.ownerEmail);
    const QString company = companyKey(invitation.companyName);
    return {{u"invitation"_s, u"email_key"_s, u"happened_at"_s, email, &Alike::email},
            {u"invitation"_s, u"registration_key"_s, u"happened_at"_s, registrationKey(invitation.registrationNumber),
             &Alike::registration},
            {u"invitation"_s, u"company_key"_s, u"happened_at"_s, company, &Alike::company},
            {u"client"_s, u"email_key"_s, u"connected_at"_s, email, &Alike::email},
            {u"client"_s, u"company_key"_s, u"connected_at"_s, company, &Alike::company}};
}

Result<void> look(Database &database, const Key &key, const Invitation &invitation, Found &found)
{
    if (key.value.isEmpty())
        return {};
    const bool clients = key.table == u"client"_s;
    // The condition once more, so that SQLite sees that the index has it.
    const QString own = clients ? u"t.invitation_id IS NOT :id"_s : u"t.id <> :id"_s;
    const auto rowids = selectNumbers(
        database,
        u"SELECT t.rid\nFROM %1 AS t INDEXED BY %5\nWHERE t.%2 = :key AND t.%2 <> '' AND %3\nORDER BY t.%4 DESC, t.rid "
        u"DESC\n"
        "LIMIT :most"_s.arg(key.table, key.column, own, key.time, key.table + u'_' + key.column.chopped(4)),
        [&](Statement &statement) {
            statement.bind(u":key"_s, key.value)
                .bind(u":id"_s, invitation.id)
                .bind(u":most"_s, qint64(Dealings::most) + 1);
        });
    if (!rowids)
        return failure(rowids.error());
    found.more = found.more || rowids->size() > size_t(Dealings::most);
    for (const qint64 rowid : *rowids)
        (clients ? found.clients : found.invitations)[rowid].*key.says = true;
    return {};
}

/// A row as it is read, with what tells that an acceptance and a client are one.
struct Read
{
    Dealing dealing;
    std::optional<ClientId> madeClient;
    std::optional<InvitationId> madeBy;
};

void note(Dealing &dealing, const Alike &alike)
{
    dealing.sameEmail = alike.email;
    dealing.sameRegistration = alike.registration;
    dealing.similarName = alike.company;
}

Result<Read> readInvitationDealing(const Statement &statement)
{
    Columns c(statement);
    const auto id = c.id<InvitationId>();
    const auto branch = c.id<BranchId>();
    if (!c.sound())
        return failure(ErrorKind::Damaged, u"A row of invitation is not what was written"_s);
    Read read{
        {.invitationId = *id, .branchId = *branch, .branchName = c.text(), .companyName = c.text(), .at = {}}, {}, {}};
    read.dealing.status = invitationStatus(c.text());
    read.dealing.at = c.instant();
    read.dealing.byName = c.text();
    read.dealing.reasonLabel = c.text();
    read.madeClient = c.optionalId<ClientId>();
    if (c.flag() && read.dealing.status == InvitationStatus::Pending)
        read.dealing.local = LocalDecision{LocalDecision::Stage::Confirmed, false};
    return read;
}

Result<Read> readClientDealing(const Statement &statement)
{
    Columns c(statement);
    const auto id = c.id<ClientId>();
    const auto branch = c.id<BranchId>();
    if (!c.sound())
        return failure(ErrorKind::Damaged, u"A row of client is not what was written"_s);
    Read read{
        {.clientId = *id, .branchId = *branch, .branchName = c.text(), .companyName = c.text(), .at = {}}, {}, {}};
    read.dealing.clientState = clientState(c.text());
    read.dealing.at = c.instant();
    read.dealing.byName = c.text();
    read.madeBy = c.optionalId<InvitationId>();
    return read;
}

Result<void> readAll(Database &database, const std::map<qint64, Alike> &rows, const QString &sql,
                     Result<Read> (*reader)(const Statement &), std::vector<Read> &all)
{
    for (const auto &[rowid, alike] : rows) {
        Result<std::optional<Read>> read = selectOne<Read>(
            database, sql, [row = rowid](Statement &statement) { statement.bind(u":rid"_s, row); }, reader);
        if (!read)
            return failure(read.error());
        if (!*read)
            continue;
        note((*read)->dealing, alike);
        all.push_back(std::move(**read));
    }
    return {};
}

QString invitationSql()
{
    return u"SELECT i.id, i.branch_id, COALESCE(b.name, ''), i.company_name, i.status, i.happened_at, "
           u"i.decided_by_name, "
           "COALESCE(r.label, ''), i.client_id, o.id IS NOT NULL\nFROM invitation AS i\n"
           "LEFT JOIN branch AS b ON b.id = i.branch_id\nLEFT JOIN reason AS r ON r.id = i.reason_id\n"
           "LEFT JOIN temp.overlay AS o ON o.id = i.id\nWHERE i.rid = :rid\nORDER BY i.rid"_s;
}

QString clientSql()
{
    return u"SELECT c.id, c.branch_id, COALESCE(b.name, ''), c.company_name, c.state, "
           "COALESCE(c.disconnected_at, c.connected_at), COALESCE(i.decided_by_name, ''), c.invitation_id\n"
           "FROM client AS c\nLEFT JOIN branch AS b ON b.id = c.branch_id\n"
           "LEFT JOIN invitation AS i ON i.id = c.invitation_id\nWHERE c.rid = :rid\nORDER BY c.rid"_s;
}

/// An acceptance goes where its client is there, which takes over what was alike.
void joinClients(std::vector<Read> &all)
{
    std::erase_if(all, [&all](const Read &one) {
        if (!one.dealing.invitationId)
            return false;
        const auto client = std::find_if(all.begin(), all.end(), [&](const Read &other) {
            return other.dealing.clientId &&
                   (other.madeBy == one.dealing.invitationId || other.dealing.clientId == one.madeClient);
        });
        return client != all.end();
    });
}

void shareWhatIsAlike(std::vector<Read> &all)
{
    for (Read &client : all) {
        for (const Read &one : all) {
            const bool same = client.dealing.clientId && one.dealing.invitationId &&
                              (client.madeBy == one.dealing.invitationId || client.dealing.clientId == one.madeClient);
            if (!same)
                continue;
            client.dealing.sameEmail = client.dealing.sameEmail || one.dealing.sameEmail;
            client.dealing.sameRegistration = client.dealing.sameRegistration || one.dealing.sameRegistration;
            client.dealing.similarName = client.dealing.similarName || one.dealing.similarName;
        }
    }
}

Dealings newestOf(std::vector<Read> all, bool more)
{
    shareWhatIsAlike(all);
    joinClients(all);
    std::sort(all.begin(), all.end(), [](const Read &a, const Read &b) {
        if (a.dealing.at != b.dealing.at)
            return a.dealing.at > b.dealing.at;
        return std::pair(a.dealing.invitationId, a.dealing.clientId) <
               std::pair(b.dealing.invitationId, b.dealing.clientId);
    });
    Dealings dealings;
    dealings.more = more || all.size() > size_t(Dealings::most);
    for (Read &read : all) {
        if (dealings.newest.size() < size_t(Dealings::most))
            dealings.newest.push_back(std::move(read.dealing));
    }
    return dealings;
}

} // namespace

Result<Dealings> CacheStore::dealings(const Invitation &invitation)
{
    Database &database = *d->database;
    Found found;
    for (const Key &key : keysOf(invitation)) {
        if (const Result<void> looked = look(database, key, invitation, found); !looked)
            return failure(looked.error());
    }
    std::vector<Read> all;
    if (const Result<void> read = readAll(database, found.invitations, invitationSql(), readInvitationDealing, all);
        !read)
        return failure(read.error());
    if (const Result<void> read = readAll(database, found.clients, clientSql(), readClientDealing, all); !read)
        return failure(read.error());
    std::erase_if(all,
                  [&](const Read &one) { return one.dealing.clientId && one.dealing.clientId == invitation.clientId; });
    return newestOf(std::move(all), found.more);
}
