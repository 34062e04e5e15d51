#pragma once

#include "tests/support/samples.h"

/// Decisions on clients, one of each kind, as the session keeps them.
namespace clientoperations {

inline ClientId acmeId()
{
    return *ClientId::parse(QStringLiteral("c1"));
}

inline std::vector<Decision> all()
{
    const MemberId colleague = *MemberId::parse(QStringLiteral("sam"));
    return {DisconnectClient{acmeId(), samples::reasonId(QStringLiteral("request")), QStringLiteral("They sold it"),
                             QStringLiteral("All the best")},
            AssignAccountant{acmeId(), colleague, AccountantRole::Primary},
            RemoveAccountant{acmeId(), colleague},
            AddClientNote{acmeId(), QStringLiteral("Year end is in March")},
            SetFirstStep{acmeId(), QStringLiteral("bank_accounts"), true},
            RegenerateLink{samples::branchId(QStringLiteral("london"))}};
}

/// Held, of Acme Ltd on London.
inline OutboxEntry entry(const Decision &decision, quint64 number = 1)
{
    Reviewed reviewed{samples::branchId(QStringLiteral("london")), QStringLiteral("London"), {}, {}, {}, {}, {}};
    if (!decidedBranch(decision)) {
        reviewed.companyName = QStringLiteral("Acme Ltd");
        reviewed.ownerName = QStringLiteral("Ann Lee");
        reviewed.ownerEmail = QStringLiteral("ann@client.example");
    }
    if (std::holds_alternative<DisconnectClient>(decision))
        reviewed.reasonLabel = QStringLiteral("Client request");
    if (std::holds_alternative<AssignAccountant>(decision) || std::holds_alternative<RemoveAccountant>(decision))
        reviewed.reasonLabel = QStringLiteral("Sam Okoro");
    OutboxEntry made{samples::operation(number, decision, reviewed)};
    made.undoable = true;
    made.holdLeft = made.operation.hold;
    return made;
}

/// The same as a card, of a client that is still connected.
inline OutboxEntry card(const Decision &decision, EndKind kind, quint64 number = 1)
{
    OutboxEntry made = entry(decision, number);
    made.operation.state = OperationState::Failed;
    made.operation.end.kind = kind;
    made.undoable = false;
    made.holdLeft.reset();
    if (decidedClient(decision))
        made.client = samples::clientRow(QStringLiteral("c1"), QStringLiteral("Acme Ltd"), QStringLiteral("Ann Lee"));
    return made;
}

} // namespace clientoperations
