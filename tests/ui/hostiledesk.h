#pragma once

#include "tests/ui/plainness.h"
#include "tests/ui/shelldesk.h"

/// A window in which every text that the service can send is the same hostile one, on every page.
struct HostileDesk : ShellDesk
{
    /// What a reader of rich text would make something else of.
    inline static const QString markup =
        QStringLiteral("<b>Tom</b> &amp; Co <img src=file:///etc/passwd> <a href='//x'>y</a>");

    explicit HostileDesk(const QString &text = markup)
        : hostile(text)
    {
        session.shown.account->practiceName = text;
        session.shown.account->userName = text;
        for (Branch &branch : session.shown.branches)
            branch.name = branch.email = text;
        for (Reason &reason : session.shown.reasons)
            reason.label = reason.description = text;
        invite(3);
        for (Invitation &invitation : session.world.invitations)
            invitation.companyName = invitation.ownerName = invitation.ownerEmail = invitation.message =
                invitation.registrationNumber = invitation.country = text;
        addHistory();
        ClientRow client = samples::clientRow(QStringLiteral("c1"), text, text);
        client.ownerEmail = client.branchName = text;
        session.world.clients = {client};
        session.world.activity = {activity()};
        decide(false);
        decide(true, 1);
        addCards();
        session.shown.unreadable = {{text, text, text}};
        session.shown.unknownStates = {
            1, {{session.world.invitations[2].id, session.world.invitations[2].branchId, text, text, session.clock}}};
        session.insight.all = {.received = 2, .rejected = 2, .timed = 1, .median = Milliseconds(3'600'000)};
        session.insight.months = std::vector<InsightCounts>(12, session.insight.all);
        session.insight.branches = {{samples::branchId(QStringLiteral("london")), text, session.insight.all},
                                    {samples::branchId(QStringLiteral("leeds")), text, session.insight.all}};
        session.insight.reasons = {{text, 2}};
        session.shown.trouble = {{StoreTrouble::Kind::CantOpen, text, 0, text}};
    }

    [[nodiscard]] QString faults() const { return plainness::faults(*window).join(u'\n'); }
    [[nodiscard]] QString unnamed() const { return widgets::unnamedControls(*window).join(u'\n'); }

    QString hostile;

private:
    [[nodiscard]] ActivityRow activity() const
    {
        ActivityRow row = samples::activityRow(QStringLiteral("a1"), hostile, QStringLiteral("<b>odd_action</b>"), hostile);
        row.detail = hostile;
        row.branchName = hostile;
        return row;
    }
    /// One that was rejected, and is an earlier dealing of every other one.
    void addHistory()
    {
        Invitation rejected = session.world.invitations[0];
        rejected.id = samples::invitationId(QStringLiteral("rejected"));
        rejected.status = invitationStatus(QStringLiteral("rejected"));
        rejected.decidedAt = samples::now();
        rejected.decidedByName = rejected.reasonText = rejected.replyMessage = hostile;
        rejected.reasonId = samples::reasonId(QStringLiteral("capacity"));
        Dealing dealing{.invitationId = rejected.id,
                        .branchId = rejected.branchId,
                        .branchName = hostile,
                        .companyName = hostile,
                        .at = samples::now()};
        dealing.status = rejected.status;
        dealing.byName = dealing.reasonLabel = hostile;
        dealing.sameEmail = true;
        Dealing odd = dealing;
        odd.status = invitationStatus(hostile);
        for (const Invitation &invitation : session.world.invitations)
            session.dealings[invitation.id] = {{dealing, odd}, true};
        session.dealings[rejected.id] = {{odd}, false};
        session.world.invitations.push_back(rejected);
    }
    void addCards()
    {
        const OutboxEntry made = session.shown.waiting.front();
        for (int kind = int(EndKind::None) + 1; kind <= int(EndKind::LostInRestore); ++kind) {
            OutboxEntry card = made;
            card.operation.id = samples::operationId(quint64(500 + kind));
            card.operation.state = OperationState::Conflict;
            OperationEnd &end = card.operation.end;
            end.kind = EndKind(kind);
            end.code = end.detail = end.field = end.permission = end.byName = hostile;
            card.current = session.world.invitations[0];
            card.current->message = hostile + hostile;
            session.shown.attention.push_back(card);
        }
        session.shown.recent = {session.shown.waiting.back()};
        session.shown.recent.front().operation.id = samples::operationId(900);
        session.shown.recent.front().client = session.world.clients.front();
    }
};
