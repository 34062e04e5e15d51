#include "core/store/historyschema.h"

#include "core/store/dealingkeys.h"
#include "core/store/sql.h"
#include "core/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

namespace {

struct KeySource
{
    qint64 rowid = 0;
    QString email;
    QString company;
    QString registration;
};

Result<std::vector<KeySource>> sourcesOf(Database &database, const QString &sql)
{
    return selectAll<KeySource>(database, sql, noBinds, [](const Statement &statement) -> Result<KeySource> {
        return KeySource{statement.number(0), statement.text(1), statement.text(2), statement.text(3)};
    });
}

Result<void> writeInvitationKeys(Database &database)
{
    const auto sources = sourcesOf(
        database, u"SELECT rid, owner_email, company_name, registration_number\nFROM invitation\nORDER BY rid"_s);
    if (!sources)
        return failure(sources.error());
    for (const KeySource &source : *sources) {
        Result<void> written = runSql(
            database,
            u"UPDATE invitation\nSET email_key = :email, registration_key = :registration, company_key = :company\n"
            "WHERE rid = :rid"_s,
            [&](Statement &statement) {
                statement.bind(u":email"_s, emailKey(source.email))
                    .bind(u":registration"_s, registrationKey(source.registration))
                    .bind(u":company"_s, companyKey(source.company))
                    .bind(u":rid"_s, source.rowid);
            });
        if (!written)
            return written;
    }
    return {};
}

Result<void> writeClientKeys(Database &database)
{
    const auto sources = sourcesOf(database, u"SELECT rid, owner_email, company_name, ''\nFROM client\nORDER BY rid"_s);
    if (!sources)
        return failure(sources.error());
    for (const KeySource &source : *sources) {
        Result<void> written =
            runSql(database, u"UPDATE client\nSET email_key = :email, company_key = :company\nWHERE rid = :rid"_s,
                   [&](Statement &statement) {
                       statement.bind(u":email"_s, emailKey(source.email))
                           .bind(u":company"_s, companyKey(source.company))
                           .bind(u":rid"_s, source.rowid);
                   });
        if (!written)
            return written;
    }
    return {};
}

} // namespace

QStringList historyColumns()
{
    QStringList statements{
        u"ALTER TABLE invitation ADD COLUMN happened_at INTEGER NOT NULL DEFAULT 0"_s,
        u"UPDATE invitation\nSET happened_at = COALESCE(decided_at, sent_at)"_s,
        u"ALTER TABLE invitation ADD COLUMN registration_key TEXT NOT NULL DEFAULT ''"_s,
    };
    for (const QString &table : {u"invitation"_s, u"client"_s}) {
        statements += u"ALTER TABLE %1 ADD COLUMN email_key TEXT NOT NULL DEFAULT ''"_s.arg(table);
        statements += u"ALTER TABLE %1 ADD COLUMN company_key TEXT NOT NULL DEFAULT ''"_s.arg(table);
    }
    return statements +
           QStringList{
               u"CREATE INDEX invitation_happened ON invitation (happened_at, branch_id, status)"_s,
               u"CREATE INDEX invitation_branch_happened ON invitation (branch_id, happened_at, status)"_s,
               u"CREATE INDEX invitation_email ON invitation (email_key, happened_at) WHERE email_key <> ''"_s,
               u"CREATE INDEX invitation_company ON invitation (company_key, happened_at) WHERE company_key <> ''"_s,
               u"CREATE INDEX invitation_registration ON invitation (registration_key, happened_at) "
               "WHERE registration_key <> ''"_s,
               u"CREATE INDEX client_email ON client (email_key, connected_at) WHERE email_key <> ''"_s,
               u"CREATE INDEX client_company ON client (company_key, connected_at) WHERE company_key <> ''"_s,
               // A row where keys are still to be written: see writeDueKeys().
               u"CREATE TABLE keys_due (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT"_s,
               u"INSERT INTO keys_due (one) VALUES (1)"_s,
           };
}

Result<void> writeDueKeys(Database &database)
{
    const Result<qint64> due = database.number(u"SELECT COUNT(*) FROM keys_due"_s);
    if (!due || *due == 0)
        return due ? Result<void>() : failure(due.error());
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return failure(transaction.error());
    if (Result<void> written = writeInvitationKeys(database); !written)
        return written;
    if (Result<void> written = writeClientKeys(database); !written)
        return written;
    if (Result<void> done = runSql(database, u"DELETE FROM keys_due\nWHERE one = 1"_s, noBinds); !done)
        return done;
    return transaction->commit();
}
