#include "core/store/deskprivate.h"
#include "core/store/deskrows.h"
#include "core/store/sql.h"

using namespace Qt::Literals::StringLiterals;

namespace {

/// `rest` begins with WHERE.
QString selectOperations(const QString &rest)
{
    return u"SELECT %1\nFROM operation\n%2"_s.arg(operationColumns(), rest);
}

/// What a person has still to be shown. A cancelled one was taken back by them: there is nothing to tell.
QString unseen()
{
    return u"dismissed_at IS NULL AND (state IN ('conflict', 'failed') OR (state = 'acked' AND end_kind IN "
           "('same_decision', 'lost_in_restore')))"_s;
}

} // namespace

Result<std::optional<Operation>> DeskStore::operation(const OperationId &id)
{
    return selectOne<Operation>(
        *d->database, selectOperations(u"WHERE id = :id\nORDER BY rid"_s),
        [&](Statement &statement) { statement.bind(u":id"_s, id); }, readOperation);
}

Result<std::optional<Operation>> DeskStore::operationFor(const InvitationId &id)
{
    return selectOne<Operation>(
        *d->database,
        selectOperations(
            u"WHERE invitation_id = :id\nORDER BY state IN ('held', 'ready', 'inflight') DESC, rid DESC\nLIMIT 1"_s),
        [&](Statement &statement) { statement.bind(u":id"_s, id); }, readOperation);
}

Result<std::optional<Operation>> DeskStore::standingFor(const InvitationId &id)
{
    return selectOne<Operation>(
        *d->database,
        selectOperations(u"WHERE invitation_id = :id AND state <> 'cancelled'\n"
                         "ORDER BY state IN ('held', 'ready', 'inflight') DESC, rid DESC\nLIMIT 1"_s),
        [&](Statement &statement) { statement.bind(u":id"_s, id); }, readOperation);
}

Result<std::vector<Operation>> DeskStore::live()
{
    return selectAll<Operation>(*d->database,
                                selectOperations(u"WHERE state IN ('held', 'ready', 'inflight')\nORDER BY rid"_s),
                                noBinds, readOperation);
}

Result<std::vector<Operation>> DeskStore::attention()
{
    return selectAll<Operation>(*d->database,
                                selectOperations(u"WHERE %1\nORDER BY finished_at DESC, rid DESC"_s.arg(unseen())),
                                noBinds, readOperation);
}

Result<std::vector<Operation>> DeskStore::ackedBefore(Instant then)
{
    return selectAll<Operation>(
        *d->database,
        selectOperations(u"WHERE invitation_id <> '' AND state = 'acked' AND acked_at < :then\nORDER BY acked_at DESC, rid DESC"_s),
        [&](Statement &statement) { statement.bind(u":then"_s, then); }, readOperation);
}

Result<qint64> DeskStore::operationCount()
{
    return d->database->number(u"SELECT COUNT(*)\nFROM operation"_s);
}

Result<int> DeskStore::deleteFinishedBefore(Instant then)
{
    const Result<qint64> changed = changeSql(
        *d->database,
        // What still overlays the cache stays: a clock that is wrong by a year must not make it pending again.
        u"DELETE FROM operation\nWHERE state NOT IN ('held', 'ready', 'inflight') AND finished_at < :then AND NOT (%1)\n"
        "AND NOT (invitation_id <> '' AND state = 'acked' AND caught_up = 0)"_s
            .arg(unseen()),
        [&](Statement &statement) { statement.bind(u":then"_s, then); });
    if (!changed)
        return failure(changed.error());
    return int(*changed);
}

Result<std::vector<InvitationId>> DeskStore::uncaught()
{
    return selectAll<InvitationId>(
        *d->database, u"SELECT invitation_id\nFROM operation\n"
        "WHERE invitation_id <> '' AND state = 'acked' AND caught_up = 0\nORDER BY rid"_s,
        noBinds, [](const Statement &statement) -> Result<InvitationId> {
            const auto id = InvitationId::parse(statement.text(0));
            if (!id)
                return failure(ErrorKind::Damaged, u"A row of the desk is not what was written"_s);
            return *id;
        });
}
