#pragma once

#include "core/domain/lists.h"

/// Another invitation, or a client, that looks like the same owner or the same business.
struct Dealing
{
    std::optional<InvitationId> invitationId{}; ///< One of these two
    std::optional<ClientId> clientId{};
    BranchId branchId;
    QString branchName; ///< Empty: not come yet
    QString companyName;
    Word<InvitationStatus> status{}; ///< Of an invitation
    Word<ClientState> clientState{};
    Instant at;            ///< When it came to that state
    QString byName{};      ///< Who decided, where somebody did
    QString reasonLabel{}; ///< Of a rejection
    std::optional<LocalDecision> local{};
    bool sameEmail = false;
    bool sameRegistration = false;
    bool similarName = false; ///< The company's, but for case, marks, punctuation and legal form

    friend bool operator==(const Dealing &, const Dealing &) = default;
};

/// The newest dealings with whoever sent an invitation, itself left out. An acceptance and the client that it made are
/// one: the client.
struct Dealings
{
    static constexpr int most = 8;

    std::vector<Dealing> newest; ///< At most `most`
    bool more = false;           ///< There are others

    friend bool operator==(const Dealings &, const Dealings &) = default;
};
