#include "tests/support/fakesession.h"

#include <algorithm>

// Files and prints: what a scripted session gives for them.
namespace {

bool isAsked(const RecordQuery &query, const BranchId &branch, Instant at)
{
    return (!query.branch || branch == *query.branch) && (!query.from || at >= *query.from) &&
           (!query.until || at < *query.until);
}

Instant happenedAt(const Invitation &invitation)
{
    return invitation.decidedAt.value_or(invitation.sentAt);
}

} // namespace

void FakeSession::findRecords(const RecordQuery &query, QObject *context, Answer<RecordList> answer)
{
    recordQueries.push_back(query);
    later(context, [this, query, answer] {
        if (recordsError)
            return answer(failure(*recordsError));
        std::vector<std::pair<Instant, qint64>> found;
        for (size_t i = 0; query.kind == RecordKind::Invitations && i < world.invitations.size(); ++i) {
            const Invitation &invitation = world.invitations[i];
            if (isAsked(query, invitation.branchId, happenedAt(invitation)))
                found.emplace_back(happenedAt(invitation), qint64(i));
        }
        for (size_t i = 0; query.kind == RecordKind::Activity && i < world.activity.size(); ++i) {
            if (isAsked(query, world.activity[i].branchId, world.activity[i].at))
                found.emplace_back(world.activity[i].at, qint64(i));
        }
        std::sort(found.begin(), found.end());
        RecordList list{query.kind, 1, {}};
        for (const auto &[at, rowid] : found)
            list.rowids.push_back(rowid);
        answer(list);
    });
}

void FakeSession::loadRecords(const RecordList &part, QObject *context, Answer<std::vector<Record>> answer)
{
    recordParts.push_back(qsizetype(part.rowids.size()));
    later(context, [this, part, answer] {
        if (recordsError)
            return answer(failure(*recordsError));
        std::vector<Record> records;
        for (const qint64 rowid : part.rowids) {
            if (part.kind == RecordKind::Activity) {
                records.emplace_back(world.activity.at(size_t(rowid)));
                continue;
            }
            InvitationRecord record{world.invitations.at(size_t(rowid)), {}, {}};
            for (const Branch &branch : shown.branches) {
                if (branch.id == record.invitation.branchId)
                    record.branchName = branch.name;
            }
            for (const Reason &reason : shown.reasons) {
                if (record.invitation.reasonId == reason.id)
                    record.reasonLabel = reason.label;
            }
            records.emplace_back(std::move(record));
        }
        answer(records);
    });
}

void FakeSession::loadInsight(const InsightQuery &query, QObject *context, Answer<Insight> answer)
{
    insightQueries.push_back(query);
    later(context, [error = insightError, counted = insight, answer] {
        if (error)
            return answer(failure(*error));
        answer(counted);
    });
}
