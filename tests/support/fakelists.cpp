#include "tests/support/fakelists.h"

#include "core/domain/responseclock.h"

#include <algorithm>
#include <map>

namespace {

bool hasLiveOperation(const Invitation &invitation, const Overview &shown)
{
    return std::any_of(shown.waiting.begin(), shown.waiting.end(), [&](const OutboxEntry &entry) {
        return isLive(entry.operation.state) && isAbout(entry.operation.decision, invitation.id);
    });
}

bool isListed(const Invitation &invitation, const std::optional<BranchId> &branch, const Overview &shown)
{
    return invitation.status == InvitationStatus::Pending && (!branch || invitation.branchId == *branch) &&
           !hasLiveOperation(invitation, shown);
}

int respondWithin(const Overview &shown)
{
    return shown.account ? shown.account->respondWithinHours : 48;
}

QString branchName(const BranchId &id, const Overview &shown)
{
    for (const Branch &branch : shown.branches) {
        if (branch.id == id)
            return branch.name;
    }
    return {};
}

InvitationRow rowOf(const Invitation &invitation, bool hasNote, const Overview &shown)
{
    return {.id = invitation.id,
            .branchId = invitation.branchId,
            .branchName = branchName(invitation.branchId, shown),
            .companyName = invitation.companyName,
            .ownerName = invitation.ownerName,
            .ownerEmail = invitation.ownerEmail,
            .sentAt = invitation.sentAt,
            .dueAt = dueAt(invitation.sentAt, respondWithin(shown)),
            .hasMessage = !invitation.message.isEmpty(),
            .hasNote = hasNote};
}

bool passes(const InvitationRow &row, InvitationFilter filter, Instant now)
{
    switch (filter) {
    case InvitationFilter::All:
        return true;
    case InvitationFilter::DueSoon:
        return urgency(row.dueAt, now) == Urgency::DueSoon;
    case InvitationFilter::Overdue:
        return urgency(row.dueAt, now) == Urgency::Overdue;
    case InvitationFilter::WithMessage:
        return row.hasMessage;
    }
    return true;
}

bool matches(const QString &search, const QStringList &texts)
{
    const QString all = texts.join(u'\n');
    const QStringList words = search.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

std::vector<InvitationRow> invitationRows(const ListQuery &query, const FakeWorld &world, const Overview &shown,
                                          Instant now)
{
    std::vector<InvitationRow> rows;
    for (const Invitation &invitation : world.invitations) {
        const InvitationRow row = rowOf(invitation, world.notes.count(invitation.id) > 0, shown);
        if (isListed(invitation, query.branch, shown) && passes(row, query.filter, now) &&
            matches(query.search, {row.companyName, row.ownerName, row.ownerEmail, invitation.message}))
            rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const InvitationRow &a, const InvitationRow &b) {
        if (query.sort == SortOrder::Company)
            return a.companyName.localeAwareCompare(b.companyName) < 0;
        if (a.sentAt == b.sentAt)
            return query.sort == SortOrder::Newest ? b.id < a.id : a.id < b.id;
        return query.sort == SortOrder::Newest ? a.sentAt > b.sentAt : a.sentAt < b.sentAt;
    });
    return rows;
}

std::optional<LocalDecision> localDecision(const Invitation &invitation, const Overview &shown)
{
    for (const OutboxEntry &entry : shown.waiting) {
        if (!isAbout(entry.operation.decision, invitation.id))
            continue;
        const bool leaves = entry.operation.state == OperationState::Inflight;
        return LocalDecision{leaves ? LocalDecision::Stage::Leaves : LocalDecision::Stage::Waits,
                             std::holds_alternative<AcceptInvitation>(entry.operation.decision)};
    }
    return std::nullopt;
}

bool passes(const Invitation &invitation, HistoryFilter outcome)
{
    switch (outcome) {
    case HistoryFilter::All:
        return true;
    case HistoryFilter::Accepted:
        return invitation.status == InvitationStatus::Accepted;
    case HistoryFilter::Rejected:
        return invitation.status == InvitationStatus::Rejected;
    case HistoryFilter::Pending:
        return invitation.status == InvitationStatus::Pending;
    case HistoryFilter::Ended:
        return invitation.status == InvitationStatus::Withdrawn || invitation.status == InvitationStatus::Expired ||
               invitation.status == InvitationStatus::Superseded;
    }
    return true;
}

HistoryRow historyRow(const Invitation &invitation, const Overview &shown)
{
    HistoryRow row{.id = invitation.id,
                   .branchId = invitation.branchId,
                   .branchName = branchName(invitation.branchId, shown),
                   .companyName = invitation.companyName,
                   .ownerName = invitation.ownerName,
                   .ownerEmail = invitation.ownerEmail,
                   .status = invitation.status,
                   .sentAt = invitation.sentAt,
                   .happenedAt = invitation.decidedAt.value_or(invitation.sentAt),
                   .decidedByName = invitation.decidedByName,
                   .reasonLabel = {}};
    for (const Reason &reason : shown.reasons) {
        if (invitation.reasonId == reason.id)
            row.reasonLabel = reason.label;
    }
    row.local = localDecision(invitation, shown);
    return row;
}

std::vector<HistoryRow> historyRows(const ListQuery &query, const FakeWorld &world, const Overview &shown)
{
    std::vector<HistoryRow> rows;
    for (const Invitation &invitation : world.invitations) {
        const HistoryRow row = historyRow(invitation, shown);
        const bool asked = (!query.branch || row.branchId == *query.branch) && passes(invitation, query.outcome) &&
                           (!query.since || row.happenedAt >= *query.since);
        if (asked && matches(query.search, {row.companyName, row.ownerName, row.ownerEmail, invitation.message}))
            rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const HistoryRow &a, const HistoryRow &b) {
        return a.happenedAt == b.happenedAt ? b.id < a.id : a.happenedAt > b.happenedAt;
    });
    return rows;
}

template <class T>
std::vector<Row> asRows(const std::vector<T> &typed)
{
    return {typed.begin(), typed.end()};
}

} // namespace

std::vector<Row> rowsOf(const ListQuery &query, const FakeWorld &world, const Overview &shown, Instant now)
{
    if (query.kind == ListKind::Invitations)
        return asRows(invitationRows(query, world, shown, now));
    if (isHistory(query.kind))
        return asRows(historyRows(query, world, shown));
    if (query.kind == ListKind::Activity) {
        std::vector<ActivityRow> rows;
        for (const ActivityRow &row : world.activity) {
            if ((!query.branch || row.branchId == *query.branch) &&
                matches(query.search, {row.companyName, row.actorName, row.detail}))
                rows.push_back(row);
        }
        return asRows(rows);
    }
    std::vector<ClientRow> rows;
    for (const ClientRow &row : world.clients) {
        if ((!query.branch || row.branchId == *query.branch) &&
            matches(query.search, {row.companyName, row.ownerName, row.ownerEmail}))
            rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [&](const ClientRow &a, const ClientRow &b) {
        if (query.sort == SortOrder::Newest)
            return a.connectedAt > b.connectedAt;
        return a.companyName.localeAwareCompare(b.companyName) < 0;
    });
    return asRows(rows);
}

PendingCounts countsOf(const std::optional<BranchId> &branch, const FakeWorld &world, const Overview &shown,
                       Instant now)
{
    PendingCounts counts;
    for (const Invitation &invitation : world.invitations) {
        if (!isListed(invitation, branch, shown))
            continue;
        const Urgency urgent = urgency(dueAt(invitation.sentAt, respondWithin(shown)), now);
        ++counts.pending;
        counts.dueSoon += urgent == Urgency::DueSoon;
        counts.overdue += urgent == Urgency::Overdue;
        counts.withMessage += !invitation.message.isEmpty();
    }
    return counts;
}

QString rowKey(const Row &row)
{
    if (const auto *invitation = std::get_if<InvitationRow>(&row))
        return invitation->id.text();
    if (const auto *activity = std::get_if<ActivityRow>(&row))
        return activity->id.text();
    if (const auto *history = std::get_if<HistoryRow>(&row))
        return history->id.text();
    const auto &client = std::get<ClientRow>(row);
    return client.id ? client.id->text() : client.connecting->text();
}

std::vector<ListStep> stepsBetween(std::vector<Row> before, const std::vector<Row> &after)
{
    std::vector<ListStep> steps;
    std::map<QString, qsizetype> wanted;
    for (qsizetype i = 0; i < qsizetype(after.size()); ++i)
        wanted[rowKey(after[size_t(i)])] = i;
    for (qsizetype i = qsizetype(before.size()) - 1; i >= 0; --i) {
        if (wanted.contains(rowKey(before[size_t(i)])))
            continue;
        before.erase(before.begin() + i);
        steps.push_back({.kind = ListStep::Kind::Remove, .first = i, .count = 1, .rows = {}, .order = {}});
    }
    std::vector<quint32> order(before.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = quint32(i);
    std::sort(order.begin(), order.end(),
              [&](quint32 a, quint32 b) { return wanted[rowKey(before[a])] < wanted[rowKey(before[b])]; });
    if (!std::is_sorted(order.begin(), order.end()))
        steps.push_back({.kind = ListStep::Kind::Reorder, .rows = {}, .order = order});
    size_t kept = 0;
    for (qsizetype i = 0; i < qsizetype(after.size()); ++i) {
        const Row &row = after[size_t(i)];
        const bool isNew = kept >= order.size() || rowKey(before[order[kept]]) != rowKey(row);
        if (isNew)
            steps.push_back({.kind = ListStep::Kind::Insert, .first = i, .count = 1, .rows = {row}, .order = {}});
        else if (before[order[kept++]] != row)
            steps.push_back({.kind = ListStep::Kind::Change, .first = i, .count = 1, .rows = {row}, .order = {}});
    }
    return steps;
}
