#include "core/store/cacheprivate.h"
#include "core/store/sql.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

Result<Touched> CacheStore::touchedBy(const InvitationId &id)
{
    Result<std::vector<qint64>> rowids =
        selectNumbers(*d->database, u"SELECT rid\nFROM invitation\nWHERE id = :id\nORDER BY rid"_s,
                      [&](Statement &statement) { statement.bind(u":id"_s, id); });
    if (!rowids)
        return failure(rowids.error());
    Touched touched;
    touched.invitations = std::move(*rowids);
    touched.invitationIds = {id};
    return touched;
}

Result<Touched> CacheStore::setOverlay(const std::set<InvitationId> &decided)
{
    std::vector<InvitationId> came;
    std::vector<InvitationId> went;
    std::set_difference(decided.begin(), decided.end(), d->overlay.begin(), d->overlay.end(), std::back_inserter(came));
    std::set_difference(d->overlay.begin(), d->overlay.end(), decided.begin(), decided.end(), std::back_inserter(went));
    if (came.empty() && went.empty())
        return Touched{};
    Result<Transaction> transaction = Transaction::begin(*d->database);
    if (!transaction)
        return failure(transaction.error());
    Touched touched;
    const auto change = [&](const QString &sql, const InvitationId &id) -> Result<void> {
        const auto bindId = [&](Statement &statement) { statement.bind(u":id"_s, id); };
        if (Result<void> done = runSql(*d->database, sql, bindId); !done)
            return done;
        const auto rowids =
            selectNumbers(*d->database, u"SELECT rid\nFROM invitation\nWHERE id = :id\nORDER BY rid"_s, bindId);
        if (!rowids)
            return failure(rowids.error());
        touched.invitations.insert(touched.invitations.end(), rowids->begin(), rowids->end());
        touched.invitationIds.push_back(id);
        return {};
    };
    for (const InvitationId &id : came) {
        if (const Result<void> done = change(u"INSERT INTO temp.overlay (id)\nVALUES (:id)"_s, id); !done)
            return failure(done.error());
    }
    for (const InvitationId &id : went) {
        if (const Result<void> done = change(u"DELETE FROM temp.overlay\nWHERE id = :id"_s, id); !done)
            return failure(done.error());
    }
    if (const Result<void> committed = transaction->commit(); !committed)
        return failure(committed.error());
    d->overlay = decided;
    return touched;
}
