#include "core/store/listprivate.h"
#include "core/store/sql.h"

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

// What of a view the live operations change: rows of Clients that are still connecting, and what History says of a row.

std::optional<LocalDecision> localDecision(const Operation &operation)
{
    const bool accepts = std::holds_alternative<AcceptInvitation>(operation.decision);
    switch (operation.state) {
    case OperationState::Held:
    case OperationState::Ready:
        return LocalDecision{operation.maybeApplied ? LocalDecision::Stage::Leaves : LocalDecision::Stage::Waits,
                             accepts};
    case OperationState::Inflight:
        return LocalDecision{LocalDecision::Stage::Leaves, accepts};
    case OperationState::Acked:
    case OperationState::Conflict:
    case OperationState::Failed:
    case OperationState::Cancelled:
        return std::nullopt;
    }
    return std::nullopt;
}

Result<std::vector<qint64>> ListView::Private::refreshOverlaid(const ListContext &old)
{
    if (query.kind == ListKind::Clients)
        return refreshConnecting();
    if (isHistory(query.kind))
        return redecided(old);
    return std::vector<qint64>();
}

/// Row ids of those that came or went.
Result<std::vector<qint64>> ListView::Private::refreshConnecting()
{
    std::vector<qint64> before;
    for (const ListEntry &entry : connecting.entries())
        before.push_back(entry.rowid);
    if (const Result<void> done = connecting.refresh(database, query, filter.words(), context.connecting); !done)
        return failure(done.error());
    std::vector<qint64> after;
    for (const ListEntry &entry : connecting.entries())
        after.push_back(entry.rowid);
    std::vector<qint64> changed;
    std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                  std::back_inserter(changed));
    return changed;
}

Result<std::vector<qint64>> ListView::Private::redecided(const ListContext &old)
{
    std::set<InvitationId> ids;
    const auto collect = [&ids](const auto &from, const auto &other) {
        for (const auto &[id, decision] : from) {
            const auto there = other.find(id);
            if (there == other.end() || there->second != decision)
                ids.insert(id);
        }
    };
    collect(old.decided, context.decided);
    collect(context.decided, old.decided);
    std::vector<qint64> changed;
    for (const InvitationId &id : ids) {
        const auto rowids = selectNumbers(database, u"SELECT rid\nFROM invitation\nWHERE id = :id\nORDER BY rid"_s,
                                          [&](Statement &statement) { statement.bind(u":id"_s, id); });
        if (!rowids)
            return failure(rowids.error());
        changed.insert(changed.end(), rowids->begin(), rowids->end());
    }
    return changed;
}
