#pragma once

#include "core/domain/id.h"
#include "core/domain/time.h"
#include "core/domain/version.h"
#include "core/domain/word.h"

#include <QStringList>

#include <vector>

enum class Billing { Unknown, ClientPays, ChargeUs };
enum class ClientState { Unknown, Active, Disconnected };
enum class AccountantRole { Unknown, Primary, Accountant };

/// A member of the practice who has access to a client.
struct Accountant
{
    MemberId memberId;
    Word<AccountantRole> role;

    friend bool operator==(const Accountant &, const Accountant &) = default;
};

/// Never edited: a change is a new note.
struct Note
{
    QString authorName;
    Instant at;
    QString text;

    friend bool operator==(const Note &, const Note &) = default;
};

/// A business that is connected with a branch, or was (components/schemas/Client).
struct Client
{
    ClientId id;
    Version version;
    BranchId branchId;
    QString companyName;
    QString ownerName;
    QString ownerEmail;
    Word<Billing> billing;
    Word<ClientState> state;
    Instant connectedAt;
    std::optional<Instant> disconnectedAt;
    QString disconnectedBy;
    QString accountUrl; ///< As it came: checked where it is opened (core/domain/link.h)
    std::optional<InvitationId> invitationId;
    std::vector<Accountant> accountants;
    QStringList firstSteps; ///< Which are done, in the contract's words
    std::vector<Note> notes;

    friend bool operator==(const Client &, const Client &) = default;
};

/// Whether it belongs in Clients: also in a state that is not known here, which is shown as it came.
[[nodiscard]] inline bool isListed(const Client &client)
{
    return client.state.known != ClientState::Disconnected;
}

[[nodiscard]] Word<Billing> billing(const QString &text);
[[nodiscard]] Word<ClientState> clientState(const QString &text);
[[nodiscard]] Word<AccountantRole> accountantRole(const QString &text);
/// The contract's word.
[[nodiscard]] QString accountantRoleText(AccountantRole role);
