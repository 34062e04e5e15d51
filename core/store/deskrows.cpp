#include "core/store/deskrows.h"

#include "core/store/bodydecision.h"
#include "core/store/columns.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array states{
    std::pair{OperationState::Held, "held"},           std::pair{OperationState::Ready, "ready"},
    std::pair{OperationState::Inflight, "inflight"},   std::pair{OperationState::Acked, "acked"},
    std::pair{OperationState::Conflict, "conflict"},   std::pair{OperationState::Failed, "failed"},
    std::pair{OperationState::Cancelled, "cancelled"},
};

constexpr std::array endKinds{
    std::pair{EndKind::None, ""},
    std::pair{EndKind::SameDecision, "same_decision"},
    std::pair{EndKind::Changed, "changed"},
    std::pair{EndKind::DecidedOtherwise, "decided_otherwise"},
    std::pair{EndKind::Withdrawn, "withdrawn"},
    std::pair{EndKind::Expired, "expired"},
    std::pair{EndKind::Superseded, "superseded"},
    std::pair{EndKind::Removed, "removed"},
    std::pair{EndKind::AlreadyConnected, "already_connected"},
    std::pair{EndKind::BranchUnavailable, "branch_unavailable"},
    std::pair{EndKind::OtherConflict, "other_conflict"},
    std::pair{EndKind::NotFound, "not_found"},
    std::pair{EndKind::PermissionDenied, "permission_denied"},
    std::pair{EndKind::Refused, "refused"},
    std::pair{EndKind::OurFault, "our_fault"},
    std::pair{EndKind::ClientDisconnected, "client_disconnected"},
    std::pair{EndKind::NotSentInTime, "not_sent_in_time"},
    std::pair{EndKind::LostInRestore, "lost_in_restore"},
};

template <class Table, class Value>
QString wordOf(const Table &table, Value value)
{
    for (const auto &[known, word] : table) {
        if (known == value)
            return QString::fromLatin1(word);
    }
    return {};
}

template <class Table>
auto valueOf(const Table &table, const QString &text) -> std::optional<decltype(table.front().first)>
{
    for (const auto &[known, word] : table) {
        if (text == QLatin1StringView(word))
            return known;
    }
    return std::nullopt;
}

/// type, invitation_id, revision, reason_id, reason_text, message, body.
struct DecisionColumns
{
    QString type;
    QString invitation;
    QString revision;
    std::optional<ReasonId> reasonId;
    QString reasonText;
    QString message;
    QByteArray body;
};

DecisionColumns readColumns(Columns &c)
{
    return {c.text(), c.text(), c.text(), c.optionalId<ReasonId>(), c.text(), c.text(), c.bytes()};
}

std::optional<Decision> readDecision(const DecisionColumns &c)
{
    if (c.invitation.isEmpty()) {
        const std::optional<Decision> decision = readBodyDecision(c.body);
        return decision && decisionType(*decision) == c.type ? decision : std::nullopt;
    }
    const auto invitationId = InvitationId::parse(c.invitation);
    if (!invitationId)
        return std::nullopt;
    if (c.type == u"accept_invitation"_s && !c.reasonId)
        return AcceptInvitation{*invitationId, c.revision};
    if (c.type == u"reject_invitation"_s && c.reasonId)
        return RejectInvitation{*invitationId, c.revision, *c.reasonId, c.reasonText, c.message};
    return std::nullopt;
}

std::optional<Reviewed> readReviewed(Columns &c)
{
    const auto branchId = c.id<BranchId>();
    if (!branchId)
        return std::nullopt;
    return Reviewed{*branchId, c.text(), c.text(), c.text(), c.text(), c.text(), c.text()};
}

std::optional<OperationEnd> readEnd(Columns &c)
{
    const auto kind = valueOf(endKinds, c.text());
    if (!kind)
        return std::nullopt;
    OperationEnd end{*kind, c.text(), c.text(), c.text(), c.text(), c.text(), c.optionalInstant(), {}};
    if (const QString status = c.text(); !status.isEmpty())
        end.status = invitationStatus(status);
    return end;
}

QStringList columnList()
{
    return {u"id"_s,
            u"type"_s,
            u"invitation_id"_s,
            u"revision"_s,
            u"reason_id"_s,
            u"reason_text"_s,
            u"message"_s,
            u"body"_s,
            u"reviewed_branch_id"_s,
            u"reviewed_branch_name"_s,
            u"reviewed_company_name"_s,
            u"reviewed_owner_name"_s,
            u"reviewed_owner_email"_s,
            u"reviewed_message"_s,
            u"reviewed_reason_label"_s,
            u"state"_s,
            u"maybe_applied"_s,
            u"attempts"_s,
            u"hold"_s,
            u"decided_at"_s,
            u"acked_at"_s,
            u"finished_at"_s,
            u"dismissed_at"_s,
            u"replaces"_s,
            u"end_kind"_s,
            u"end_code"_s,
            u"end_detail"_s,
            u"end_field"_s,
            u"end_permission"_s,
            u"end_by_name"_s,
            u"end_by_at"_s,
            u"end_status"_s,
            u"caught_up"_s};
}

void bindDecision(Statement &statement, const Decision &decision)
{
    const auto *const rejection = std::get_if<RejectInvitation>(&decision);
    const InvitationId *const invitation = decidedInvitation(decision);
    statement.bind(u":type"_s, decisionType(decision))
        .bind(u":invitation_id"_s, invitation ? invitation->text() : QString())
        .bind(u":revision"_s, decidedRevision(decision))
        .bind(u":reason_text"_s, rejection ? rejection->reasonText : QString())
        .bind(u":message"_s, rejection ? rejection->message : QString());
    if (rejection)
        statement.bind(u":reason_id"_s, rejection->reasonId);
    else
        statement.bindNull(u":reason_id"_s);
}

void bindReviewed(Statement &statement, const Reviewed &reviewed)
{
    statement.bind(u":reviewed_branch_id"_s, reviewed.branchId)
        .bind(u":reviewed_branch_name"_s, reviewed.branchName)
        .bind(u":reviewed_company_name"_s, reviewed.companyName)
        .bind(u":reviewed_owner_name"_s, reviewed.ownerName)
        .bind(u":reviewed_owner_email"_s, reviewed.ownerEmail)
        .bind(u":reviewed_message"_s, reviewed.message)
        .bind(u":reviewed_reason_label"_s, reviewed.reasonLabel);
}

tl::unexpected<Error> damaged()
{
    return failure(ErrorKind::Damaged, u"A row of the desk is not what was written"_s);
}

} // namespace

QString stateText(OperationState state)
{
    return wordOf(states, state);
}

QString endKindText(EndKind kind)
{
    return wordOf(endKinds, kind);
}

QString operationColumns()
{
    return columnList().join(u", "_s);
}

Result<Operation> readOperation(const Statement &statement)
{
    Columns c(statement);
    const auto id = c.id<OperationId>();
    const DecisionColumns columns = readColumns(c);
    const auto decision = readDecision(columns);
    const auto reviewed = readReviewed(c);
    const auto state = valueOf(states, c.text());
    if (!c.sound() || !decision || !reviewed || !state)
        return damaged();
    Operation operation{*id,
                        *decision,
                        columns.body,
                        *reviewed,
                        *state,
                        c.flag(),
                        int(c.number()),
                        Milliseconds(c.number()),
                        c.instant(),
                        c.optionalInstant(),
                        c.optionalInstant(),
                        c.optionalInstant(),
                        c.optionalId<OperationId>(),
                        {}};
    const auto end = readEnd(c);
    if (!c.sound() || !end)
        return damaged();
    operation.end = *end;
    return operation;
}

QString insertOperationSql()
{
    return u"INSERT INTO operation (%1)\nVALUES (:%2)"_s.arg(operationColumns(), columnList().join(u", :"_s));
}

void bindOperation(Statement &statement, const Operation &operation, bool caughtUp)
{
    statement.bind(u":id"_s, operation.id);
    bindDecision(statement, operation.decision);
    bindReviewed(statement, operation.reviewed);
    bindEnd(statement, operation.end);
    statement.bind(u":body"_s, operation.body)
        .bind(u":state"_s, stateText(operation.state))
        .bind(u":maybe_applied"_s, operation.maybeApplied)
        .bind(u":attempts"_s, operation.attempts)
        .bind(u":hold"_s, qint64(operation.hold.count()))
        .bind(u":decided_at"_s, operation.decidedAt)
        .bind(u":acked_at"_s, operation.ackedAt)
        .bind(u":finished_at"_s, operation.finishedAt)
        .bind(u":dismissed_at"_s, operation.dismissedAt)
        .bind(u":replaces"_s, operation.replaces)
        .bind(u":caught_up"_s, caughtUp);
}

void bindEnd(Statement &statement, const OperationEnd &end)
{
    statement.bind(u":end_kind"_s, endKindText(end.kind))
        .bind(u":end_code"_s, end.code)
        .bind(u":end_detail"_s, end.detail)
        .bind(u":end_field"_s, end.field)
        .bind(u":end_permission"_s, end.permission)
        .bind(u":end_by_name"_s, end.byName)
        .bind(u":end_by_at"_s, end.byAt)
        .bind(u":end_status"_s, end.status.text);
}

QString draftColumns()
{
    return u"invitation_id, revision, reason_id, reason_text, message, saved_at"_s;
}

Result<Draft> readDraft(const Statement &statement)
{
    Columns c(statement);
    const auto invitationId = c.id<InvitationId>();
    if (!invitationId)
        return damaged();
    return Draft{*invitationId, c.text(), c.text(), c.text(), c.text()};
}

QString upsertDraftSql()
{
    return u"INSERT OR REPLACE INTO draft (%1)\n"
           "VALUES (:invitation_id, :revision, :reason_id, :reason_text, :message, :saved_at)"_s.arg(draftColumns());
}

void bindDraft(Statement &statement, const Draft &draft, Instant savedAt)
{
    statement.bind(u":invitation_id"_s, draft.invitationId)
        .bind(u":revision"_s, draft.revision)
        .bind(u":reason_id"_s, draft.reasonId)
        .bind(u":reason_text"_s, draft.reasonText)
        .bind(u":message"_s, draft.message)
        .bind(u":saved_at"_s, savedAt);
}
