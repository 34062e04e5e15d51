#include "core/domain/branch.h"
#include "core/domain/client.h"
#include "core/domain/feed.h"
#include "core/domain/invitation.h"
#include "core/domain/operation.h"
#include "core/domain/practice.h"

#include <array>
#include <concepts>
#include <utility>

// The contract's words beside our enums. Every list is open: a word that is not here stays as text.
namespace {

template <class Enum, size_t N>
using Table = std::array<std::pair<QLatin1StringView, Enum>, N>;

template <class Enum, size_t N>
Word<Enum> lookUp(const Table<Enum, N> &table, const QString &text)
{
    for (const auto &[word, value] : table) {
        if (text == word)
            return {value, text};
    }
    return {Enum::Unknown, text};
}

constexpr Table<InvitationStatus, 6> invitationStatuses{{
    {QLatin1StringView("pending"), InvitationStatus::Pending},
    {QLatin1StringView("accepted"), InvitationStatus::Accepted},
    {QLatin1StringView("rejected"), InvitationStatus::Rejected},
    {QLatin1StringView("withdrawn"), InvitationStatus::Withdrawn},
    {QLatin1StringView("expired"), InvitationStatus::Expired},
    {QLatin1StringView("superseded"), InvitationStatus::Superseded},
}};

} // namespace

Word<BranchState> branchState(const QString &text)
{
    static constexpr Table<BranchState, 2> table{{
        {QLatin1StringView("active"), BranchState::Active},
        {QLatin1StringView("closed"), BranchState::Closed},
    }};
    return lookUp(table, text);
}

Word<InvitationStatus> invitationStatus(const QString &text)
{
    return lookUp(invitationStatuses, text);
}

QStringList knownInvitationStatuses()
{
    QStringList words;
    for (const auto &[word, value] : invitationStatuses)
        words += word;
    words.sort();
    return words;
}

Word<InvitationOrigin> invitationOrigin(const QString &text)
{
    static constexpr Table<InvitationOrigin, 2> table{{
        {QLatin1StringView("client_pays_link"), InvitationOrigin::ClientPaysLink},
        {QLatin1StringView("external_access"), InvitationOrigin::ExternalAccess},
    }};
    return lookUp(table, text);
}

Word<Billing> billing(const QString &text)
{
    static constexpr Table<Billing, 2> table{{
        {QLatin1StringView("client_pays"), Billing::ClientPays},
        {QLatin1StringView("charge_us"), Billing::ChargeUs},
    }};
    return lookUp(table, text);
}

Word<ClientState> clientState(const QString &text)
{
    static constexpr Table<ClientState, 2> table{{
        {QLatin1StringView("active"), ClientState::Active},
        {QLatin1StringView("disconnected"), ClientState::Disconnected},
    }};
    return lookUp(table, text);
}

Word<AccountantRole> accountantRole(const QString &text)
{
    static constexpr Table<AccountantRole, 2> table{{
        {QLatin1StringView("primary"), AccountantRole::Primary},
        {QLatin1StringView("accountant"), AccountantRole::Accountant},
    }};
    return lookUp(table, text);
}

QString accountantRoleText(AccountantRole role)
{
    return role == AccountantRole::Primary ? QStringLiteral("primary") : QStringLiteral("accountant");
}

Word<ReasonUse> reasonUse(const QString &text)
{
    static constexpr Table<ReasonUse, 2> table{{
        {QLatin1StringView("rejection"), ReasonUse::Rejection},
        {QLatin1StringView("disconnection"), ReasonUse::Disconnection},
    }};
    return lookUp(table, text);
}

Word<ActivityAction> activityAction(const QString &text)
{
    static constexpr Table<ActivityAction, 12> table{{
        {QLatin1StringView("invitation_received"), ActivityAction::InvitationReceived},
        {QLatin1StringView("invitation_accepted"), ActivityAction::InvitationAccepted},
        {QLatin1StringView("invitation_rejected"), ActivityAction::InvitationRejected},
        {QLatin1StringView("invitation_withdrawn"), ActivityAction::InvitationWithdrawn},
        {QLatin1StringView("invitation_expired"), ActivityAction::InvitationExpired},
        {QLatin1StringView("client_connected"), ActivityAction::ClientConnected},
        {QLatin1StringView("client_disconnected"), ActivityAction::ClientDisconnected},
        {QLatin1StringView("accountant_assigned"), ActivityAction::AccountantAssigned},
        {QLatin1StringView("accountant_removed"), ActivityAction::AccountantRemoved},
        {QLatin1StringView("note_added"), ActivityAction::NoteAdded},
        {QLatin1StringView("first_step_done"), ActivityAction::FirstStepDone},
        {QLatin1StringView("link_regenerated"), ActivityAction::LinkRegenerated},
    }};
    return lookUp(table, text);
}

QString permissionText(Permission permission)
{
    switch (permission) {
    case Permission::ViewClients:
        return QStringLiteral("view_clients");
    case Permission::CreateClients:
        return QStringLiteral("create_clients");
    case Permission::GrantClientAccess:
        return QStringLiteral("grant_client_access");
    case Permission::RevokeClientAccess:
        return QStringLiteral("revoke_client_access");
    case Permission::DeleteClients:
        return QStringLiteral("delete_clients");
    case Permission::ViewClientNotes:
        return QStringLiteral("view_client_notes");
    case Permission::UpdateClientNotes:
        return QStringLiteral("update_client_notes");
    case Permission::ViewAuditLogs:
        return QStringLiteral("view_audit_logs");
    }
    return {};
}

bool allows(const Branch &branch, Permission permission)
{
    return branch.permissions.contains(permissionText(permission));
}

QString objectKindText(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Branch:
        return QStringLiteral("branch");
    case ObjectKind::Reason:
        return QStringLiteral("reason");
    case ObjectKind::Member:
        return QStringLiteral("member");
    case ObjectKind::Invitation:
        return QStringLiteral("invitation");
    case ObjectKind::Client:
        return QStringLiteral("client");
    case ObjectKind::Activity:
        return QStringLiteral("activity");
    }
    return {};
}

std::optional<ObjectKind> objectKind(const QString &text)
{
    for (const ObjectKind kind : {ObjectKind::Branch, ObjectKind::Reason, ObjectKind::Member, ObjectKind::Invitation,
                                  ObjectKind::Client, ObjectKind::Activity}) {
        if (text == objectKindText(kind))
            return kind;
    }
    return std::nullopt;
}

namespace {

/// The member of the decision's that has this type, where it has one.
template <class IdType>
const IdType *idIn(const Decision &decision)
{
    return std::visit(
        [](const auto &d) -> const IdType * {
            if constexpr (requires { { d.invitationId } -> std::same_as<const IdType &>; })
                return &d.invitationId;
            else if constexpr (requires { { d.clientId } -> std::same_as<const IdType &>; })
                return &d.clientId;
            else if constexpr (requires { { d.branchId } -> std::same_as<const IdType &>; })
                return &d.branchId;
            else
                return nullptr;
        },
        decision);
}

} // namespace

const InvitationId *decidedInvitation(const Decision &decision)
{
    return idIn<InvitationId>(decision);
}

const ClientId *decidedClient(const Decision &decision)
{
    return idIn<ClientId>(decision);
}

const BranchId *decidedBranch(const Decision &decision)
{
    return idIn<BranchId>(decision);
}

bool isAbout(const Decision &decision, const InvitationId &id)
{
    const InvitationId *const decided = decidedInvitation(decision);
    return decided && *decided == id;
}

QString decidedRevision(const Decision &decision)
{
    return std::visit(
        [](const auto &d) {
            if constexpr (requires { d.revision; })
                return d.revision;
            else
                return QString();
        },
        decision);
}

QString decidedSubject(const Decision &decision)
{
    if (const InvitationId *const invitation = decidedInvitation(decision))
        return QStringLiteral("invitation ") + invitation->text();
    if (const ClientId *const client = decidedClient(decision))
        return QStringLiteral("client ") + client->text();
    const BranchId *const branch = decidedBranch(decision);
    return QStringLiteral("branch ") + (branch ? branch->text() : QString());
}

bool needsConnection(const Decision &decision)
{
    return std::holds_alternative<DisconnectClient>(decision) || std::holds_alternative<RegenerateLink>(decision);
}
