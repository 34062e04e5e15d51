#pragma once

#include "tests/ui/clientoperations.h"
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
        addClientDetails();
        session.link = ClientPaysLink{text, text, text, samples::now()};
        session.world.activity = {activity()};
        decide(false);
        decide(true, 1);
        addCards();
        addClientOperations();
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
        ActivityRow row =
            samples::activityRow(QStringLiteral("a1"), hostile, QStringLiteral("<b>odd_action</b>"), hostile);
        row.detail = hostile;
        row.branchName = hostile;
        return row;
    }
    [[nodiscard]] static MemberId memberId(const char *text) { return *MemberId::parse(QString::fromLatin1(text)); }
    void addClientDetails()
    {
        const ClientRow &row = session.world.clients.front();
        Client client{.id = *row.id,
                      .version = {1},
                      .branchId = row.branchId,
                      .companyName = hostile,
                      .ownerName = hostile,
                      .ownerEmail = hostile,
                      .billing = billing(hostile),
                      .state = row.state,
                      .connectedAt = row.connectedAt,
                      .disconnectedAt = {},
                      .disconnectedBy = {},
                      .accountUrl = row.accountUrl,
                      .invitationId = {},
                      .accountants = {{memberId("priya"), accountantRole(hostile)},
                                      {memberId("sam"), accountantRole(QStringLiteral("primary"))}},
                      .firstSteps = {hostile},
                      .notes = {{hostile, samples::now(), hostile}}};
        ClientDetails details{.client = client};
        details.branch = findBranch(row.branchId);
        for (const char *const id : {"lee", "priya", "sam"})
            details.members.push_back({memberId(id), {1}, hostile, hostile, {row.branchId}});
        details.invitation = session.world.invitations.back();
        details.activity = {activity()};
        session.clientDetails.insert_or_assign(client.id, details);
    }
    [[nodiscard]] std::optional<Branch> findBranch(const BranchId &id) const
    {
        for (const Branch &branch : session.shown.branches) {
            if (branch.id == id)
                return branch;
        }
        return std::nullopt;
    }
    /// Of each kind one that waits and one that failed.
    void addClientOperations()
    {
        quint64 number = 600;
        for (const Decision &decision : clientoperations::all()) {
            OutboxEntry waits = clientoperations::entry(decision, ++number);
            Reviewed &reviewed = waits.operation.reviewed;
            reviewed.companyName = reviewed.ownerName = reviewed.branchName = reviewed.reasonLabel = hostile;
            OutboxEntry failed = waits;
            failed.operation.id = samples::operationId(number + 50);
            failed.operation.state = OperationState::Failed;
            failed.operation.end.kind = EndKind::OtherConflict;
            failed.operation.end.detail = failed.operation.end.code = hostile;
            failed.client = session.world.clients.front();
            session.shown.attention.push_back(failed);
            // Of a client whose page is shown, a disconnection would leave nothing else to do.
            if (!std::holds_alternative<DisconnectClient>(decision))
                session.shown.waiting.insert(session.shown.waiting.begin(), waits);
        }
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
