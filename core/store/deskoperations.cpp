#include "core/store/deskprivate.h"
#include "core/store/deskrows.h"
#include "core/store/sql.h"
#include "core/store/transaction.h"

using namespace Qt::Literals::StringLiterals;

// Every transition is one compare-and-set: what the row must be stands in the WHERE, and no row changed is a Conflict.
namespace {

template <class Binder>
Result<void> compareAndSet(Database &database, const QString &sql, Binder binder)
{
    const Result<qint64> changed = changeSql(database, sql, binder);
    if (!changed)
        return failure(changed.error());
    if (*changed == 0)
        return failure(ErrorKind::Conflict, u"The operation is not in the state that this needs"_s);
    return {};
}

auto bindId(const OperationId &id)
{
    return [id](Statement &statement) { statement.bind(u":id"_s, id); };
}

} // namespace

Result<void> DeskStore::add(const Operation &operation, Instant now)
{
    // A promise that must outlive the program. What was promised before goes on: it can still be delivered.
    if (const Result<void> inPlace = d->database->checkInPlace(); !inPlace)
        return inPlace;
    Result<Transaction> transaction = Transaction::begin(*d->database);
    if (!transaction)
        return failure(transaction.error());
    Operation held = operation;
    held.state = OperationState::Held;
    if (Result<void> added = runSql(*d->database, insertOperationSql(),
                                    [&](Statement &statement) { bindOperation(statement, held, false); });
        !added) {
        return added;
    }
    if (const InvitationId *const invitation = decidedInvitation(operation.decision)) {
        if (Result<void> dropped = dropDraft(*invitation); !dropped)
            return dropped;
    }
    if (operation.replaces) {
        if (Result<void> dismissed = runSql(
                *d->database,
                u"UPDATE operation\nSET dismissed_at = :now\n"
                "WHERE id = :id AND dismissed_at IS NULL"_s,
                [&](Statement &statement) { statement.bind(u":id"_s, *operation.replaces).bind(u":now"_s, now); });
            !dismissed) {
            return dismissed;
        }
    }
    return transaction->commit();
}

Result<void> DeskStore::release(const OperationId &id)
{
    return compareAndSet(*d->database, u"UPDATE operation\nSET state = 'ready'\nWHERE id = :id AND state = 'held'"_s,
                         bindId(id));
}

Result<void> DeskStore::cancel(const OperationId &id, Instant now)
{
    return compareAndSet(*d->database,
                         u"UPDATE operation\nSET state = 'cancelled', finished_at = :now\n"
                         "WHERE id = :id AND state IN ('held', 'ready') AND maybe_applied = 0"_s,
                         [&](Statement &statement) { statement.bind(u":id"_s, id).bind(u":now"_s, now); });
}

Result<bool> DeskStore::claim(const OperationId &id)
{
    Result<Transaction> transaction = Transaction::begin(*d->database);
    if (!transaction)
        return failure(transaction.error());
    const auto before = selectOne<bool>(
        *d->database, u"SELECT maybe_applied\nFROM operation\nWHERE id = :id\nORDER BY rid"_s, bindId(id),
        [](const Statement &statement) -> Result<bool> { return statement.number(0) != 0; });
    if (!before)
        return failure(before.error());
    if (const Result<void> claimed =
            compareAndSet(*d->database,
                          u"UPDATE operation\nSET state = 'inflight', maybe_applied = 1, attempts = attempts + 1\n"
                          "WHERE id = :id AND state = 'ready'"_s,
                          bindId(id));
        !claimed) {
        return failure(claimed.error());
    }
    if (const Result<void> committed = transaction->commit(); !committed)
        return failure(committed.error());
    return before->value_or(false);
}

Result<void> DeskStore::giveBack(const OperationId &id, bool provenUndone)
{
    return compareAndSet(
        *d->database,
        u"UPDATE operation\nSET state = 'ready', maybe_applied = :maybe_applied\n"
        "WHERE id = :id AND state = 'inflight'"_s,
        [&](Statement &statement) { statement.bind(u":id"_s, id).bind(u":maybe_applied"_s, !provenUndone); });
}

Result<int> DeskStore::giveBackAll()
{
    const Result<qint64> changed =
        changeSql(*d->database, u"UPDATE operation\nSET state = 'ready'\nWHERE state = 'inflight'"_s, noBinds);
    if (!changed)
        return failure(changed.error());
    return int(*changed);
}

Result<void> DeskStore::finish(const OperationId &id, OperationState to, const OperationEnd &end, Instant now)
{
    const bool acked = to == OperationState::Acked;
    if (!acked && to != OperationState::Conflict && to != OperationState::Failed)
        return failure(ErrorKind::Internal, u"No end of an operation: %1"_s.arg(stateText(to)));
    return compareAndSet(
        *d->database,
        u"UPDATE operation\nSET state = :state, finished_at = :now, acked_at = :acked_at, "
        "end_kind = :end_kind, end_code = :end_code, end_detail = :end_detail, end_field = :end_field, "
        "end_permission = :end_permission, end_by_name = :end_by_name, end_by_at = :end_by_at, "
        "end_status = :end_status\nWHERE id = :id AND state IN ('held', 'ready', 'inflight')"_s,
        [&](Statement &statement) {
            bindEnd(statement, end);
            statement.bind(u":id"_s, id)
                .bind(u":state"_s, stateText(to))
                .bind(u":now"_s, now)
                .bind(u":acked_at"_s, acked ? std::optional<Instant>(now) : std::nullopt);
        });
}

Result<void> DeskStore::markLost(const OperationId &id)
{
    // Not again for one that is marked: a card that was dismissed stays so. The overlay ends: it is pending again.
    return compareAndSet(*d->database,
                         u"UPDATE operation\nSET end_kind = :kind, dismissed_at = NULL, caught_up = 1\n"
                         "WHERE id = :id AND state = 'acked' AND end_kind <> :kind_again"_s,
                         [&](Statement &statement) {
                             statement.bind(u":id"_s, id)
                                 .bind(u":kind"_s, endKindText(EndKind::LostInRestore))
                                 .bind(u":kind_again"_s, endKindText(EndKind::LostInRestore));
                         });
}

Result<void> DeskStore::sendAgain(const OperationId &id)
{
    return compareAndSet(*d->database,
                         u"UPDATE operation\nSET state = 'ready', acked_at = NULL, finished_at = NULL, "
                         "dismissed_at = NULL, caught_up = 0, end_kind = ''\nWHERE id = :id AND state = 'acked' AND "
                         "end_kind = :kind"_s,
                         [&](Statement &statement) {
                             statement.bind(u":id"_s, id).bind(u":kind"_s, endKindText(EndKind::LostInRestore));
                         });
}

Result<void> DeskStore::dismiss(const OperationId &id, Instant now)
{
    return compareAndSet(*d->database,
                         u"UPDATE operation\nSET dismissed_at = :now\nWHERE id = :id AND dismissed_at IS NULL AND "
                         "state IN ('acked', 'conflict', 'failed', 'cancelled')"_s,
                         [&](Statement &statement) { statement.bind(u":id"_s, id).bind(u":now"_s, now); });
}

Result<void> DeskStore::markCaughtUp(const std::vector<InvitationId> &ids)
{
    if (ids.empty())
        return {};
    Result<Transaction> transaction = Transaction::begin(*d->database);
    if (!transaction)
        return failure(transaction.error());
    for (const InvitationId &id : ids) {
        if (Result<void> done = runSql(*d->database,
                                       u"UPDATE operation\nSET caught_up = 1\n"
                                       "WHERE invitation_id = :id AND state = 'acked' AND caught_up = 0"_s,
                                       [&](Statement &statement) { statement.bind(u":id"_s, id); });
            !done) {
            return done;
        }
    }
    return transaction->commit();
}

Result<void> DeskStore::markAllCaughtUp()
{
    return runSql(*d->database, u"UPDATE operation\nSET caught_up = 1\nWHERE state = 'acked' AND caught_up = 0"_s,
                  noBinds);
}
